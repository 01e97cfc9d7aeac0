import type { Span } from './text-run.ts';

/**
 * A point that ends no sentence. Browsers' segmenters have no lists of abbreviations (CLDR calls them suppressions, and ECMA-402
 * leaves them out), so here are the usual ones of the languages that search knows.
 */
const TITLES =
  'mr mrs ms mx dr prof st mt hr hrn fr rev gen sen gov capt lt col sgt vs approx ca bzw vgl ggf evtl bspw sog inkl exkl zzgl mme mlle mgr sr sra srta dra ud uds sig dott ing avv dhr mevr mw bijv';
/** These only before a number: "no" ends many a sentence. */
const COUNTED = 'mind max no nos nr nrn fig figs abb tab vol bd p pp pag pág art ch chap kap sec ver';
/** One letter, or several with a point each: J., e.g., z. B., U.S. */
const LETTERS = /(?:^|[^\p{L}\p{N}])(?:\p{L}\.)+$/u;
const LAST_WORD = /([\p{L}]+)\.$/u;
/** In German a day is written so: am 3. Oktober. */
const ORDINAL = /(?:^|\s)\d{1,2}\.$/;
const MONTH = /^(?:jan|feb|mär|apr|mai|jun|jul|aug|sep|okt|nov|dez)/i;

/** Puts sentences together again that were cut behind an abbreviation. Line ends are always ends. */
export function joinAbbreviated(text: string, sentences: Span[]): Span[] {
  const joined: Span[] = [];
  for (const one of sentences) {
    const before = joined.at(-1);
    const isOne =
      before && !text.slice(before.end, one.start).includes('\n') && goesOn(said(text, before), said(text, one));
    if (before && isOne) before.end = one.end;
    else joined.push({ ...one });
  }
  return joined;
}

const said = (text: string, { start, end }: Span): string => text.slice(start, end);

function goesOn(sentence: string, next: string): boolean {
  const word = LAST_WORD.exec(sentence)?.[1]?.toLowerCase() ?? '';
  if (ORDINAL.test(sentence)) return MONTH.test(next);
  return LETTERS.test(sentence) || isAmong(TITLES, word) || (isAmong(COUNTED, word) && /^\p{N}/u.test(next));
}

const isAmong = (list: string, word: string): boolean => word !== '' && list.split(' ').includes(word);
