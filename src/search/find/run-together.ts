import type { Slot } from '../asked/slot.ts';
import type { Answered } from '../asked/slot-lists.ts';
import { unpackAll } from '../stored/blocks.ts';
import { ENTRY } from '../stored/postings.ts';
import type { Index } from './search-options.ts';

/** A number or code so long that people part it: of a bank account, a telephone, a licence, a spare part. */
const CODE = /^(?=(?:\D*\d){4})[a-z\d]{6,40}$/;
/** So many of its pieces are looked up, the rarest; what more records than so many have tells little, and takes long to read. */
const PIECES_MAX = 24;
const COMMON = 2_000;
const IMPACT = ENTRY - 1;

/**
 * Which records may say in pieces what was typed as one (`DE89370400440532013000`: DE89 3704 0044 0532 0130 00), and how much of it they
 * have. Nobody knows where it is parted, so whatever of it is written somewhere is looked for; the record tells whether it stands there.
 */
export async function havingPieces(
  { word }: Slot,
  { parts }: Index,
  answer: (slots: Slot[]) => Promise<Answered[]>,
): Promise<{ having: Map<number, number>; slots: Slot[] }> {
  const pieces = CODE.test(word) ? piecesOf(word) : [];
  const written = await Promise.all(parts.map((part) => part.count(pieces)));
  const counts = pieces.map((_, i) => written.reduce((sum, one) => sum + (one[i] ?? 0), 0));
  const rarest = pieces
    .map((piece, i): [string, number] => [piece, counts[i] ?? 0])
    .filter(([, count]) => count > 0 && count <= COMMON)
    .sort(([, a], [, b]) => a - b)
    .slice(0, PIECES_MAX)
    .map(([piece]) => piece);
  const slots = rarest.map(
    (piece): Slot => ({ role: 'needed', matchers: [{ term: piece, isBeginning: false, weight: 1 }], word: piece }),
  );
  const letters = new Map<number, number>();
  for (const [i, { found }] of (await answer(slots)).entries())
    for (const number of numbersIn(found)) letters.set(number, (letters.get(number) ?? 0) + (rarest[i]?.length ?? 0));
  const enough = [...letters].filter(([, count]) => 2 * count >= word.length);
  return {
    having: new Map(
      enough.map(([number, count]) => [number, Math.min(IMPACT, Math.round((IMPACT * count) / word.length))]),
    ),
    slots,
  };
}

/** All stretches of a word of two letters and more, but itself. */
function piecesOf(word: string): string[] {
  const pieces = new Set<string>();
  for (let from = 0; from < word.length - 1; from++)
    for (let to = from + 2; to <= word.length; to++) pieces.add(word.slice(from, to));
  pieces.delete(word);
  return [...pieces];
}

function numbersIn(found: Answered['found']): number[] {
  return found.flatMap(({ lists }) =>
    lists.flatMap((list) => {
      const entries = new Uint32Array(list.count);
      unpackAll(list, entries);
      return Array.from(entries, (entry) => Math.floor(entry / ENTRY));
    }),
  );
}

/** It stands there, whatever signs or spaces part it. Classes of Unicode between all its letters would take 200 ms to be made ready, with each letter that is typed. */
export const codeIn = ({ word, isOpen }: Slot): RegExp =>
  new RegExp(`(?<![a-z\\d])${[...word].join('[^a-z\\d]{0,3}')}${isOpen ? '' : '(?![a-z\\d])'}`, 'i');
