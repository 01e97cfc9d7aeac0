import type { Failure } from '../kit/result.ts';
import { type Filter, readOperator } from './operators.ts';
import { stretches } from './spaceless.ts';
import { type Word, words } from './words.ts';

/** One word asked for; `isOpen` when it may be the beginning of one. */
export interface TypedWord extends Pick<Word, 'word' | 'text'> {
  isOpen: boolean;
}

/** What must be met: any of some words, or words in a row. */
export type Asked = { kind: 'word'; oneOf: TypedWord[] } | { kind: 'phrase'; words: TypedWord[] };

export interface Query {
  asked: Asked[];
  /** What must not be met. */
  barred: Asked[];
  filters: Filter[];
  /** What was typed wrongly; the rest still counts. */
  problem?: Failure;
}

/** More is not read: whoever pastes a book searches for its beginning. */
const TYPED_MAX = 2000;
const ASKED_MAX = 100;
/** `-`, a quoted part, `name:value` with the value quoted or not, or anything else up to a space. */
const PIECE = /(-?)(?:"([^"]*)("|$)|([\p{L}]+):(?:"([^"]*)(?:"|$)|(\S*))|(\S+))/gu;

/**
 * Reads what a person typed: words, `"words in a row"`, `-word`, `this or that`, operators. Whatever is no operator is
 * text, so pasted code and error messages are searched for as they are.
 */
export function parseQuery(typed: string): Query {
  const text = typed.slice(0, TYPED_MAX);
  const query: Query = { asked: [], barred: [], filters: [] };
  let joins = false;
  for (const match of text.matchAll(PIECE)) {
    const [whole, minus, quoted, closing, name, quotedValue, value, plain] = match;
    const isLast = match.index + whole.length === text.length;
    const to = minus === '-' ? query.barred : query.asked;
    if (quoted !== undefined) {
      const row = typedWords(quoted, isLast && closing === '');
      if (row.length > 0) to.push({ kind: 'phrase', words: row });
    } else if (name !== undefined && addOperator(query, name, quotedValue ?? value ?? '', minus === '-', isLast)) {
      joins = false;
    } else if (plain?.toLowerCase() === 'or' && !minus && query.asked.at(-1)?.kind === 'word' && !isLast) {
      joins = true;
      continue;
    } else {
      const found = typedWords(plain ?? whole.slice(minus?.length ?? 0), isLast);
      // Barring any of its pairs would bar too much of a script without spaces.
      const isRow = minus === '-' && found.some(({ word }) => stretches(word).some((one) => one.isSpaceless));
      addWords(to, found, joins, isRow);
    }
    joins = false;
  }
  query.asked.length = Math.min(query.asked.length, ASKED_MAX);
  return query;
}

function addOperator(query: Query, name: string, value: string, isBarred: boolean, isOpen: boolean): boolean {
  const read = readOperator(name, value, isOpen);
  if (!read) return false;
  if (read.ok) query.filters.push({ ...read.value, isBarred });
  else query.problem ??= read.failure;
  return true;
}

function addWords(to: Asked[], found: TypedWord[], joins: boolean, isRow: boolean): void {
  const before = to.at(-1);
  const [first, ...rest] = found;
  if (!first) return;
  if (isRow) {
    to.push({ kind: 'phrase', words: found });
    return;
  }
  if (joins && before?.kind === 'word') before.oneOf.push(first);
  else to.push({ kind: 'word', oneOf: [first] });
  for (const word of rest) to.push({ kind: 'word', oneOf: [word] });
}

/** Only the very last word may go on, and only when nothing follows it, not even a space or a full stop. */
function typedWords(text: string, isLast: boolean): TypedWord[] {
  return words(text).map(({ word, text: verbatim, end }) => ({
    word,
    text: verbatim,
    isOpen: isLast && end === text.length,
  }));
}
