import { operators } from './operators.ts';

const PIECE = /-?(\p{L}+):(?:"[^"]*"?|\S*)|\S+/gu;

/** What was typed without its operators: the words that somebody could be asked with. */
export const plainWords = (typed: string): string =>
  Array.from(typed.matchAll(PIECE))
    .filter(([, name]) => name === undefined || !Object.hasOwn(operators, name.toLowerCase()))
    .map(([piece]) => piece)
    .join(' ');
