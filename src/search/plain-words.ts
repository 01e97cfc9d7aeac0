import { operators } from './operators.ts';

const PIECE = /-?(\p{L}+):(?:"[^"]*"?|\S*)|\S+/gu;

/** What was typed without its operators, what is to be left out, and lone signs: the words that somebody could be asked with. */
export const plainWords = (typed: string): string =>
  Array.from(typed.matchAll(PIECE))
    .filter(([, name]) => name === undefined || !Object.hasOwn(operators, name.toLowerCase()))
    .map(([piece]) => piece)
    .filter((piece) => /^[^-]*[\p{L}\p{N}]/u.test(piece))
    .join(' ');
