import { fold } from '../../kit/fold.ts';
import type { Asked, Query, TypedWord } from '../asked/query-parts.ts';
import type { Answered } from '../asked/slot-lists.ts';
import type { Skimmed } from '../look/skim.ts';
import { pairs, stretches } from '../text/spaceless.ts';
import { compare } from './best.ts';
import { gather } from './gather.ts';
import type { Index, SearchOptions } from './search-options.ts';
import { countWhole, type Looked, type LookedAt, readAll } from './second-look.ts';

/** So many whole matches are asked, so that it is known how many there are; beyond, it is said about. */
const COUNTED_MAX = 100;
/** So many at most while those that are whole do not fill the limit. */
const ASKED_MAX = 1000;

/** How what was typed without spaces is held to standing as a whole. */
export interface HeldRuns<T> {
  /** A record is whole only so. */
  held(one: Looked<T>): Looked<T>;
  /** The same of what was found, of which more is asked where that is due. */
  inRuns(
    found: LookedAt<T>,
    index: Index,
    answered: Answered[],
    options: SearchOptions<T>,
    most: number,
  ): Promise<LookedAt<T>>;
}

/**
 * What is typed without spaces counts as whole only where it stands as a whole: the index has its pairs, and 東京 and 京都 are not 東京都. Of
 * a choice pairs must do, and of whoever is called so nothing is asked. Null where nothing is longer than a pair.
 */
export function holdRuns<T>({ asked }: Query, { isBy }: SearchOptions<T>): HeldRuns<T> | null {
  const runs = asked.flatMap(runsIn);
  if (runs.length === 0) return null;
  const held = (one: Looked<T>): Looked<T> => ({
    ...one,
    isWhole:
      one.isWhole &&
      runs.every(({ run, authors }) => isBy?.(one.loaded.item, authors) || stands(run, one.loaded.skimmed)),
  });
  const inRuns: HeldRuns<T>['inRuns'] = async (found, index, answered, options, most) => {
    const near = found.looked.map(held).sort(compare);
    const [paired, whole] = [countWhole(found.looked), countWhole(near)];
    const isAll = found.whole === paired && (whole === paired || paired < options.limit);
    if (isAll) return { ...found, looked: near, whole };
    if (whole === paired && found.whole > COUNTED_MAX) return { ...found, isAbout: true };
    return further(gather(answered, index.records, index.isGone, ASKED_MAX), held, options, most);
  };
  return { held, inRuns };
}

/** Asks more of them, until it is known how many are whole, or there are enough; of the others it is said about how many, by those that were asked. */
async function further<T>(
  { best, ...counts }: ReturnType<typeof gather>,
  held: HeldRuns<T>['held'],
  options: SearchOptions<T>,
  most: number,
): Promise<LookedAt<T>> {
  const looked: Looked<T>[] = [];
  let at = 0;
  const isEnough = () =>
    at >= Math.min(counts.whole, COUNTED_MAX) && (countWhole(looked) >= most || at >= counts.whole + most);
  while (at < best.length && !isEnough()) {
    options.signal?.throwIfAborted();
    looked.push(...(await readAll(options, best.slice(at, at + COUNTED_MAX))).map(held));
    at += COUNTED_MAX;
  }
  const whole = countWhole(looked);
  const told = { ...counts, looked: looked.sort(compare).slice(0, most), whole };
  if (at >= counts.whole) return told;
  if (whole < options.limit) return { ...told, isCut: true };
  return { ...told, whole: Math.round((counts.whole * whole) / at), isAbout: true };
}

/** What was typed without spaces, and what meets it of those whose name it is. */
interface Run extends Pick<TypedWord, 'authors'> {
  run: string;
}

/** What a word says without spaces, from three letters on: two are one pair. */
function runsIn(one: Asked): Run[] {
  if (one.kind !== 'word') return [];
  const runs = stretches(one.word.word).filter(({ text, isSpaceless }) => isSpaceless && pairs(text).length > 2);
  return runs.map(({ text }) => ({ run: text, authors: one.word.authors }));
}

/** Which runs a record has, remembered from letter to letter: to fold a megabyte takes long. */
const known = new WeakMap<Skimmed, Map<string, boolean>>();

function stands(run: string, skimmed: Skimmed): boolean {
  const told = known.get(skimmed) ?? new Map<string, boolean>();
  known.set(skimmed, told);
  const has = told.get(run) ?? skimmed.fields.texts.some((text) => text.includes(run) || fold(text).includes(run));
  told.set(run, has);
  return has;
}
