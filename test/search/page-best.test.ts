import { expect, it } from 'vitest';
import type { Candidate } from '../../src/search/find/best.ts';
import { toLoaded } from '../../src/search/look/skim.ts';
import { createVocabulary } from '../../src/search/page/brief.ts';
import { lookAtBest } from '../../src/search/page/page-best.ts';
import type { Beside } from '../../src/search/page/page-look.ts';

const FOUND = 64;
const LEAST = 20;
/** What words of a record say, beside what the index says of it. */
const SAYS = 3;

/** A record that says what its number is in the index, and nothing else that the page knows. */
const recordOf = (number: number) => toLoaded(number, { title: '', text: `record${number}`, site: '', lang: 'en' });

const candidatesOf = (score: (i: number) => number): Candidate[] =>
  Array.from({ length: FOUND }, (_, i) => ({ number: i, score: score(i), isWhole: true }));

function besideOf(candidates: Candidate[], vocabulary: ReturnType<typeof createVocabulary>): Beside {
  const impact = 15 / Math.round((15 * 2.5) / 3.5);
  return {
    known(id) {
      const number = Number((vocabulary.terms[id] ?? '').replace('record', ''));
      const counts = SAYS * (candidates[number]?.score ?? 0) * impact;
      return { isSmall: false, worth: 1, onPage: 0, isHeaded: false, counts };
    },
    pairs: [],
    titleRun: () => ({ run: 0, from: 0, to: 0 }),
  };
}

async function look(score: (i: number) => number, more: { isWhole?: boolean; keeps?(number: number): boolean } = {}) {
  const candidates = candidatesOf(score);
  const vocabulary = createVocabulary();
  const read: number[] = [];
  let [rounds, reading] = [0, 0];
  const seen = await lookAtBest(
    { candidates, isWhole: more.isWhole ?? false, telling: [], rarities: new Map(), speakers: [], isFull: true },
    vocabulary,
    besideOf(candidates, vocabulary),
    {
      pace: () => undefined,
      keeps: more.keeps ?? (() => true),
      async load(numbers: number[]) {
        read.push(...numbers);
        if (reading++ === 0) rounds++;
        await null;
        reading--;
        return new Map(numbers.map((number) => [number, recordOf(number)]));
      },
    },
  );
  return { ...seen, read, rounds };
}

const falling = (i: number): number => (i < 10 ? 100 - i : 10 - i / 100);
const flat = (i: number): number => 100 - i / 100;

it('reads those that can stand out, and goes by the index for the others', async () => {
  const { read, looked, others } = await look(falling);
  expect(read).toEqual(Array.from({ length: LEAST }, (_, i) => i));
  expect(looked.map(({ loaded }) => loaded.item)).toEqual(read);
  expect(others.length).toBe(FOUND - LEAST);
  const ratio = (looked.at(-1)?.words ?? 0) / falling(LEAST - 1);
  for (const [i, words] of others.entries()) expect(words / falling(LEAST + i)).toBeCloseTo(ratio, 5);
});

it('reads as many of others for those that stand on the page itself, and all where most do', async () => {
  expect((await look(falling, { keeps: (number) => number >= 10 })).read.length).toBe(LEAST + 10);
  const { read, looked, others } = await look(falling, { keeps: (number) => number >= 60 });
  expect([read.length, looked.length, others.length]).toEqual([FOUND, 4, 0]);
});

it('reads several at a time, however few of them can be taken', async () => {
  const { read, rounds, looked } = await look(falling, {
    keeps: (number) => number < LEAST - 1 || number === FOUND - 1,
  });
  expect([read.length, looked.length]).toEqual([FOUND, LEAST]);
  expect(rounds).toBeLessThan(8);
});

it('reads no more where none stands out', async () => {
  expect((await look(flat)).read.length).toBe(LEAST);
});

it('reads more where more stand out than are looked at in any case', async () => {
  expect((await look((i) => (i < 40 ? 100 : 1))).read.length).toBe(40);
});

it('reads all where all of the page’s words could be asked for', async () => {
  const { read, others } = await look(falling, { isWhole: true });
  expect([read.length, others.length]).toEqual([FOUND, 0]);
});
