import { expect, it } from 'vitest';
import { find } from '../../src/store/find.ts';
import { createDevice, keepLesson } from './device.ts';

it('a shorter stem of a word that is begun is no small word, and off says something', async () => {
  const device = createDevice();
  for (const title of [
    'Rate of the booking day',
    'Time off in lieu',
    'Time of delivery, and days in between',
    'Sign of life',
    'Sign off before you leave',
    'All that is in the box, but not the lid',
    'Running a marathon in the city',
  ])
    await keepLesson(device, { title, note: '', quote: '', tags: [], lang: 'en' });
  const whole = async (typed: string) => {
    const { hits } = await find(device.store.relaxed, typed, { limit: 10 });
    return hits.flatMap(({ record, isWhole }) => (isWhole ? [(record.body as { title?: string }).title] : []));
  };
  expect(await whole('days off')).toEqual([]);
  for (const typed of ['time off', 'time off ']) expect(await whole(typed)).toEqual(['Time off in lieu']);
  for (const typed of ['sign off', 'sign off ']) expect(await whole(typed)).toEqual(['Sign off before you leave']);
  expect(await whole('inn')).toEqual([]);
  expect(await whole('box butt')).toEqual([]);
  expect(await whole('city runni')).toEqual(['Running a marathon in the city']);
  expect(await whole('how to sign off')).toEqual(['Sign off before you leave']);
});
