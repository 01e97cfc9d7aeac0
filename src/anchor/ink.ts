/**
 * Ink: what of a text is compared. White space, zero-width and soft-hyphen characters carry none; every other UTF-16
 * unit gives exactly one, folded, so that an offset in ink is an offset in the text with the blanks left out.
 *
 * A site that is minified, pretty-printed, hyphenated, or given typographic quotes has the same ink as before.
 */
const BLANK = /[\s\u00ad\u200b\u2060\ufeff]/;
const BLANKS = /[\s\u00ad\u200b\u2060\ufeff]+/g;
const SINGLE_QUOTES = /[\u2018-\u201b\u2032]/g;
const DOUBLE_QUOTES = /[\u201c-\u201f\u2033]/g;
const DASHES = /[\u2010-\u2015\u2212]/g;
const FOREIGN = /[^\0-\x7f]/;

/** The ink of a text. `toInk('“A — b”') === '"a-b"'` */
export function toInk(text: string): string {
  const packed = text.replace(BLANKS, '');
  if (!FOREIGN.test(packed)) return packed.toLowerCase();
  return toLower(packed).replace(SINGLE_QUOTES, "'").replace(DOUBLE_QUOTES, '"').replace(DASHES, '-');
}

/** Lower case, one unit for one: a letter whose small form is longer (İ) stays, and the two small sigmas are one. */
function toLower(text: string): string {
  const lower = text.toLowerCase();
  const even = lower.length === text.length ? lower : text.replace(/[^\u0130]+/g, (part) => part.toLowerCase());
  return even.replace(/ς/g, 'σ');
}

/** How many units of ink stand before an offset of the text. */
export const inkBefore = (text: string, offset: number): number => text.slice(0, offset).replace(BLANKS, '').length;

/** Offset in the text of its n-th unit of ink (from 0). */
export function offsetOfInk(text: string, n: number): number {
  let left = n;
  for (let offset = 0; offset < text.length; offset++) {
    if (!BLANK.test(text.charAt(offset)) && left-- === 0) return offset;
  }
  return text.length;
}
