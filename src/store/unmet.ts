import { plainExcerpt } from '../kit/excerpt.ts';
import type { Failure } from '../kit/result.ts';
import { operators } from '../search/asked/operators.ts';
import { PIECE, plainSigns } from '../search/asked/pieces.ts';
import { parseQuery } from '../search/asked/query.ts';
import type { Results } from '../search/find/search.ts';
import type { IndexAnswer } from './ask-index.ts';

/** What stands behind these is any text, so nothing may have it. */
const OPEN = ['tag', 'by', 'site'];
/** So many of them are looked up: with each letter, so it may not take long. */
const MOST = 4;
/** Who types more than so many words has none to narrow: code that was pasted is full of colons. */
const FEW = 5;
/** A sentence has room for so much of what was typed. */
const TOLD = 60;
/** What begins so is a value. Addresses, ports and names in code go on in other ways behind their colon. */
const VALUE = /^["\p{L}]/u;

/** A piece of what was typed, as a sentence names it. */
const told = (piece: string): string => plainExcerpt(piece, TOLD);

/** What was typed wrongly, in a sentence that stays short whatever that was. */
export const inShort = ({ code, detail }: Failure): Failure =>
  detail === undefined ? { code } : { code, detail: told(detail) };

/** Something between spaces, or in quotes, as it was typed and as it is read; a choice of filters is one. */
interface Piece {
  verbatim: string;
  piece: string;
  name: string | undefined;
  value: string;
  isChoice?: true;
}

function piecesOf(typed: string): Piece[] {
  const pieces: Piece[] = [];
  let from = 0;
  for (const { 0: piece, 4: name, 5: quoted, 6: value = '', index } of plainSigns(typed).matchAll(PIECE)) {
    const end = index + piece.length;
    const [before, joint] = pieces.slice(-2);
    if (name && before?.name && joint && isOr(joint)) {
      const choice = {
        verbatim: typed.slice(from, end),
        piece: `${before.piece} or ${piece}`,
        isChoice: true as const,
      };
      pieces.splice(-2, 2, { ...before, ...choice });
      continue;
    }
    if (!isOr({ piece })) from = index;
    pieces.push({ verbatim: typed.slice(index, end), piece, name: name?.toLowerCase(), value: quoted ?? value });
  }
  return pieces;
}

const isOr = ({ piece }: Pick<Piece, 'piece'>): boolean => piece.toLowerCase() === 'or';

/** What was found. */
type Answer = IndexAnswer<Pick<Results<unknown>, 'whole' | 'total' | 'isCut' | 'unwritten'>>;

/**
 * Which operator is the reason that nothing fits, or that nothing fits wholly: one that there is none of, so that it was read as words, or one
 * that nothing has, whatever else is asked. `hasSome` tells whether something fits one alone.
 */
export async function unmet(
  typed: string,
  { answer, isPartial }: Answer,
  hasSome: (operator: string) => Promise<boolean>,
): Promise<Failure | undefined> {
  const { whole, total, isCut, unwritten } = answer;
  if ((whole > 0 && !unwritten) || isCut || isPartial) return undefined;
  const pieces = piecesOf(typed);
  const named = pieces.filter(({ name }) => name !== undefined);
  const open = total > 0 ? [] : named.filter(({ name = '' }) => OPEN.includes(name)).slice(0, MOST);
  for (const { piece } of open) {
    // Alone it has been asked for already.
    if (pieces.length === 1 || !(await hasSome(piece))) return { code: 'search-unmet', detail: told(piece) };
  }
  if (pieces.length > FEW) return undefined;
  const unknown = named.find(({ name = '', value }) => !Object.hasOwn(operators, name) && VALUE.test(value));
  return unknown && { code: 'search-unknown', detail: told(`${unknown.name}:`) };
}

/** What was typed without its operators that say nothing, being typed wrongly, and without the one that nothing fits, where that is the problem. */
export function leaveOut(typed: string, problem?: Failure): string {
  const unmet = problem?.code === 'search-unmet' && problem.detail;
  const pieces = piecesOf(typed).map(({ verbatim, piece, name, isChoice }) => {
    const isWrong = !isChoice && name !== undefined && parseQuery(piece).problem !== undefined;
    return { verbatim, piece, isOut: isWrong || (name !== undefined && told(piece) === unmet) };
  });
  // What joined it to another joins nothing without it.
  const isJoint = (at: number): boolean => Boolean(pieces[at - 1]?.isOut || pieces[at + 1]?.isOut);
  const left = pieces.filter((one, at) => !one.isOut && !(isOr(one) && isJoint(at)));
  return left.map(({ verbatim }) => verbatim).join(' ');
}
