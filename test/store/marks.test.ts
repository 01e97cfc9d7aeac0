import 'fake-indexeddb/auto';
import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { find } from '../../src/store/find.ts';
import { createDevice, keepLesson } from './device.ts';

/** A note with what a search met in brackets, as the search tells it. */
async function marked(note: string, typed: string): Promise<string> {
  const device = createDevice();
  await keepLesson(device, { quote: '', title: '', note, target: undefined });
  const { hits } = await find(device.store.relaxed, typed, { limit: 5 });
  const marks = hits[0]?.marks[2] ?? [];
  let [said, from] = ['', 0];
  for (let i = 0; i < marks.length; i += 3) {
    const [start = 0, end = 0] = marks.slice(i, i + 2);
    if (end <= from) continue;
    // Two that touch are one to whoever reads.
    if (start <= from && said.endsWith(']')) said = said.slice(0, -1);
    else said += `${note.slice(from, start)}[`;
    said += `${note.slice(Math.max(from, start), end)}]`;
    from = end;
  }
  return said + note.slice(from);
}

/** From where to where something is marked in a note, each place once. */
async function places(note: string, typed: string): Promise<number[][]> {
  const device = createDevice();
  await keepLesson(device, { quote: '', title: '', note, target: undefined });
  const { hits } = await find(device.store.relaxed, typed, { limit: 5 });
  const marks = hits[0]?.marks[2] ?? [];
  const all = marks.flatMap((_, i) => (i % 3 === 0 ? [`${marks[i]} ${marks[i + 1]}`] : []));
  return Array.from(new Set(all), (place) => place.split(' ').map(Number));
}

describe('what was looked for is marked, whatever it is written in', () => {
  test.each([
    ['its other forms, as they stand', 'deploy', 'Deploys, deployed, redeploy', '[Deploys], [deployed], redeploy'],
    ['accents and capitals', 'cafe gare', 'Le CAFÉ de la gare', 'Le [CAFÉ] de la [gare]'],
    ['accents that stand apart', 'resume', 'her re\u0301sume\u0301 here', 'her [re\u0301sume\u0301] here'],
    ['and typed apart', 're\u0301sume\u0301', 'her résumé here', 'her [résumé] here'],
    ['names with signs', 'c++', 'sfinae in c++ is subtle', 'sfinae in [c++] is subtle'],
    ['vowel signs', 'सर्वर', 'यह सर्वर धीमा है', 'यह [सर्वर] धीमा है'],
    ['soft hyphens inside', 'deployment', 'the de\u00adploy\u00adment ran', 'the [de\u00adploy\u00adment] ran'],
    ['only the letters asked for, in Chinese', '生产环境', '请在生产环境中清理缓存', '请在[生产环境]中清理缓存'],
    ['in Japanese, of any width', 'サーバー', '本番のｻｰﾊﾞｰを再起動', '本番の[ｻｰﾊﾞｰ]を再起動'],
    ['in Thai', 'ผู้ดูแล', 'แจ้งเตือนผู้ดูแลระบบ', 'แจ้งเตือน[ผู้ดูแล]ระบบ'],
    ['a single letter', '猫', '黒猫が猫', '黒[猫]が[猫]'],
    ['another script beside them', 'chrome', '在Chrome浏览器', '在[Chrome]浏览器'],
    ['a picture, whole', '👍', 'it is 👍🏽 and 👩\u200d💻', 'it is [👍🏽] and 👩\u200d💻'],
    ['whatever its colour', '👍🏽 ❤️', '👍 for a ❤', '[👍] for a [❤]'],
    [
      'a word that is written in two, where these stand so',
      'setup',
      'set it, set up and up',
      'set it, [set up] and up',
    ],
    ['with a sign between', 'wifi', 'fi: wi has Wi-Fi', 'fi: wi has [Wi-Fi]'],
    ['the groups of a number', '1250', '1 of 250: $1,250.00', '1 of 250: $[1,250].00'],
    [
      'letters that are no part of it nowhere, where it stands',
      '東京都',
      '東京と京都の東京都で',
      '東京と京都の[東京都]で',
    ],
    ['nor in Thai', 'รหัสผ่าน', 'ไปที่การตั้งค่าแล้วเปลี่ยนรหัสผ่าน', 'ไปที่การตั้งค่าแล้วเปลี่ยน[รหัสผ่าน]'],
    ['across pieces of a long run', '京都大阪', `${'東'.repeat(63)}京都大阪で`, `${'東'.repeat(63)}[京都大阪]で`],
    ['each of several beside words', 'ship 🚀', '🚀ship it🚀', '[🚀ship] it[🚀]'],
  ])('%s', async (_, typed, note, expected) => {
    expect(await marked(note, typed)).toBe(expected);
  });

  it.each([
    ['データベース', 'そのデータベースを'],
    ['비밀번호', '내 비밀번호를'],
    ['รหัสผ่าน', 'เปลี่ยนรหัสผ่านของคุณ'],
  ])('as one where letters are typed without spaces: %s', async (typed, note) => {
    const at = note.indexOf(typed);
    expect(await places(note, typed)).toEqual([[at, at + typed.length]]);
  });

  it('and no vowel of Thai apart from its consonant where only some of the letters stand there', async () => {
    const note = 'ไปที่การตั้งค่าแล้ว ให้ผ่า';
    const all = await places(note, 'การผ่านค่าเรียก แล้ว');
    expect(all.length).toBeGreaterThan(0);
    for (const [start = 0, end = 0] of all) {
      expect(note.slice(end)).not.toMatch(/^[\p{M}ะาำ]/u);
      expect(note.slice(0, start)).not.toMatch(/[เแโใไ]$/u);
      expect(note.slice(start, end)).not.toMatch(/^[\p{M}ะาำ]|[เแโใไ]$/u);
    }
  });

  it.each([
    ['behind', 'กา', `กา${'ะ'.repeat(200)}`, 0],
    ['before', 'ะา', `ก${'ะ'.repeat(200)}าก`, 200],
  ])('and no more vowels %s it than a letter has, where a text is nothing else', async (_, typed, note, at) => {
    const [[start = 0, end = 0] = []] = await places(note, typed);
    expect([start <= at, end >= at + typed.length, end - start < 20]).toEqual([true, true, true]);
  });

  it('is told for every field, by its place', async () => {
    const device = createDevice();
    const href = 'https://birds.example/a';
    const target = { url: href, href, selectors: [] };
    const said = { title: 'A bird', quote: 'bird', note: 'one bird', tags: ['big', 'bird'], target };
    await keepLesson(device, said);
    const { hits } = await find(device.store.relaxed, 'birds bird', { limit: 5 });
    const places = hits[0]?.marks.map((marks) => [marks[0], marks[1]]);
    expect(places).toEqual([
      [2, 6],
      [0, 4],
      [4, 8],
      [undefined, undefined],
      [5, 9],
      [0, 5],
    ]);
  });

  test.each([
    ['as it is typed', 'albatross', 'albatross'],
    ['with a capital and another ending', 'albatross', 'Albatrosses'],
    ['in capitals', 'albatross', 'ALBATROSS'],
    ['after places where a word only has its letters inside', 'albatross', `${'xalbatross '.repeat(50)}| albatross`],
    ['with accents', 'resume', 'résumé'],
    ['among letters without spaces', '缓', '请在生产环境中清理缓'],
  ])('is told where it stands far inside: %s', async (_, typed, said) => {
    const note = `${'dull words '.repeat(9_000)}${said} and more`;
    const at = note.search(/(?<= )(?=albatross|Albatrosses|ALBATROSS|résumé)|(?=缓)/u);
    const end = note.indexOf(' and', at);
    const device = createDevice();
    await keepLesson(device, { title: '', quote: '', note, target: undefined });
    const { hits } = await find(device.store.relaxed, typed, { limit: 5 });
    expect(hits[0]?.marks[2]?.slice(0, 2)).toEqual([at, end]);
  });

  it('is told of the beginning of a long text alone where all of it stands there', async () => {
    const note = 'tea cup and words '.repeat(50_000);
    const device = createDevice();
    await keepLesson(device, { title: '', quote: '', note, target: undefined });
    const { hits } = await find(device.store.relaxed, 'tea cup', { limit: 5 });
    expect(Math.max(...(hits[0]?.marks[2] ?? []))).toBeLessThan(20_010);
  });

  it('is told far inside of what does not stand at the beginning, beside what does', async () => {
    const before = `tea ${'dull words '.repeat(9_000)}`;
    const device = createDevice();
    await keepLesson(device, { title: 'tea', quote: '', note: `${before}albatross and more`, target: undefined });
    const { hits } = await find(device.store.relaxed, 'tea albatross', { limit: 5 });
    expect(hits[0]?.marks[0]).toEqual([0, 3, 0]);
    expect(hits[0]?.marks[2]).toEqual([0, 3, 0, before.length, before.length + 9, 1]);
  });

  it('is told where a word stands across the place to which long texts are looked at', async () => {
    const note = `${'dull words '.repeat(2_000).slice(0, 19_994)} albatross`;
    const device = createDevice();
    await keepLesson(device, { title: '', quote: '', note, target: undefined });
    const { hits } = await find(device.store.relaxed, 'albatross', { limit: 5 });
    expect(hits[0]?.marks[2]?.slice(0, 2)).toEqual([19_995, 20_004]);
  });

  it('and every place is one of the text, in order', async () => {
    const letter = fc.constantFrom(...'ab é́ก็ู生产サﾞ猫\u00ad\u200d👩‍👧c++#ß한ㄱ');
    await fc.assert(
      fc.asyncProperty(fc.array(letter, { minLength: 1, maxLength: 60 }), fc.nat(), async (letters, from) => {
        const note = letters.join('');
        const typed = letters
          .slice(from % letters.length)
          .join('')
          .slice(0, 8);
        expect((await marked(note, typed)).replace(/[[\]]/g, '')).toBe(note);
      }),
      { numRuns: 40 },
    );
  });
});
