import { describe, vi } from 'vitest';
import type { Db } from '../../src/store/db.ts';
import { type Shown, show } from '../../src/store/read.ts';

/** The simulation's store must do what the real one does: so it passes the same tests. */
vi.mock('../../src/store/db.ts', async (original) => {
  const real = await original<typeof import('../../src/store/db.ts')>();
  const { createDisk, shapesOf } = await import('../sync/simulation/memory/disk.ts');
  const { openMemoryStore } = await import('../sync/simulation/memory/store.ts');
  const shapes = shapesOf(new real.Db('relaxed'));
  const disks = new Map<string, ReturnType<typeof createDisk>>();
  return {
    ...real,
    openStore: (name: string) => {
      const disk = disks.get(name) ?? createDisk(shapes);
      disks.set(name, disk);
      return openMemoryStore(disk);
    },
  };
});

/** Search reads past Dexie, and so past this; whether a row is entered where search looks can be seen all the same. */
vi.mock('../../src/store/find.ts', () => ({
  async find(db: Db, typed: string) {
    const hits: { record: Shown }[] = [];
    for (const row of await db.records.toArray()) {
      const isEntered = row.number !== undefined && (await db.fresh.get(row.number)) !== undefined;
      const text = JSON.stringify(row.body).toLowerCase();
      const record = isEntered && typed.split(' ').every((word) => text.includes(word)) ? show(row) : null;
      if (record) hits.push({ record });
    }
    return { hits, total: hits.length };
  },
}));

describe('in memory', async () => {
  await import('./adopt.test.ts');
  await import('./feed.test.ts');
  await import('./keep.test.ts');
  await import('./keep-for.test.ts');
  await import('./promises.test.ts');
  await import('./remove.test.ts');
  await import('./share.test.ts');
  await import('./sweep.test.ts');
  await import('./team.test.ts');
});
