import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { isInstalled } from '../../src/dev/install.mjs';

const asked = {
  '': { version: '0.1.0' },
  'node_modules/a': { version: '1.0.0' },
  'node_modules/for-another-system': { version: '2.0.0', optional: true },
};

async function createProject(there?: object): Promise<string> {
  const root = await mkdtemp(join(tmpdir(), 'sidelight-install-'));
  onTestFinished(() => rm(root, { recursive: true }));
  await writeFile(join(root, 'package-lock.json'), JSON.stringify({ packages: asked }));
  if (!there) return root;
  await mkdir(join(root, 'node_modules'));
  await writeFile(join(root, 'node_modules/.package-lock.json'), JSON.stringify({ packages: there }));
  return root;
}

test('packages are installed where there are none, or others than the lock asks for', async () => {
  expect(isInstalled(await createProject())).toBe(false);
  expect(isInstalled(await createProject({}))).toBe(false);
  expect(isInstalled(await createProject({ 'node_modules/a': { version: '0.9.0' } }))).toBe(false);
});

test('and not where they are what it asks for, whatever is for other systems', async () => {
  expect(isInstalled(await createProject({ 'node_modules/a': { version: '1.0.0' } }))).toBe(true);
  expect(isInstalled()).toBe(true);
});
