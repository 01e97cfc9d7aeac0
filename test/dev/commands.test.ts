import { existsSync, readFileSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import { expect, test } from 'vitest';
import { blankOut } from '../law/blank.ts';

const { scripts } = JSON.parse(readFileSync('package.json', 'utf8')) as { scripts: Record<string, string> };
const commands = Object.entries(scripts).flatMap(([name, line]) => {
  const file = /^node (src\/dev\/\S+\.mjs)/.exec(line)?.[1];
  return file ? [[name, file] as const] : [];
});

test('every command of the project is there', () => {
  expect(commands.map(([name]) => name).sort()).toEqual(
    expect.arrayContaining(['bench', 'dev', 'new', 'package', 'serve', 'start', 'test']),
  );
  expect(commands.filter(([, file]) => !existsSync(file))).toEqual([]);
});

test.each(commands)('npm run %s gets as far as installing in a fresh clone', (_name, file) => {
  expect(packagesNeeded(file, new Set())).toEqual([]);
});

/** Packages that are loaded before the first line runs: what is imported at the top, and by what that imports. */
function packagesNeeded(path: string, seen: Set<string>): string[] {
  if (seen.has(path)) return [];
  seen.add(path);
  const text = blankOut(readFileSync(path, 'utf8'), 'all but code and strings');
  const imports = [...text.matchAll(/^import [^;]*?'([^']+)';$/gm)].map(([, from]) => from ?? '');
  return imports.flatMap((from) => {
    if (from.startsWith('.')) return packagesNeeded(normalize(join(dirname(path), from)), seen);
    return from.startsWith('node:') ? [] : [`${path} needs ${from}`];
  });
}
