import type { Slot } from '../asked/slot.ts';
import { numberAt, unpack } from '../stored/postings.ts';
import { facet } from '../text/beginnings.ts';
import { answerCorrected } from './ask-parts.ts';
import type { Index } from './search-options.ts';

/** Which records meet all that is asked of an index where no word is, sorted by kind; in no order but that of their numbers. */
export interface Meeting {
  /** By kind: how many records there are, and how many of them meet it. */
  kinds: { all: number; met: number }[];
  /** Whether a record meets it and is of a kind. */
  isMet(number: number, kind: number): boolean;
  /** The numbers of those of a kind that meet it. */
  numbersOf(kind: number): number[];
}

/** Above as many filters as can be typed: records that meet all, by kind. */
const OF_KIND = 2 ** 15;

/** Two bytes a record: how many of the filters it has met, one after the other. At least one is asked. */
export async function meeting(index: Index, slots: Slot[], kinds: string[]): Promise<Meeting> {
  const ofKinds = kinds.map((kind): Slot => {
    const matchers = [{ term: facet('k', kind), isBeginning: false, weight: 1 }];
    return { role: 'filter', matchers, word: '' };
  });
  const filters = slots.filter(({ role }) => role === 'filter');
  const barred = slots.filter(({ role }) => role === 'barred');
  const answered = await answerCorrected(index, [...filters, ...barred, ...ofKinds]);
  let met = new Uint16Array(0);
  let entries = new Uint32Array(0);
  const eachOf = (i: number, take: (number: number) => void): void => {
    for (const list of answered[i]?.found.flatMap(({ lists }) => lists) ?? []) {
      if (list.count === 0) continue;
      if (list.count > entries.length) entries = new Uint32Array(list.count);
      unpack(list, entries);
      // The last is the highest.
      met = withRoom(met, numberAt(entries, list.count - 1));
      for (let at = 0; at < list.count; at++) take(numberAt(entries, at));
    }
  };
  for (const i of filters.keys()) {
    eachOf(i, (number) => {
      if (met[number] === i) met[number] = i + 1;
    });
  }
  for (const i of barred.keys()) {
    eachOf(filters.length + i, (number) => {
      met[number] = 0;
    });
  }
  const counts = kinds.map((_, kind) => {
    const count = { all: 0, met: 0 };
    eachOf(filters.length + barred.length + kind, (number) => {
      if (index.isGone(number)) return;
      count.all++;
      if (met[number] !== filters.length) return;
      met[number] = OF_KIND + kind;
      count.met++;
    });
    return count;
  });
  return {
    kinds: counts,
    isMet: (number, kind) => met[number] === OF_KIND + kind,
    numbersOf: (kind) => {
      const numbers: number[] = [];
      met.forEach((is, number) => {
        if (is === OF_KIND + kind) numbers.push(number);
      });
      return numbers;
    },
  };
}

function withRoom(met: Uint16Array<ArrayBuffer>, highest: number): Uint16Array<ArrayBuffer> {
  if (highest < met.length) return met;
  const larger = new Uint16Array(Math.max(highest + 1, 2 * met.length));
  larger.set(met);
  return larger;
}
