import { spawnSync } from 'node:child_process';
import { chmodSync, cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';

const { scripts } = JSON.parse(readFileSync('package.json', 'utf8')) as { scripts: Record<string, string> };
const commands = Object.entries(scripts).flatMap(([name, line]) => {
  const file = /^node (\S+\.mjs)$/.exec(line)?.[1];
  return file ? [[name, file] as const] : [];
});

const clone = mkdtempSync(join(tmpdir(), 'sidelight-clone-'));

/** A clone as it is before anything was installed, and an npm that only says that it was asked. */
beforeAll(() => {
  for (const path of ['package.json', 'package-lock.json', 'build.mjs', 'src']) {
    cpSync(path, join(clone, path), { recursive: true });
  }
  mkdirSync(join(clone, 'bin'));
  writeFileSync(join(clone, 'bin/npm'), '#!/bin/sh\necho "asked for npm $*"\nexit 1\n');
  chmodSync(join(clone, 'bin/npm'), 0o755);
});
afterAll(() => rmSync(clone, { recursive: true }));

test('every command of the project is there', () => {
  expect(commands.map(([name]) => name).sort()).toEqual(
    expect.arrayContaining(['bench', 'build', 'dev', 'new', 'package', 'serve', 'start', 'test']),
  );
  expect(commands.filter(([, file]) => !existsSync(file))).toEqual([]);
});

test.skipIf(process.platform === 'win32').each(commands)(
  'npm run %s installs in a fresh clone before it needs what is installed',
  (_name, file) => {
    const PATH = [join(clone, 'bin'), process.env.PATH].join(delimiter);
    const { stdout, status } = spawnSync(process.execPath, [file], {
      cwd: clone,
      encoding: 'utf8',
      env: { ...process.env, PATH },
    });
    expect(stdout).toContain('asked for npm ci');
    expect(status).toBe(1);
  },
);

/** Each as it is typed by mistake, and what of it the sentence names. */
const mistakes: [string, string[], RegExp][] = [
  ['build.mjs', ['--ouput', 'x'], /--ouput.*--out, --dev, --partial/],
  ['src/dev/dev.mjs', ['--browser', 'safari'], /--browser chrome and --browser firefox/],
  ['src/dev/dev.mjs', ['now'], /now/],
  ['src/dev/package.mjs', ['--out', 'x'], /--out.*no options/],
  ['src/dev/pictures.mjs', ['--out', 'x'], /--out.*no options/],
  ['src/dev/simulate.mjs', ['--seeds', 'many'], /--seeds takes a whole number, and "many" is none/],
  ['src/dev/simulate.mjs', ['--seed', '3'], /--seed'.*--seeds/],
  ['src/dev/test.mjs', ['unti'], /no step unti; there are types/],
  ['src/dev/test.mjs', ['--pages', 'nowhere'], /no folder nowhere/],
];

test.each(mistakes)('%s %j is told in one sentence what is not right, and does nothing', (file, words, said) => {
  const { stdout, stderr, status } = spawnSync(process.execPath, [file, ...words], { encoding: 'utf8' });
  expect({ stdout, stderr: stderr.trim(), status }).toEqual({
    stdout: '',
    stderr: expect.stringMatching(said),
    status: 1,
  });
  expect(stderr.trim().split('\n')).toHaveLength(1);
});
