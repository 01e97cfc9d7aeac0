import { ASKED_MAX, type Asked, type Query, TYPED_MAX, type TypedWord, typedWords } from './asked.ts';
import { readOperator } from './operators.ts';
import { stretches } from './spaceless.ts';

export type { Asked, Query } from './asked.ts';

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
