import { describe, expect, it } from 'vitest';
import { fold } from '../../src/kit/fold.ts';
import { termsOf } from '../../src/search/text/terms.ts';
import { words } from '../../src/search/text/words.ts';

/** Letters that stand once each, so that every pair tells its place. */
const letters = (count: number, from = 0x4e00): string[] =>
  Array.from({ length: count }, (_, i) => String.fromCodePoint(from + (i % 20_000)));
const placed = (text: string) => termsOf(text, 'und').map(({ term, at }) => [term, at]);
const pairsOf = (all: string[]) => all.map((letter, i) => [letter + (all[i + 1] ?? ''), i]);

describe('a run without spaces', () => {
  it.each([63, 64, 65, 66, 128, 129, 200, 5_000])(
    'of %i letters is found by every pair, each at its place',
    (count) => {
      expect(placed(letters(count).join(''))).toEqual(pairsOf(letters(count)));
      // Letters of two code units.
      const rare = letters(count, 0x20000);
      expect(placed(rare.join(''))).toEqual(pairsOf(rare));
    },
  );

  it('of a million letters is read to its end, without holding it up', () => {
    const from = process.cpuUsage();
    const found = termsOf(letters(1_000_000).join(''), 'und');
    const { user, system } = process.cpuUsage(from);
    expect(found).toHaveLength(1_000_000);
    expect(found.at(-1)?.at).toBe(999_999);
    expect(user + system).toBeLessThan(4_000_000);
  });

  it('keeps the words of other scripts within it whole, wherever it is cut', () => {
    for (let before = 55; before < 66; before++) {
      const text = `${letters(before).join('')}Windows${letters(100, 0x6000).join('')}`;
      const found = placed(text);
      expect(found).toContainEqual(['windows', before]);
      expect(found.filter(([term]) => typeof term === 'string' && /^[a-z]/.test(term))).toHaveLength(1);
      expect(found).toContainEqual([letters(2, 0x6000).join(''), before + 1]);
    }
  });

  it('is read as it is folded, with vowels that are marks', () => {
    const thai = 'ผู้ดูแลระบบจะได้รับการแจ้งเตือนเมื่อเซิร์ฟเวอร์หยุดทำงานและต้องตรวจสอบบันทึกของระบบก่อนที่จะเริ่มต้นใหม่อีกครั้งหนึ่ง';
    expect(thai.length).toBeGreaterThan(100);
    expect(placed(thai)).toEqual(pairsOf([...fold(thai)]));
  });

  it('is one word to whoever asks for words', () => {
    expect(words(letters(500).join('')).map(({ text }) => text.length)).toEqual([500]);
  });
});

it('the rest of a word with spaces beside it that nobody types is not kept', () => {
  expect(placed(`${'ab'.repeat(400)} tea`)).toEqual([
    ['ab'.repeat(32), 0],
    ['tea', 1],
  ]);
  const beside = placed(`${'ab'.repeat(400)}${letters(90).join('')}`).map(([term]) => String(term).length);
  expect(Math.max(...beside)).toBe(64);
});

it('Korean is found by what its particles hang on', () => {
  const found = termsOf('서버에서 오류가', 'und').map(({ term }) => term);
  expect(found).toEqual(expect.arrayContaining(['서버', '오류']));
});

it('a version behind the name of a language leaves it its name', () => {
  expect(words('C++20, C#7, x++y and C++').map(({ word }) => word)).toEqual([
    'c++',
    '20',
    'c#',
    '7',
    'x',
    'y',
    'and',
    'c++',
  ]);
});
