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
    // A word that is written is no other one with a letter replaced, and the other way round nothing is a slip.
    for (let i = 0; i < 9; i++) await lesson('show batch');
    await lesson('shoes');
    await lesson('bath');
    expect(await titles('shoes ')).toEqual(['shoes']);
    expect(await titles('bath ')).toEqual(['bath']);
    await lesson('certificape');
    expect(await titles('certificape ')).toEqual(['certificape']);
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

describe('a word that nothing has', () => {
  it('becomes no small word, and nothing that is left of a word that nobody wrote', async () => {
    const titles = [
      'in this case',
      'But once more',
      'them and theirs',
      'as it is',
      'any of these',
      'IncClass',
      'new done had',
    ];
    for (const title of titles) await lesson(title);
    for (const typed of ['inactive ', 'butter ', 'theme ', 'isvs ', 'años ', 'newest ', 'dont ', 'haus '])
      expect(await find(device.store.relaxed, typed, { limit: 9 }), typed).toMatchObject({ total: 0 });
  });

  it('of four letters is put right only where one is missing', async () => {
    await lesson('rate of change');
    await lesson('proxy');
    expect(await titles('race ')).toEqual([]);
    expect(await titles('prox ')).toEqual(['proxy']);
  });

  it('is told of as it was typed, and once, whether something else was found for it or not', async () => {
    await lesson('certificate');
    const ask = (typed: string) => find(device.store.relaxed, typed, { limit: 9 });
    expect(await ask('certifcate')).toMatchObject({ total: 1, whole: 1, unwritten: ['certifcate'] });
    expect(await ask('Certifcate Quökka certifcate xyz')).toMatchObject({
      total: 1,
      whole: 0,
      unwritten: ['certifcate', 'Quökka', 'xyz'],
    });
    expect(await ask('certificate 東京')).toMatchObject({ total: 1, whole: 0 });
    for (const typed of ['certificate', 'certif', 'certificate 東京', 'certificate c'])
      expect(await ask(typed), typed).not.toHaveProperty('unwritten');
  });

  it('takes no other word’s place where nothing can be put right about it, and each is told of', async () => {
    await lesson('certificate');
    const long = (letter: string) => letter.repeat(33);
    const beside = ['qzx', 'qzy', 'qzw', long('q'), long('z'), long('x'), '404', '50312', '1234567', '80443'];
    const { hits, unwritten } = await find(device.store.relaxed, [...beside, 'certifcate '].join(' '), { limit: 9 });
    expect(hits).toHaveLength(1);
    expect(unwritten).toEqual([...beside, 'certifcate']);
    // More than are put right.
    const others = Array.from('bdfghjklm', (letter) => `${letter}qxzw`);
    const found = await find(device.store.relaxed, `${others.join(' ')} certificate `, { limit: 9 });
    expect(found).toMatchObject({ total: 1, unwritten: others });
  });

  it('is no other number where it is one', async () => {
    for (const title of ['port 44312', 'port 443127', 'base64']) await lesson(title);
    for (const typed of ['44311 ', '443127 4431 ', '44312700 '])
      expect(await titles(typed), typed).not.toContain('port 44312');
    expect(await titles('base46 ')).toEqual(['base64']);
  });

  it('is not taken for what one slip and an ending make of it', async () => {
    for (let i = 0; i < 9; i++) await lesson('wir have das nicht und die Reste', 'de');
    expect(await titles('harvest ')).toEqual([]);
    await lesson('run');
    expect(await titles('runing ')).toEqual(['run']);
  });

  it('is one whose stem others begin with, where words are written together', async () => {
    await lesson('Kündigungsfrist beim Mietvertrag', 'de');
    await lesson('generic', 'en');
    for (const typed of ['kündigen', 'kuendigen ', 'Mietvertrag kündigen'])
      expect(await titles(typed), typed).toEqual(['Kündigungsfrist beim Mietvertrag']);
    await lesson('deployer', 'en');
    for (const typed of ['kundly ', 'deployed ']) expect(await titles(typed), typed).not.toContain('Kündigungsfrist');
    await lesson('kündige', 'de');
    expect(await titles('kündigen ')).toEqual(['kündige']);
  });

  it('from five letters on is one that others begin with, before it is taken for a slip', async () => {
    for (const title of ['Schlüsselübergabe, Protokoll', 'Reisekostenabrechnung', 'Schüssel'])
      await lesson(title, 'de');
    await lesson('boxing');
    for (const typed of ['Schlüssel ', 'schluessel protokoll', 'Schlüssel Protokol'])
      expect(await titles(typed), typed).toEqual(['Schlüsselübergabe, Protokoll']);
    const found = await find(device.store.relaxed, 'Reisekosten abrechnung', { limit: 9 });
    expect(found).toMatchObject({ total: 1, whole: 0, unwritten: ['abrechnung'] });
    expect(found.hits[0]?.marks.flat()).toHaveLength(3);
    // What stands whole is meant whole, and four letters begin too much.
    expect(await titles('boxi ')).toEqual([]);
    await lesson('Schlüssel');
    expect(await titles('Schlüssel ')).toEqual(['Schlüssel']);
  });
});
