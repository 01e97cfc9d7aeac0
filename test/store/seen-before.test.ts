import { expect, it } from 'vitest';
import { takeIn } from '../../src/store/feed.ts';
import { find } from '../../src/store/find.ts';
import { createDevice, team, value } from './device.ts';

it("what was seen in a glimpse is found in its order afterwards, one's own as well", async () => {
  const { store } = createDevice();
  await store.strict.teams.add(team());
  const all = [1, 2, 3, 4].map((n) => ({
    id: `r${n}`,
    kind: 'lesson',
    author: n % 2 ? 'member-1' : 'other',
    schema: 1,
    version: { n, time: n, device: 'd', hash: `h${n}` },
    body: { created: 1, note: 'standup' },
  }));
  const newest = all.slice(2);
  value(await takeIn(store, 'team-1', newest));
  const taken = await takeIn(store, 'team-1', all, 'e1.4');
  expect(value(taken)).toBe(2);
  const { hits } = await find(store.relaxed, 'standup', { limit: 10 });
  // Of one page those of others are written after one's own.
  expect(hits.map(({ record: { id } }) => id)).toEqual(['r4', 'r2', 'r3', 'r1']);
});
