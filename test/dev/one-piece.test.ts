import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect, test } from 'vitest';
import { joinScripts } from '../../src/dev/build/one-piece.mjs';

const scripts = [
  {
    path: 'page.js',
    text: `import { add } from './both.js'; export const load = () => import('./later.js'); add();`,
    exports: ['load'],
  },
  { path: 'both.js', text: 'let n = 0; const add = () => ++n; export { add };', exports: ['add'] },
];

test('scripts that a page needs at once are one file, and what comes later has the same things, not others like them', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'one-piece-'));
  const joined = await joinScripts(scripts, { bundle: true, format: 'esm', outdir: 'out', logLevel: 'silent' });
  expect(joined.map(({ path }) => path)).toEqual(['page.js', 'both.js']);
  const [page, stub] = joined.map(({ contents }) => new TextDecoder().decode(contents));
  expect(page).not.toMatch(/from\s*['"]\.\/both/);
  expect(stub).toContain('page.js');
  writeFileSync(join(folder, 'package.json'), '{"type":"module"}');
  for (const { path, contents } of joined) writeFileSync(join(folder, path), contents);
  writeFileSync(join(folder, 'later.js'), `export { add } from './both.js';`);
  const { add } = await import(pathToFileURL(join(folder, 'later.js')).href);
  // The page counted to one when it began.
  expect(add()).toBe(2);
});

test('a page of one script stays as it is', async () => {
  expect(await joinScripts(scripts.slice(1), {})).toEqual([]);
});
