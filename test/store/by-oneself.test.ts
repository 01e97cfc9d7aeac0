import { expect, it } from 'vitest';
import { complete } from '../../src/store/complete.ts';
import { takeIn } from '../../src/store/feed.ts';
import { find } from '../../src/store/find.ts';
import { asJson } from '../../src/store/row.ts';
import { addTeam } from '../../src/store/team.ts';
import { createDevice, keepLesson, team, value } from './device.ts';

it('by: one’s own name finds all of one’s own, and what others of that name shared', async () => {
  const device = createDevice();
  const db = device.store.relaxed;
  const found = async (typed: string) => {
    const { hits } = await find(db, typed, { limit: 10 });
    return hits.map(({ record }) => record.id).sort();
  };
  await keepLesson(device, { note: 'Restart the proxy' }, 'a');
  await keepLesson(device, { note: 'Restart the server' }, 'b');
  await addTeam(device.store, team({ member: { id: 'member-1', name: 'Ada Löwe', role: 'member' } }), device.clock);
  const offered = await complete(db, 'by:', 5);
  expect(offered).toEqual(['by:me ', 'by:"Ada Löwe" ']);
  for (const typed of [...offered, 'by:ada', 'by:loewe', 'by:bob or by:ada'])
    expect(await found(typed), typed).toEqual(['a', 'b']);
  expect(await found('proxy by:ada')).toEqual(['a']);
  expect(await found('is:lesson -by:ada')).toEqual([]);
  const theirs = (id: string, author: string, kind: string, body: object) => ({
    ...{ id, kind, author, schema: 1, body: asJson({ created: 1, ...body }) },
    version: { n: 1, time: 1, device: 'd', hash: 'h' },
  });
  const records = ['Ada Lovelace', 'Bob Ross'].flatMap((name, i) => [
    theirs(`p${i}`, `author-${i}`, 'profile', { name }),
    theirs(`of ${name}`, `author-${i}`, 'lesson', { title: 'Restart it' }),
  ]);
  value(await takeIn(device.store, 'team-1', records));
  expect(await found('by:ada')).toEqual(['a', 'b', 'of Ada Lovelace']);
  expect(await found('by:"Ada Löw')).toEqual(['a', 'b']);
  expect(await found('by:bob')).toEqual(['of Bob Ross']);
  expect(await found('is:lesson -by:ada')).toEqual(['of Bob Ross']);
});
