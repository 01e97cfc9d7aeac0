import { expect, it } from 'vitest';
import { complete } from '../../src/store/complete.ts';
import { takeIn } from '../../src/store/feed.ts';
import { find } from '../../src/store/find.ts';
import { remove } from '../../src/store/remove.ts';
import { asJson } from '../../src/store/row.ts';
import { PRIVATE } from '../../src/store/rows.ts';
import { flush } from '../../src/store/segment-flush.ts';
import { addTeam } from '../../src/store/team.ts';
import { createDevice, keepLesson, team, value } from './device.ts';

it('an operator is finished with what there is, the most frequent first', async () => {
  const device = createDevice();
  const db = device.store.relaxed;
  await keepLesson(device, { tags: ['docker', 'Home Office'] });
  await flush(db, 1);
  await keepLesson(device, { tags: ['docker', 'deploy'] });
  await addTeam(device.store, team(), device.clock);
  const finish = (typed: string) => complete(db, typed, 5);
  expect(await finish('tea tag:d')).toEqual(['tea tag:docker ', 'tea tag:deploy ']);
  expect(await finish('tag:h')).toEqual(['tag:"Home Office" ']);
  expect(await finish('site:do')).toEqual(['site:docs.example ']);
  expect(await finish('-is:un')).toEqual(['-is:unanswered ']);
  expect(await finish('by:')).toEqual(['by:me ', 'by:Ada ']);
  expect(await finish('bef')).toEqual(['before:']);
  expect(await finish('by')).toEqual(['by:']);
  for (const typed of ['', 'be', 'tea ', 'tag:docker', 'nothing:', 'tea'])
    expect(await finish(typed), typed).toEqual([]);
});

it('what is offered is spelled as it was written, wherever it is begun, and finds it', async () => {
  const device = createDevice();
  const db = device.store.relaxed;
  const target = { url: 'u', href: 'https://www.münchen.de/rathaus', title: 'Rathaus', selectors: [] };
  await keepLesson(device, { tags: ['Größe', 'Home Office', 'say "hi"'], target });
  await addTeam(device.store, team(), device.clock);
  const version = { n: 1, time: 1, device: 'd', hash: 'h' };
  const body = asJson({ created: 1, name: 'María-José Núñez' });
  value(
    await takeIn(device.store, 'team-1', [{ id: 'p', kind: 'profile', author: 'maria', schema: 1, version, body }]),
  );
  await keepLesson(device, { tags: ['gone'] }, 'gone');
  value(await remove(device.store, [[PRIVATE, 'gone']], 1_000, device.clock));
  const finish = (typed: string) => complete(db, typed, 5);
  expect(await finish('tag:grö')).toEqual(['tag:Größe ']);
  expect(await finish('tag:"home o')).toEqual(['tag:"Home Office" ']);
  expect(await finish('tea tag:"home')).toEqual(['tea tag:"Home Office" ']);
  expect(await finish('tag:s')).toEqual(['tag:"say hi" ']);
  expect(await finish('tag:go')).toEqual([]);
  for (const typed of ['site:mün', 'site:xn--mn']) {
    expect(await finish(typed), typed).toEqual(typed === 'site:mün' ? ['site:münchen.de '] : []);
  }
  for (const typed of ['by:jose', 'by:Núñ', 'by:mar'])
    expect(await finish(typed), typed).toEqual(['by:"María-José Núñez" ']);
  for (const offered of ['tag:Größe', 'tag:"Home Office"', 'tag:"say hi"', 'site:münchen.de'])
    expect((await find(db, offered, { limit: 5 })).total, offered).toBe(1);
  for (const typed of ['tag:"home is', '"unclosed is', 'is', '"is', 'a"is'])
    expect((await finish(typed)).filter((one) => one.includes('is:') && typed !== 'is')).toEqual([]);
});

it('a date is offered as it is written', async () => {
  const { store } = createDevice();
  const year = String(new Date().getFullYear());
  for (const by of ['before', 'after']) {
    const offered = await complete(store.relaxed, `tea ${by}:`, 5);
    expect(offered).toHaveLength(3);
    for (const one of offered) {
      expect(one).toMatch(new RegExp(`^tea ${by}:${year}(-\\d\\d){0,2} $`));
      expect((await find(store.relaxed, one, { limit: 5 })).problem).toBeUndefined();
    }
  }
});
