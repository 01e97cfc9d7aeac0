const WORD = /[\p{L}\p{N}]+/gu;
const MARKS = /\p{M}+/gu;

/** Words of a text, folded: lower case, without diacritics. */
export const terms = (text: string): string[] =>
  text.normalize('NFKD').replace(MARKS, '').toLowerCase().match(WORD) ?? [];
