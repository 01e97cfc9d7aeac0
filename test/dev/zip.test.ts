import { mkdir, mkdtemp, rm, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { strFromU8, unzipSync } from 'fflate';
import { expect, onTestFinished, test } from 'vitest';
import { listSources } from '../../src/dev/package/sources.mjs';
import { listFiles, zip } from '../../src/dev/package/zip.mjs';

test('a zip is the same whenever it is made, and holds every file', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'sidelight-zip-'));
  onTestFinished(() => rm(folder, { recursive: true }));
  await mkdir(join(folder, 'in'));
  await writeFile(join(folder, 'in/b.txt'), 'two');
  await writeFile(join(folder, 'a.txt'), 'one');
  const files = await listFiles(folder);
  expect(files).toEqual(['a.txt', 'in/b.txt']);
  const first = await zip(folder, files);
  await utimes(join(folder, 'a.txt'), 1, 1);
  expect(await zip(folder, [...files].reverse())).toEqual(first);
  expect(Object.entries(unzipSync(first)).map(([name, bytes]) => [name, strFromU8(bytes)])).toEqual([
    ['a.txt', 'one'],
    ['in/b.txt', 'two'],
  ]);
});

test('the sources hold what builds the extension and nothing that was made', async () => {
  const sources = await listSources();
  expect(sources).toEqual(
    expect.arrayContaining(['package-lock.json', 'build.mjs', 'src/store/commit.ts', 'manifest.json']),
  );
  expect(sources.filter((path) => /^(node_modules|dist|\.dev)\//.test(path))).toEqual([]);
});
