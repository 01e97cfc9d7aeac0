import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { watchSources } from '../../src/dev/develop/watch.ts';

async function createFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'sidelight-watch-'));
  onTestFinished(() => rm(folder, { recursive: true }));
  return folder;
}

test('many changes at once are one build, and a change while building is another', async () => {
  const folder = await createFolder();
  const builds: (() => void)[] = [];
  let building = 0;
  let most = 0;
  const stop = watchSources([folder], async () => {
    most = Math.max(most, ++building);
    await new Promise<void>((resolve) => builds.push(resolve));
    building--;
  });
  onTestFinished(stop);
  await Promise.all(['a', 'b', 'c'].map((name) => writeFile(join(folder, name), name)));
  await expect.poll(() => builds.length).toBe(1);
  await writeFile(join(folder, 'd'), 'd');
  builds[0]?.();
  await expect.poll(() => builds.length).toBe(2);
  builds[1]?.();
  expect(most).toBe(1);
});

test('a build that fails is tried again at the next change', async () => {
  const folder = await createFolder();
  let tries = 0;
  const stop = watchSources([folder], async () => {
    tries++;
    if (tries === 1) throw new Error('expected by this test');
  });
  onTestFinished(stop);
  await writeFile(join(folder, 'a'), '1');
  await expect.poll(() => tries).toBe(1);
  await writeFile(join(folder, 'a'), '2');
  await expect.poll(() => tries).toBeGreaterThan(1);
});
