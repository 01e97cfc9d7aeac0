/**
 * `npm run dev`: one process. Builds on every change and loads the extension anew in a browser with a lasting profile;
 * serves the fixture pages and a team whose members have already shared something about them. Ctrl-C stops everything.
 *
 *   npm run dev [-- --browser firefox] [--hidden]
 */
import { parseArgs } from 'node:util';
import { installPackages } from './install.mjs';
import { writeTool } from './typescript.mjs';

installPackages();
const { build } = await import('../../build.mjs');
const { values } = parseArgs({
  options: { browser: { type: 'string', default: 'chrome' }, hidden: { type: 'boolean', default: false } },
});
if (values.browser !== 'chrome' && values.browser !== 'firefox') throw new Error('There are chrome and firefox.');
const { develop } = await import(await writeTool('src/dev/develop/develop.ts'));
const close = await develop({ build, browser: values.browser, isHidden: values.hidden });
for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM'])) {
  process.once(signal, async () => {
    await close();
    process.exit();
  });
}
