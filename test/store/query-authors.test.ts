import { beforeEach, expect, onTestFinished, test, vi } from 'vitest';
import { takeIn } from '../../src/store/feed.ts';
import { find } from '../../src/store/find.ts';
import { asJson } from '../../src/store/row.ts';
import { flush } from '../../src/store/segment-flush.ts';
import { addTeam } from '../../src/store/team.ts';
import { createDevice, type Device, keepLesson, team, value } from './device.ts';

let device: Device;
beforeEach(async () => {
  device = createDevice();
  await addTeam(device.store, team(), device.clock);
  await take(
    theirs('p1', 'soren', 'profile', { name: 'Søren Kierkegård' }),
    theirs('p2', 'maria', 'profile', { name: 'María-José Núñez' }),
    theirs('a', 'soren', 'lesson', { created: 1, title: 'Restart the proxy' }),
    theirs('b', 'maria', 'lesson', { created: 1, title: 'Restart the server' }),
    theirs('c', 'maria', 'lesson', { created: 1, title: 'What Soren said' }),
  );
});

let n = 0;
const theirs = (id: string, author: string, kind: string, body: object) => ({
  id,
  kind,
  author,
  schema: 1,
  version: { n: ++n, time: 1, device: 'd', hash: 'h' },
  body: asJson(body),
});
const take = async (...records: ReturnType<typeof theirs>[]) => value(await takeIn(device.store, 'team-1', records));
const whole = async (typed: string) => {
  const { hits } = await find(device.store.relaxed, typed, { limit: 10 });
  return hits.filter(({ isWhole }) => isWhole).map(({ record }) => record.id);
};

test('what somebody wrote is found by the name they have, after what says it itself', async () => {
  for (const way of ['fresh', 'in a segment']) {
    if (way !== 'fresh') await flush(device.store.relaxed, 1);
    for (const typed of ['Søren', 'soren', 'sor', 'soren ']) expect(await whole(typed), typed).toEqual(['c', 'a']);
    expect(await whole('kierkegard restart')).toEqual(['a']);
    expect(await whole('restart jose')).toEqual(['b']);
    expect(await whole('Núñez restart')).toEqual(['b']);
  }
});

test('what somebody wrote comes before what only looks like their name', async () => {
  await take(
    theirs('p3', 'lowe', 'profile', { name: 'Ada Löwe' }),
    theirs('l1', 'lowe', 'lesson', { created: 1, title: 'Oil the hinges' }),
    theirs('l2', 'lowe', 'lesson', { created: 1, title: 'Water the plants' }),
  );
  for (let i = 0; i < 12; i++)
    await take(theirs(`x${i}`, 'maria', 'lesson', { created: 2, title: i % 2 ? 'Low ceiling' : 'Adapt lower rooms' }));
  for (const way of ['fresh', 'in a segment']) {
    if (way !== 'fresh') await flush(device.store.relaxed, 1);
    for (const typed of ['löwe', 'lowe', 'löwe ', 'ada', 'ADA '])
      expect((await whole(typed)).slice(0, 2).sort(), typed).toEqual(['l1', 'l2']);
    // Beside another word it is that word's place to say what comes first.
    expect(await whole('löwe ceiling')).toContain('x1');
  }
});

test('what says a name comes before the much its owner wrote, also where a stem of it is shorter', async () => {
  await take(
    theirs('p3', 'james', 'profile', { name: 'James Müller' }),
    theirs('s1', 'maria', 'lesson', { created: 1, title: 'Ask James before changing prices', lang: 'en' }),
    theirs('s2', 'maria', 'lesson', { created: 1, title: 'Rechnung an die Müller AG', lang: 'de' }),
  );
  const many = (count: number, author: string, id: string) =>
    Array.from({ length: count }, (_, i) => theirs(`${id}${i}`, author, 'lesson', { created: 2, title: `Oil ${i}` }));
  await take(...many(12, 'james', 'j'), ...many(150, 'maria', 'm'));
  for (const way of ['fresh', 'in a segment']) {
    if (way !== 'fresh') await flush(device.store.relaxed, 1);
    expect((await whole('james'))[0]).toBe('s1');
    for (const typed of ['müller', 'mueller ']) expect((await whole(typed))[0], typed).toBe('s2');
  }
});

test('who is called by a common word is meant where nothing else was typed, and beside another word the word is', async () => {
  await take(
    theirs('p3', 'ann', 'profile', { name: 'Ann Waters' }),
    theirs('w1', 'ann', 'lesson', { created: 1, title: 'Sell the plants' }),
    theirs('w2', 'maria', 'lesson', { created: 1, title: 'Water the plants' }),
  );
  expect(await whole('waters')).toEqual(['w1', 'w2']);
  expect(await whole('waters plants ')).toEqual(['w2', 'w1']);
});

test('only what is still being typed may be the beginning of a name, and two letters are none', async () => {
  expect(await whole('sor restart')).toEqual([]);
  expect(await whole('ki')).toEqual([]);
  expect(await whole('kie')).toEqual(['a']);
  expect(await whole('restart -soren')).toEqual(expect.arrayContaining(['a', 'b']));
});

test('another name is known at once, and one that is gone is none', async () => {
  expect(await whole('kierkegard')).toEqual(['a']);
  await take(theirs('p1', 'soren', 'profile', { name: 'Søren Hansen' }));
  expect(await whole('kierkegard')).toEqual([]);
  expect(await whole('hansen')).toEqual(['a']);
  await take({ ...theirs('p1', 'soren', 'profile', {}), body: null } as never);
  expect(await whole('hansen')).toEqual([]);
});

test('where nobody shared a name none is read, and the first that comes is found', async () => {
  device = createDevice();
  await keepLesson(device, { note: 'Restart the proxy' });
  const read = vi.spyOn(IDBIndex.prototype, 'getAll');
  const asked = () => read.mock.calls.map(([range]) => JSON.stringify((range as IDBKeyRange | undefined)?.lower));
  onTestFinished(() => read.mockRestore());
  expect(await whole('soren')).toEqual([]);
  expect(await whole('restart')).toHaveLength(1);
  expect(asked().filter((lower) => lower?.includes('profile'))).toEqual([]);
  await addTeam(device.store, team(), device.clock);
  await take(
    theirs('a', 'soren', 'lesson', { created: 1, title: 'Restart the server' }),
    theirs('p1', 'soren', 'profile', { name: 'Søren Kierkegård' }),
  );
  expect(await whole('soren')).toEqual(['a']);
  expect(asked().filter((lower) => lower?.includes('profile'))).not.toEqual([]);
});

test('what hundreds are called by names nobody', async () => {
  const house = (i: number) => theirs(`h${i}`, `house-${i}`, 'profile', { name: `Nr${i} Acme` });
  await take(theirs('d', 'house-1', 'lesson', { created: 1, title: 'Restart the router' }));
  await take(...Array.from({ length: 500 }, (_, i) => house(i)));
  expect(await whole('acme')).toEqual(['d']);
  await take(house(500));
  expect(await whole('acme')).toEqual([]);
  expect(await whole('nr1')).toEqual(['d']);
});

test('somebody is called so without the signs in their name, too', async () => {
  await take(
    theirs('p3', 'aoife', 'profile', { name: 'Aoife O’Connor' }),
    theirs('p4', 'ann', 'profile', { name: 'Ann Smith-Jones' }),
    theirs('p5', 'karim', 'profile', { name: 'Karim al-Amin' }),
    theirs('p6', 'bo', 'profile', { name: 'Bo Müller-Lüdenscheid' }),
    ...['aoife', 'ann', 'karim', 'bo'].map((author) =>
      theirs(`of ${author}`, author, 'lesson', { created: 1, title: 'Oil hinges' }),
    ),
    theirs('x', 'maria', 'lesson', { created: 1, title: 'ssh -o, and the rest' }),
  );
  const ways = {
    aoife: [
      'oconnor',
      'ocon',
      "O'Connor",
      'connor',
      'by:oconnor',
      'by:ocon',
      "by:o'connor",
      'by:connor',
      'by:"aoife oc"',
    ],
    ann: ['smithjones', 'smithj', 'smith', 'jones', 'by:smithjones', 'by:smith-jones', 'by:jones'],
    karim: ['alamin', 'alam', 'al-amin', 'by:alamin', 'by:amin'],
    bo: ['mullerludenscheid', 'muellerluedenscheid', 'by:muellerlued'],
  };
  for (const [author, some] of Object.entries(ways))
    for (const typed of some) expect(await whole(typed), typed).toEqual([`of ${author}`]);
  // Only what stands in one word.
  for (const typed of ['aoifeoconnor', 'by:annsmith']) expect(await whole(typed), typed).toEqual([]);
});
