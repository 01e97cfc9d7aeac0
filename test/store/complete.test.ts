import { expect, it } from 'vitest';
import { complete } from '../../src/store/complete.ts';
import { flush } from '../../src/store/segment-flush.ts';
import { addTeam } from '../../src/store/team.ts';
import { createDevice, keepLesson, team } from './device.ts';

it('an operator is finished with what there is, the most frequent first', async () => {
  const device = createDevice();
  const db = device.store.relaxed;
  await keepLesson(device, { tags: ['docker', 'Home Office'] });
  await flush(db, 1);
  await keepLesson(device, { tags: ['docker', 'deploy'] });
  await addTeam(device.store, team(), device.clock);
  const finish = (typed: string) => complete(db, typed, 5);
  expect(await finish('tea tag:d')).toEqual(['tea tag:docker', 'tea tag:deploy']);
  expect(await finish('tag:h')).toEqual(['tag:"home office"']);
  expect(await finish('site:do')).toEqual(['site:docs.example']);
  expect(await finish('-is:un')).toEqual(['-is:unanswered']);
  expect(await finish('by:')).toEqual(['by:me', 'by:Ada']);
  expect(await finish('bef')).toEqual(['before:']);
  expect(await finish('by')).toEqual(['by:']);
  for (const typed of ['', 'be', 'tea ', 'tag:docker', 'nothing:', 'tea'])
    expect(await finish(typed), typed).toEqual([]);
});
