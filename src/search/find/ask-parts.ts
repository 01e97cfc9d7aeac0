import { once } from '../../kit/once.ts';
import type { Slot } from '../asked/slot.ts';
import type { Answered } from '../asked/slot-lists.ts';
import { liveAmong } from './live-in.ts';
import type { Part } from './part.ts';
import type { Index, SearchOptions } from './search-options.ts';

export type { Answered } from '../asked/slot-lists.ts';

/** What every part of an index has for each slot. */
async function answer(parts: Part[], slots: Slot[]): Promise<Answered[]> {
  const matchers = slots.flatMap((slot) => slot.matchers);
  const found = await Promise.all(parts.map((part) => part.match(matchers)));
  let next = 0;
  return slots.map((slot) => ({
    slot,
    found: slot.matchers.map(({ weight }) => {
      const lists = found.flatMap((of) => of[next] ?? []);
      next++;
      return { weight, having: lists.reduce((sum, { count }) => sum + count, 0), lists };
    }),
  }));
}

/** A shorter word that is written at all is not looked for in two; and nobody is told of a pair of letters that nothing has it. */
const APART_MIN = 4;
const NAMED_MIN = 3;
/** A word that so few have, or one in so many, may itself be a slip. */
const RARE = 3;
const RARE_SHARE = 10_000;
/** How slips are found comes with the first; what tongues have to do with it where there are several. */
const correcting = once(() => import('./slip.ts'));
const telling = once(() => import('./by-tongue.ts'));

/** The same; where nothing has a word that is needed, what it is the beginning of, else what it becomes by correcting one slip, and where hardly anything has it, that as well. */
export async function answerCorrected(
  all: Index,
  slots: Slot[],
  load?: SearchOptions<unknown>['load'],
): Promise<Answered[]> {
  const tongues = all.tongues.length > 1 ? await telling() : null;
  const index = tongues?.narrowed(all) ?? all;
  const rare = Math.max(RARE, Math.floor(index.records / RARE_SHARE));
  const first = await answer(index.parts, slots);
  const answered = (await tongues?.settled(first, index)) ?? first;
  const lacking = answered.flatMap((one) => {
    const { role, word } = one.slot;
    if (role !== 'needed' || word.length < NAMED_MIN) return [];
    const having = countLive(one.found, index.isGone, rare + 1);
    return having > (word.length < APART_MIN ? 0 : rare) ? [] : [{ one, having }];
  });
  return lacking.length > 0
    ? (await correcting()).correct(index, answered, lacking, { answer, countLive, load })
    : answered;
}

/** How many records that are not gone were found, counted no further than to `enough`. */
function countLive(found: Answered['found'], isGone: Index['isGone'], enough: number): number {
  const live = new Set<number>();
  for (const { lists } of found) {
    for (const list of lists) {
      if (live.size < enough) for (const number of liveAmong(list, isGone, enough)) live.add(number);
    }
  }
  return live.size;
}
