import { describe, expect, test } from 'vitest';
import { briefOf, createVocabulary } from '../../src/search/page/brief.ts';
import { chorus } from '../../src/search/page/chorus.ts';
import { type Contender, gradesOf } from '../../src/search/page/stand-out.ts';
import { fieldsOf } from '../../src/search/text/entry.ts';

const RECORDS = 1000;
const words = (...list: string[]) => new Map(list.map((word) => [word, 6]));

/** What a page finds anyway: a long tail of records that share a word or two. */
const tail = (count = 60): Contender[] =>
  Array.from({ length: count }, (_, i) => ({
    words: 10 - i / 20,
    run: 0,
    cover: 0.1,
    titled: 1,
    isNamed: false,
    shared: words(`w${i % 7}`),
  }));
const found = (change: Partial<Contender> = {}): Contender => ({
  words: 60,
  run: 0.5,
  cover: 0.3,
  titled: 2,
  isNamed: true,
  shared: words('refund', 'chargeback', 'acquirer', 'receipt'),
  ...change,
});
const firstOf = (best: Contender[]) => gradesOf(best, RECORDS)[0];

describe('among a few records', () => {
  const among = (records: number, change: Partial<Contender>) => gradesOf([found(change), ...tail()], records)[0];

  test.each<[string, Partial<Contender>]>([
    ['named by one word alone', { titled: 1 }],
    ['of which the page says little', { run: 0.6, cover: 0.22 }],
  ])('what is %s is not strong, which it is among many', (_, change) => {
    expect(among(20, {})).toBe('strong');
    expect(among(20, change)).toBe('fair');
    expect(among(RECORDS, change)).toBe('strong');
  });

  test('what the page says hardly anything of is not worth a look, which it is among many', () => {
    const change = { isNamed: false, run: 0.6, cover: 0.15 };
    expect(among(20, change)).toBe('weak');
    expect(among(RECORDS, change)).toBe('fair');
  });
});

describe('a fit is strong', () => {
  test('where it stands out, the page names it, and it shares what no other shares', () => {
    expect(firstOf([found(), ...tail()])).toBe('strong');
  });

  test('also alone among few', () => {
    expect(firstOf([found()])).toBe('strong');
  });

  test.each<[string, Partial<Contender>]>([
    ['the page does not name it', { isNamed: false }],
    ['it scores little more than what the page finds anyway', { words: 20 }],
    ['the page says little of it', { run: 0, cover: 0.36 }],
    ['it shares one rare word only', { shared: words('refund') }],
  ])('not where %s', (_, change) => {
    expect(firstOf([found(change), ...tail()])).not.toBe('strong');
  });

  test('not where others share the same with the page: pages of one template', () => {
    const family = Array.from({ length: 9 }, (_, i) => found({ words: 60 - i }));
    expect(gradesOf([...family, ...tail()], RECORDS)).not.toContain('strong');
  });

  test('for two at most', () => {
    const many = Array.from({ length: 4 }, (_, i) => found({ shared: words(`a${i}`, `b${i}`, `c${i}`, `d${i}`) }));
    expect(gradesOf([...many, ...tail()], RECORDS).filter((grade) => grade === 'strong')).toHaveLength(2);
  });
});

test('what merely shares a word is weak, and nothing is nothing', () => {
  expect(new Set(gradesOf(tail(), RECORDS))).toEqual(new Set(['weak']));
  expect(gradesOf([], RECORDS)).toEqual([]);
});

test('of what is found those agree that say what the best say', () => {
  const vocabulary = createVocabulary();
  const voice = (title: string, score: number) => {
    const { ids } = briefOf(fieldsOf({ title, lang: 'en', site: '' }), vocabulary);
    return { terms: ids, impacts: ids.map(() => 9), score };
  };
  const looked = [
    voice('refund after a chargeback', 10),
    voice('chargeback evidence and refund', 8),
    voice('chargeback refund deadline', 2),
    voice('sourdough starter', 2),
  ];
  const [, , near = 0, far = 0] = chorus(looked);
  expect(near).toBeGreaterThan(far);
  expect(chorus([])).toEqual([]);
  expect(chorus(looked.slice(0, 1))).toEqual([0]);
});
