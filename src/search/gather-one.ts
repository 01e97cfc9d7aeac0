import { type Candidate, insert } from './best.ts';
import { BLOCK, MOST_SAID, readBlock } from './blocks.ts';
import { seenUpTo, spanOf } from './counts.ts';
import { type Answered, prepare } from './steps.ts';
import { held, numberAt } from './walks.ts';

/** The best candidates, and how many there are. */
export interface Gathered {
  best: Candidate[];
  whole: number;
  all: number;
  /**
   * `all` is about so, for a beginning that very many records have was not looked through to the end (blocks.ts): those that are gone are
   * counted too.
   */
  isAbout?: true;
}

/** What one word alone finds: nothing has to be added up, only what stands in several lists is one record. */
export function gatherOne(
  answered: Answered[],
  records: number,
  isGone: (number: number) => boolean,
  most: number,
): Gathered {
  const best: Candidate[] = [];
  const [step] = prepare(held, answered, records);
  if (!step) return { best, whole: 0, all: 0 };
  const { walks, worth, having } = step;
  const { entries } = held;
  const seen = seenUpTo(held, spanOf(held, walks)[1]);
  let [whole, least, leastNumber, isAbout] = [0, -1, -1, false];
  for (const { first, next, unit, blocks } of walks) {
    const top = worth * unit * MOST_SAID;
    let bottom = blocks ? next : first;
    for (let i = next - 1; i >= first; i--) {
      if (blocks && i < bottom) {
        // What comes now is older, and says no more.
        if (top < least || (top === least && i + 1 < next && numberAt(entries, i + 1) <= leastNumber)) {
          isAbout = true;
          break;
        }
        const k = Math.floor((i - first) / BLOCK);
        bottom = first + k * BLOCK;
        readBlock(blocks, k, entries, first);
      }
      const entry = entries[i] as number;
      const number = entry >>> 4;
      const byte = seen[number >> 3] as number;
      const bit = 1 << (number & 7);
      const isNew = (byte & bit) === 0;
      if (isNew) {
        seen[number >> 3] = byte | bit;
        if (!isGone(number)) whole++;
      }
      const score = worth * unit * (entry & 15);
      if (score < least || (score === least && number < leastNumber) || isGone(number)) continue;
      if (!isNew && !takeOut(best, number, score)) continue;
      insert(best, number, score, true, most);
      const worst = best[most - 1];
      if (worst) [least, leastNumber] = [worst.score, worst.number];
    }
  }
  seen.fill(0);
  if (!isAbout) return { best, whole, all: whole };
  whole = Math.max(whole, having);
  return { best, whole, all: whole, isAbout };
}

/** Makes room for a better score of a record. False where what stands there is as good. */
function takeOut(best: Candidate[], number: number, score: number): boolean {
  const at = best.findIndex((one) => one.number === number);
  if (at < 0) return true;
  if ((best[at] as Candidate).score >= score) return false;
  best.splice(at, 1);
  return true;
}
