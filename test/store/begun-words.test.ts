import { expect, it } from 'vitest';
import { find } from '../../src/store/find.ts';
import { createDevice, keepLesson } from './device.ts';

it.each([
  ['en', 'Moving the session', 'moving'],
  ['en', 'A replica of the environment', 'environment'],
  ['en', 'Gradual typing in short', 'typing'],
  ['en', 'Adding one by using another', 'adding using'],
  ['en', 'Running out of stability', 'running stability'],
  ['de', 'Die Schreibung von Freiheit', 'schreibung freiheit'],
  ['fr', 'Le fonctionnement des appareils', 'fonctionnement'],
  ['es', 'El mantenimiento y el lanzamiento', 'mantenimiento lanzamiento'],
  ['pt', 'Quando falamos com o atendente', 'falamos atendente'],
  ['it', 'Perché parlavano della spedizione', 'parlavano spedizione'],
  ['nl', 'De snelheid van een tekening', 'snelheid tekening'],
])('no letter of a word loses what says it (%s: %s)', async (lang, title, typed) => {
  const device = createDevice();
  await keepLesson(device, { title, note: '', quote: '', tags: [], lang });
  await keepLesson(device, { title: 'Something else', note: '', quote: '', tags: [], lang: 'en' });
  for (const word of typed.split(' ')) {
    for (let length = 2; length <= word.length; length++) {
      const { hits, unwritten } = await find(device.store.relaxed, word.slice(0, length), { limit: 10 });
      expect([hits.length, hits[0]?.isWhole, unwritten], word.slice(0, length)).toEqual([1, true, undefined]);
    }
  }
});

it('what goes on from a doubled letter is no ending of a site', async () => {
  const device = createDevice();
  await keepLesson(device, { title: 'Opened at x.com', note: '', quote: '', tags: [], lang: 'en' });
  expect((await find(device.store.relaxed, 'comm', { limit: 10 })).hits).toEqual([]);
});
