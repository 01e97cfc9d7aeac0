import type { Candidate } from '../find/best.ts';
import type { Loaded } from '../look/skim.ts';
import { briefOf, type Vocabulary } from './brief.ts';
import type { PageAnswer } from './page-ask.ts';
import { type Beside, lookBeside, type PageLook } from './page-look.ts';
import { likelyOf, USUAL_FROM } from './stand-out.ts';

/** A candidate with what the second look says of it. */
export type Looked<T> = PageLook & { loaded: Loaded<T>; score: number };

/** What was looked at, in the order of the index, and what the words of the other candidates would score. */
interface LookedAt<T> {
  looked: Looked<T>[];
  others: number[];
}

/** How records are had. */
export interface HowToLook<T> {
  /** Records by number; those that are gone are left out. */
  load(numbers: number[]): Promise<Map<number, Loaded<T>>>;
  /** Left out before anything is compared: what stands on this very page. */
  keeps?(item: T): boolean;
}

/** Asked between two steps; it pauses where that is due. */
export type Pace = () => Promise<void> | undefined;

/** So many are asked for at a time: the first are looked at while the others are still being read. */
const AT_A_TIME = 8;

/**
 * Looks at the candidates that are worth it. Each is a record that is read, which takes longer than all else: where there are so many
 * that not all of a page's words could be asked for, those are left that cannot stand out.
 */
export async function lookAtBest<T>(
  { candidates, isWhole }: PageAnswer,
  vocabulary: Vocabulary,
  beside: Beside,
  { load, keeps, pace }: HowToLook<T> & { pace: Pace },
): Promise<LookedAt<T>> {
  const scores = candidates.map(({ score }) => score);
  const wanted = isWhole ? candidates.length : likelyOf(scores);
  const looked: { one: Looked<T>; by: number }[] = [];
  const look = async (some: Candidate[]) => {
    const loaded = await load(some.map(({ number }) => number));
    const seen: typeof looked = [];
    for (const { number, score: by } of some) {
      const one = loaded.get(number);
      if (!one || keeps?.(one.item) === false) continue;
      const look = lookBeside(briefOf(one.skimmed.fields, vocabulary), beside);
      seen.push({ one: { ...look, loaded: one, score: look.words }, by });
      const pause = pace();
      if (pause) await pause;
    }
    return seen;
  };
  let next = 0;
  // What stands on this very page is left out: as many others are looked at instead, a few more rather than one after the other.
  while (looked.length < wanted && next < candidates.length) {
    const some = candidates.slice(next, next + Math.max(AT_A_TIME, wanted - looked.length));
    next += some.length;
    looked.push(...(await Promise.all(inPieces(some).map(look))).flat());
  }
  const ratio = ratioOf(looked);
  return { looked: looked.map(({ one }) => one), others: scores.slice(next).map((score) => ratio * score) };
}

const inPieces = <Item>(items: Item[]): Item[][] =>
  Array.from({ length: Math.ceil(items.length / AT_A_TIME) }, (_, i) =>
    items.slice(i * AT_A_TIME, (i + 1) * AT_A_TIME),
  );

/** How many times what the index says of a record all its words usually say: of those that do not stand out, where there are any. */
function ratioOf(looked: { one: PageLook; by: number }[]): number {
  const usual = looked.length > USUAL_FROM ? looked.slice(USUAL_FROM) : looked;
  const ratios = usual.map(({ one, by }) => one.words / by).sort((a, b) => a - b);
  return ratios[ratios.length >> 1] ?? 1;
}
