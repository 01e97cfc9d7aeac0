/**
 * Ink: what of a text is compared. White space, zero-width and soft-hyphen characters carry none; every other UTF-16
 * unit gives exactly one, folded, so that an offset in ink is an offset in the text with the blanks left out.
 *
 * A site that is minified, pretty-printed, hyphenated, or given typographic quotes has the same ink as before.
 */
const BLANKS = /[\s\p{DI}]/gu;

/** The ink of a text. `toInk('“A — b”') === '"a-b"'` */
export const toInk = (text: string): string =>
  text
    .replace(BLANKS, '')
    .replace(/İ/g, 'i') // the one letter whose small form is two
    .toLowerCase()
    .replace(/ς/g, 'σ')
    .replace(/[\u2018-\u201b\u2032]/g, "'")
    .replace(/[\u201c-\u201f\u2033]/g, '"')
    .replace(/[\u2010-\u2015\u2212]/g, '-');

/** Offset in the text of a unit of ink, which stands at `offset` when all blanks are left out. */
export function offsetOfInk(text: string, offset: number): number {
  for (const blank of text.matchAll(BLANKS)) {
    if (blank.index <= offset) offset += blank[0].length;
  }
  return offset;
}
