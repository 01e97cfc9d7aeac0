import { beforeEach, describe, expect, it } from 'vitest';
import { createId } from '../../src/kit/id.ts';
import { find } from '../../src/store/find.ts';
import { keep } from '../../src/store/keep.ts';
import { flush } from '../../src/store/segment-flush.ts';
import { slipsOf } from '../search/one-slip.ts';
import { createDevice, type Device, value } from './device.ts';

let device: Device;
beforeEach(() => {
  device = createDevice();
});

const lesson = async (title: string, lang = 'en') =>
  value(await keep(device.store, { id: createId(), kind: 'lesson', body: { created: 1, title, lang } }, () => 1));
const titles = async (typed: string) => {
  const { hits } = await find(device.store.relaxed, typed, { limit: 30 });
  return hits.map(({ record }) => ('title' in record.body ? record.body.title : ''));
};

describe('a slip', () => {
  it.each([
    ['en', 'configuration connection deployment permission security container production storage policies happiness'],
    ['de', 'Einstellung Verbindung Bereitstellung Sicherheit Benachrichtigung Abteilungen Häuser Verfügbarkeit'],
  ])('in any letter from the third on finds the word, alone and beside another (%s)', async (lang, list) => {
    const words = list.split(' ');
    for (const word of words) await lesson(`${word} quokka`, lang);
    expect(await flush(device.store.relaxed, 1)).toBe(true);
    for (const word of words) {
      const slips = slipsOf(word.toLowerCase()).filter((_, i) => i % 23 === 0);
      for (const typed of slips.flatMap((slip) => [slip, `${slip} quokka`])) {
        expect(await titles(typed), `${typed} for ${word}`).toContain(`${word} quokka`);
      }
    }
  });

  it('that somebody made does not hide what was meant: it comes first, then what is far more usual', async () => {
    await lesson('certifcate');
    for (let i = 0; i < 8; i++) await lesson('certificate');
    expect(await titles('certifcate')).toEqual(['certifcate', ...Array.from({ length: 8 }, () => 'certificate')]);
    // The other way round nothing is a slip.
    expect(await titles('certificate')).not.toContain('certifcate');
    await lesson('certifcate');
    expect(await titles('certifcate')).toEqual(['certifcate', 'certifcate']);
  });

  it('is none where the word is rare and nothing like it is far more usual', async () => {
    await lesson('server');
    for (let i = 0; i < 7; i++) await lesson('sever');
    expect(await titles('server')).toEqual(['server']);
  });
});
