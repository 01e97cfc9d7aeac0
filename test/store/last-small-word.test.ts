import { expect, it } from 'vitest';
import { find } from '../../src/store/find.ts';
import { createDevice, keepLesson } from './device.ts';

const createKept = async (...titles: [title: string, lang: string][]) => {
  const device = createDevice();
  for (const [title, lang] of titles) await keepLesson(device, { title, lang, note: '', quote: '', tags: [] });
  return async (typed: string) => {
    const { hits } = await find(device.store.relaxed, typed, { limit: 10 });
    return hits.filter(({ isWhole }) => isWhole).map(({ record }) => (record.body as { title?: string }).title);
  };
};

it.each(['nginx or redis', 'nginx and redis', 'nginx in docker'])(
  'no letter of a small word empties the list: %s',
  async (typed) => {
    const whole = await createKept(['nginx behind a proxy', 'en'], ['redis', 'en'], ['nginx logs', 'en']);
    for (let length = 5; length <= typed.lastIndexOf(' ') + 1; length++)
      expect(await whole(typed.slice(0, length)), typed.slice(0, length)).toHaveLength(2);
  },
);

it('a word that is small in some tongue is not needed where it stands last, unless it is mostly said in others', async () => {
  const whole = await createKept(
    ['VLOOKUP and XLOOKUP', 'en'],
    ["L'ordinateur ne démarre plus", 'fr'],
    ['Reset the password', 'en'],
    ['Reset the router, and its passphrase', 'en'],
    ['Reset all of it', 'en'],
  );
  for (const typed of ['vlookup vs xlookup', 'vlookup vs', 'xlookup versus '])
    expect(await whole(typed), typed).toEqual(['VLOOKUP and XLOOKUP']);
  expect(await whole('l’ordinateur ne demarre pas')).toEqual(["L'ordinateur ne démarre plus"]);
  expect(await whole('reset pas')).toHaveLength(2);
});

it('a word that may become a small one is passed over only where nothing begins with it, and something has all else', async () => {
  const whole = await createKept(
    ['kubernetes pods', 'en'],
    ['version of postgres', 'en'],
    ['Being there with docker', 'en'],
    ['¿Cómo funciona esto?', 'es'],
  );
  // On its way to `being`, of which nothing is left that begins so.
  expect(await whole('kubernetes bein')).toEqual(['kubernetes pods']);
  // On its way to `verify` as much as to a Spanish word.
  expect(await whole('kubernetes ver')).toEqual([]);
  const device = createDevice();
  for (const title of ['version of postgres', 'kubernetes pods']) await keepLesson(device, { title, lang: 'de' });
  for (const typed of ['zzyzzq ver', 'zzyzzq vers'])
    expect((await find(device.store.relaxed, typed, { limit: 10 })).total, typed).toBe(1);
});

it('a small word that stands last is asked for where nothing has all else', async () => {
  const device = createDevice();
  for (const title of ['internal notes', 'kubernetes pods']) await keepLesson(device, { title, lang: 'en' });
  expect((await find(device.store.relaxed, 'zzyzzq in', { limit: 10 })).total).toBe(1);
});

it('a small word behind one that is small in another tongue does not empty the list', async () => {
  const whole = await createKept(['Comment on this', 'fr'], ['run', 'en']);
  for (const typed of ['comment', 'comment o', 'comment of'])
    expect(await whole(typed), typed).toEqual(['Comment on this']);
});
