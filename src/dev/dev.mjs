/**
 * `npm run dev`: one process. Builds on every change and loads the extension anew in a browser with a lasting profile;
 * serves the fixture pages and a team whose members have already shared something about them. Ctrl-C stops everything.
 *
 *   npm run dev [-- --browser firefox] [--hidden]
 */
import { installPackages } from './install.mjs';
import { readOptions, refuse } from './options.mjs';
import { writeTool } from './typescript.mjs';

const { values } = readOptions({
  options: { browser: { type: 'string', default: 'chrome' }, hidden: { type: 'boolean', default: false } },
});
const { browser } = values;
if (browser !== 'chrome' && browser !== 'firefox') refuse('There are --browser chrome and --browser firefox.');

installPackages();
const { build } = await import('../../build.mjs');
const { develop } = await import(await writeTool('src/dev/develop/develop.ts'));
const close = await develop({ build, browser, isHidden: values.hidden });
for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM'])) {
  process.once(signal, async () => {
    await close();
    process.exit();
  });
}
