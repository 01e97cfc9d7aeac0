import { fold } from '../../kit/fold.ts';
import type { Failure } from '../../kit/result.ts';
import { hasRun, stretches } from '../text/spaceless.ts';
import { type Filter, readOperator } from './operators.ts';
import { isLeftOut, PIECE, plainSigns } from './pieces.ts';
import {
  ASKED_MAX,
  type Asked,
  isFirstLetter,
  type Query,
  TYPED_MAX,
  typedWords,
  withoutElided,
} from './query-parts.ts';

export type { Asked, Query } from './query-parts.ts';
export { slotsOfAll } from './query-slots.ts';

/** So many may stand around `or`: two hundred rows of words were looked for in each record, which took seconds. */
const OPTIONS_MAX = 20;

/** What one piece says. */
interface Piece {
  asked: Asked[];
  isBarred: boolean;
  filter?: Filter;
  /** A bare word that is left out, with its minus. */
  sign?: string;
  failure?: Failure;
}

/**
 * Reads what a person typed: words, `"words in a row"`, `-word`, `this or that`, operators. Whatever is no operator is
 * text, so pasted code and error messages are searched for as they are. Where nothing else is asked for, or `isText` says
 * so, a minus before a bare word is text as well.
 */
export function parseQuery(typed: string, isText = false): Query {
  const text = plainSigns(typed.slice(0, TYPED_MAX));
  const query: Query = { asked: [], barred: [], filters: [] };
  const signs: string[] = [];
  let before: Piece | undefined;
  let joins = false;
  for (const match of text.matchAll(PIECE)) {
    const isLast = match.index + match[0].length === text.length;
    // Behind nothing it is a word.
    if (before && match[0].toLowerCase() === 'or') {
      joins = true;
      continue;
    }
    const piece = readPiece(match, isLast, isText);
    if (piece.asked.length === 0 && !piece.filter && !piece.failure) continue;
    if (!(joins && join(query, before, piece))) {
      add(query, piece);
      const failure = piece.failure ?? (joins ? { code: 'search-or' } : undefined);
      if (failure) query.problem ??= failure;
    }
    if (piece.sign) signs.push(piece.sign);
    before = piece;
    joins = false;
  }
  if (signs.length > 0 && query.asked.length + query.filters.length === 0) return parseQuery(typed, true);
  // Where something is left out and nothing asked for but the first letter of a word, all others are meant, whenever they were made.
  if (query.asked.every(isBegun) && query.filters.length === 0 && query.barred.length > 0) {
    query.asked = [];
    query.filters.push([{ by: 'after', time: Number.NEGATIVE_INFINITY, isBarred: false }]);
  }
  query.asked.length = Math.min(query.asked.length, ASKED_MAX);
  return signs.length > 0 ? { ...query, signs } : query;
}

const isBegun = (one: Asked): one is Asked & { kind: 'word' } =>
  one.kind === 'word' && isFirstLetter(one.word) && !hasRun(one.word.word);

function readPiece(
  [whole, minus, quoted, closing, name, quotedValue, value, plain]: string[],
  isLast: boolean,
  isText: boolean,
): Piece {
  const isBarred = minus === '-';
  if (quoted !== undefined) {
    const isOpen = isLast && closing === '';
    const words = typedWords(quoted, isOpen);
    const apart = typedWords(withoutElided(quoted), isOpen);
    return { asked: words.length > 0 ? [{ kind: 'phrase', words, apart }] : [], isBarred };
  }
  const read = name === undefined ? null : readOperator(name, quotedValue ?? value ?? '');
  if (read?.ok) return { asked: [], isBarred, filter: { ...read.value, isBarred } };
  if (read) return { asked: [], isBarred, failure: read.failure };
  const behind = plain ?? (whole as string).slice(isBarred ? 1 : 0);
  const words = typedWords(withoutElided(behind), isLast);
  if (!isBarred || isText || words.length === 0 || !isLeftOut(behind)) {
    return { asked: words.map((word) => ({ kind: 'word', word })), isBarred: false };
  }
  const sign = `-${fold(behind.replace(/[.,;:!?)]+$/, ''))}`;
  // A name of several words, or of pairs of letters, is left out as a whole: each part of it by itself would be too much.
  const [word, ...more] = words;
  const isOne = word && more.length === 0 && !stretches(word.word).some((one) => one.isSpaceless);
  return { asked: isOne ? [{ kind: 'word', word }] : [{ kind: 'phrase', words }], isBarred, sign };
}

function add(query: Query, { asked, filter, isBarred }: Piece): void {
  (isBarred ? query.barred : query.asked).push(...asked);
  if (filter) query.filters.push([filter]);
}

/** Makes a choice of what was read last and of what follows its `or`. Gives whether the two can be one. */
function join(query: Query, before: Piece | undefined, piece: Piece): boolean {
  if (!before || before.isBarred || piece.isBarred) return false;
  if (before.filter && piece.filter) {
    const isAlike = sortOf(before.filter) === sortOf(piece.filter);
    if (isAlike) query.filters.at(-1)?.push(piece.filter);
    return isAlike;
  }
  const [first] = before.asked;
  if (!first || piece.asked.length === 0) return false;
  // Of a choice a letter is one by itself: nothing begins with it, whoever is asked.
  for (const one of piece.asked) if (isBegun(one)) one.word.isOpen = false;
  const options = first.kind === 'either' ? [...first.options, piece.asked] : [before.asked, piece.asked];
  options.length = Math.min(options.length, OPTIONS_MAX);
  query.asked.splice(-before.asked.length);
  piece.asked = [{ kind: 'either', options }];
  query.asked.push(...piece.asked);
  return true;
}

const sortOf = ({ by }: Filter): string => (by === 'before' ? 'after' : by);
