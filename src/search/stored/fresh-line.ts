import type { KnownTerm } from '../text/known-terms.ts';

/**
 * What a record is found by that stands in no segment yet, as one line of text, written in the transaction that writes the record:
 * `\n term \t impact` for each term, the impact as the character 32 + impact.
 */
const BASE = 32;

export const writeLine = (terms: KnownTerm[], impacts: number[]): string =>
  terms.map(({ term }, i) => `\n${term}\t${String.fromCharCode(BASE + (impacts[i] ?? 1))}`).join('');

/** The terms of a line with their impacts. */
export function* readLine(line: string): Generator<[term: string, impact: number]> {
  for (let from = 1; from < line.length; ) {
    const tab = line.indexOf('\t', from);
    // Of half a line it would never come to the end.
    if (tab < 0) return;
    yield [line.slice(from, tab), line.charCodeAt(tab + 1) - BASE];
    from = tab + 3;
  }
}
