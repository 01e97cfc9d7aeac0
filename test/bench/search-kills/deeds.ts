import type { BodyOf } from '../../../src/domain/kinds/index.ts';

/** What is done one after the other, until the browser is killed: each deed follows from its number, so whoever comes after knows what was done. */
export interface Deed {
  do: 'take-in' | 'adopt' | 'keep' | 'rewrite' | 'take-back' | 'edit' | 'remove';
  /** The numbers of the records. */
  of: number[];
  /** How often they were written, with this. */
  version: number;
}

/** A record as the deeds leave it. */
export interface Left {
  isMine: boolean;
  version: number;
}

export const TEAM = 'bench';
export const COLLEAGUE = 'Wim Novak';
/** Words of the texts; each text has the words whose number divides its own. */
export const WORDS = ['harbour', 'lantern', 'marble', 'needle', 'orchard', 'pepper', 'quarry', 'ribbon', 'saddle'];
/**
 * What is done in turn. Of new ones few go through what is fresh, many become a segment at once, a file becomes several, and one is kept by itself; of
 * one's own or colleagues' so many are changed, drawn evenly from the oldest to the newest.
 */
const TURNS: [what: Deed['do'], number: number, ofMine?: boolean][] = [
  ['take-in', 100],
  ['edit', 1, true],
  ['take-in', 400],
  ['rewrite', 150, false],
  ['adopt', 1_400],
  ['remove', 60, true],
  ['keep', 1],
  ['take-back', 40, false],
  ['edit', 1, true],
];

/** The first so many deeds, and what they leave. */
export function deedsTo(count: number): { deeds: Deed[]; left: Map<number, Left>; next: number } {
  const deeds: Deed[] = [];
  const left = new Map<number, Left>();
  let next = 0;
  while (deeds.length < count) {
    const [what, number, ofMine] = TURNS[deeds.length % TURNS.length] ?? ['keep', 1];
    if (ofMine === undefined) {
      const of = Array.from({ length: number }, () => next++);
      deeds.push({ do: what, of, version: 1 });
      for (const n of of) left.set(n, { isMine: what !== 'take-in', version: 1 });
      continue;
    }
    const all = [...left].filter(([, { isMine }]) => isMine === ofMine).map(([n]) => n);
    const step = Math.max(1, Math.floor(all.length / number));
    const of = all.filter((_, i) => i % step === deeds.length % step).slice(0, number);
    // One version for all, later than any before, tells which deed wrote it.
    const version = deeds.length + 2;
    deeds.push({ do: what, of, version });
    const isGone = what === 'remove' || what === 'take-back';
    for (const n of of) {
      if (isGone) left.delete(n);
      else left.set(n, { isMine: ofMine, version });
    }
  }
  return { deeds, left, next };
}

export const idOf = (n: number): string => `text${String(n).padStart(18, '0')}`;

/** A word that forty records say, of syllables of which none is a slip of another. */
export const rareWord = (n: number): string =>
  Array.from({ length: 5 }, (_, i) => ['ba', 'de', 'fi', 'ko', 'lu'][Math.floor(n / 40 / 5 ** i) % 5]).join('');
const wordAt = (n: number): string => WORDS[n % WORDS.length] ?? '';

/** What a record says; in a later version other words. */
export function bodyOf(n: number, version: number): BodyOf<'lesson'> {
  const m = version === 1 ? n : n + version;
  return {
    created: new Date(2020, 0, 1 + (n % 1_000)).getTime(),
    title: `Number ${n} in version ${version}`,
    note: WORDS.filter((_, i) => m % (i + 2) === 0).join(' '),
    tags: [`tag${n % 7}`],
    lang: 'pl',
    ...(n % 3 === 0 ? { quote: `${rareWord(n)} ${wordAt(m)} ${wordAt(m + 4)}` } : {}),
    ...(n % 4 === 0
      ? { target: { url: '', title: '', selectors: [], href: `https://docs${n % 5}.example/page` } }
      : {}),
  };
}

/** What is asked of search after each kill; `next` is the number that comes next. */
export function queriesFor(next: number): string[] {
  const rare = [0, next / 3, next / 2, next - 1_500, next - 30].map((n) => rareWord(Math.max(0, Math.floor(n))));
  return [
    ...WORDS.map((word) => `${word} `),
    'harb',
    'lantern saddle ',
    'orchard or ribbon ',
    'pepper -quarry ',
    'harbour -lantern -marble ',
    'needle -tag:tag3 ',
    'tag:tag2 ',
    'site:docs4.example marble ',
    'is:mine ',
    'is:team -has:quote ',
    'by:wim has:quote ',
    ...rare.flatMap((word, i) => [
      `${word} `,
      `"${word} ${WORDS[i]}" `,
      `${word} -${WORDS[i + 2]} `,
      `${word} -"${word} ${WORDS[i + 1]}" `,
      `${word} is:mine after:2021 `,
      `${word} before:2021-06 or after:2022 tag:tag1 `,
    ]),
  ];
}
