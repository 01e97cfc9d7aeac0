import { expect, test } from 'vitest';
import type { StoredRecord } from '../../src/domain/record.ts';
import { takeIn } from '../../src/store/feed.ts';
import { addTeam } from '../../src/store/team.ts';
import { allRows, createDevice, team, value } from './device.ts';

const record = (i: number, n: number): StoredRecord => ({
  id: `r${i}`,
  kind: 'lesson',
  author: 'other',
  schema: 1,
  version: { n, time: n, device: 'd', hash: `h${n}` },
  body: { created: i, note: `version ${n}` },
});

const records = (from: number, to: number, n: number) =>
  Array.from({ length: to - from }, (_, i) => record(from + i, n));

/** A device with so many records of a colleague's, all in their second version. */
async function createHolding(count: number) {
  const device = createDevice();
  const member = { id: 'me', name: 'Me', role: 'member' as const };
  value(await addTeam(device.store, team({ member }), device.clock));
  value(await takeIn(device.store, 'team-1', records(0, count, 2)));
  return {
    take: async (some: StoredRecord[]) => value(await takeIn(device.store, 'team-1', some)),
    versions: async () =>
      Object.fromEntries(
        (await allRows(device)).filter((row) => row.author === 'other').map((row) => [row.id, row.version.n]),
      ),
  };
}

// Of few that are held all keys are read, of many each is asked for.
test.each([150, 1_300])(
  'where %i records are held, a page of many leaves what is later and takes what is new',
  async (count) => {
    const { take, versions } = await createHolding(count);
    const page = [...records(0, 60, 1), ...records(60, 90, 3), ...records(count, count + 30, 1)];
    expect(await take(page)).toBe(60);
    expect(await take(page)).toBe(0);
    const standing = await versions();
    expect(Object.keys(standing)).toHaveLength(count + 30);
    expect([0, 59, 60, 89, 90, count].map((i) => standing[`r${i}`])).toEqual([2, 2, 3, 3, 2, 1]);
  },
);
