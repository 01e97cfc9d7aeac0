import { expect, test } from 'vitest';
import { takeIn } from '../../src/store/feed.ts';
import { keepFor } from '../../src/store/keep-for.ts';
import { addTeam } from '../../src/store/team.ts';
import { toldOutdated } from '../../src/store/told.ts';
import { createDevice, lessonBody, team, value } from './device.ts';

test('what colleagues told of the present version is found behind any number of thanks; what oneself told is not', async () => {
  const device = createDevice();
  await addTeam(device.store, team(), device.clock);
  const keepIn = (id: string) =>
    keepFor(device.store, { id, kind: 'lesson', body: lessonBody() }, 'team-1', device.clock);
  for (const id of ['told', 'thanked', 'told-before']) value(await keepIn(id));
  const version = { n: 1, time: 1, device: 'd', hash: 'h' };
  const sign = (about: string, sign: string, created: number, of = 1) => ({
    id: `${sign}-${about}-${created}`,
    kind: 'signal',
    author: 'cleo',
    schema: 1,
    version,
    body: { created, about, sign, of },
  });
  const thanks = Array.from({ length: 700 }, (_, i) => sign('thanked', 'helped', 10 + i));
  const signs = [sign('told', 'outdated', 1), sign('told-before', 'outdated', 2, 0), ...thanks];
  value(await takeIn(device.store, 'team-1', signs));
  const own = { created: 3, about: 'thanked', sign: 'outdated' as const, of: 1 };
  value(await keepFor(device.store, { id: 'own', kind: 'signal', body: own }, 'team-1', device.clock));
  expect((await toldOutdated(device.store.relaxed)).map(({ id }) => id)).toEqual(['told']);
});
