import { operators } from './operators.ts';

/** Cut as a search cuts it (query.ts): `-`, then a quoted part, an operator with its value, or anything else up to a space. */
const PIECE = /(-?)(?:"[^"]*"?|(\p{L}+):(?:"[^"]*"?|\S*)|\S+)/gu;
const WORD = /[\p{L}\p{N}]/u;

/**
 * What was typed without its operators and what is to be left out: the words that somebody could be asked with, and the signs among
 * them, which a question may be about. '' where there are only signs.
 */
export function plainWords(typed: string): string {
  const pieces = Array.from(typed.matchAll(PIECE)).flatMap(([piece, minus, name]) => {
    const isOperator = name !== undefined && Object.hasOwn(operators, name.toLowerCase());
    const isLeftOut = minus === '-' && WORD.test(piece);
    return isOperator || isLeftOut ? [] : [piece];
  });
  return pieces.some((piece) => WORD.test(piece)) ? pieces.join(' ') : '';
}
