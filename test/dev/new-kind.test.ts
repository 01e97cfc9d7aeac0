import { cp, mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { writeKind } from '../../src/dev/new/kind.mjs';

async function copyKinds(): Promise<string> {
  const root = await mkdtemp(join(tmpdir(), 'sidelight-new-'));
  onTestFinished(() => rm(root, { recursive: true }));
  await cp('src/domain', join(root, 'src/domain'), { recursive: true });
  return root;
}

test('a new kind gets its file, its line, its fixture and a failing test', async () => {
  const root = await copyKinds();
  const paths = await writeKind('habit', root);
  expect(paths).toEqual([
    'src/domain/kinds/habit.ts',
    'src/domain/kinds/index.ts',
    'test/fixtures/kinds/habit.1.json',
    'test/domain/kinds/habit.test.ts',
  ]);
  const index = await readFile(join(root, 'src/domain/kinds/index.ts'), 'utf8');
  expect(index).toContain("import { habit } from './habit.ts';");
  expect(index).toMatch(/export const kinds = \{[^}]*\bhabit\b[^}]*\}/);
  expect(await readFile(join(root, 'test/domain/kinds/habit.test.ts'), 'utf8')).toContain('is found by its words');
});

test('a name that will not do, or is taken, says so and writes nothing', async () => {
  const root = await copyKinds();
  await expect(writeKind('Habit', root)).rejects.toThrow('one word in small letters');
  await expect(writeKind('../../x', root)).rejects.toThrow('one word in small letters');
  await expect(writeKind('lesson', root)).rejects.toThrow('There is a kind lesson already');
});
