import { expect, it } from 'vitest';
import { find } from '../../src/store/find.ts';
import { createDevice, type Device } from './device.ts';
import { takeMany } from './take-many.ts';

const NAMED = 'Ask O’Brien before a release';
const TITLES = [
  NAMED,
  'ssh -o StrictHostKeyChecking=no',
  'tar -x -o archive',
  'curl -o file',
  'Lunch is at one o’clock',
  'The rock ‘n’ roll playlist',
  "git log --format='%h'",
  'I’ll ask for it',
];

async function filled(): Promise<Device> {
  const device = createDevice();
  await takeMany(
    device,
    TITLES.map((title) => ({ title, lang: 'en' })),
  );
  return device;
}

const found = async ({ store }: Device, typed: string) => {
  const { hits } = await find(store.relaxed, typed, { limit: 10 });
  return hits.map(({ record, isWhole }) => `${isWhole ? '' : '~'}${(record.body as { title: string }).title}`);
};

it('a single letter before an apostrophe brings in nothing that has only that', async () => {
  const device = await filled();
  for (const typed of ["O'Brien", "o'brien ", 'O’Brien', "o'br", 'obrien', 'brien', `"O'Brien"`])
    expect(await found(device, typed), typed).toEqual([NAMED]);
  // In quotes that nothing has, too, where the words may stand anywhere.
  for (const typed of ["O'Brien releases", `"O'Brien releases"`, `"releases O'Brien"`])
    expect(
      (await found(device, typed)).map((one) => one.replace('~', '')),
      typed,
    ).toEqual([NAMED]);
});

it('what is said with an apostrophe is found as it is typed', async () => {
  const device = await filled();
  for (const [typed, title] of [
    ["o'clock", TITLES[4]],
    ["rock 'n' roll", TITLES[5]],
    ["rock'n'roll", TITLES[5]],
    ["git log --format='%h'", TITLES[6]],
    ["I'll ask", TITLES[7]],
  ])
    expect((await found(device, typed ?? ''))[0], typed).toBe(title);
});

it('what is elided is no word before letters whose accents stand beside them', async () => {
  const device = createDevice();
  await takeMany(device, [{ title: 'Un été à la mer', lang: 'fr' }]);
  for (const form of ['NFC', 'NFD'])
    expect(await found(device, 'l’été'.normalize(form)), form).toEqual(['Un été à la mer']);
});
