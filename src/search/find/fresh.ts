import { readLine } from '../stored/fresh-line.ts';
import { ENTRY } from '../stored/postings.ts';
import type { Part } from './part.ts';

/**
 * What is newer than all segments: one line of text a record (fresh-line.ts). The few hundred there may be are turned into
 * an index in memory when the first search asks.
 */
export interface FreshLine {
  number: number;
  line: string;
}

/** `lines` in ascending order of their numbers. */
export function createFreshPart(lines: FreshLine[]): Part {
  let inverted: Map<string, number[]> | undefined;
  const entriesByTerm = () => {
    inverted ??= invertLines(lines);
    return inverted;
  };
  /** To go through the few thousand terms there are is quicker than to sort them once. */
  const termsOf = (beginning: string): string[] =>
    [...entriesByTerm().keys()].filter((term) => term.startsWith(beginning));
  const entriesOf = (term: string): number[] => entriesByTerm().get(term) ?? [];
  return {
    match: async (matchers) =>
      matchers.map(({ term, isBeginning }) =>
        (isBeginning ? termsOf(term) : [term]).map(entriesOf).map((entries) => ({ count: entries.length, entries })),
      ),
    count: async (words) => words.map((word) => entriesOf(word).length),
    terms: async (beginning) => termsOf(beginning).map((term) => [term, entriesOf(term).length]),
  };
}

function invertLines(lines: FreshLine[]): Map<string, number[]> {
  const entriesByTerm = new Map<string, number[]>();
  for (const { number, line } of lines) {
    for (const [term, impact] of readLine(line)) {
      const entries = entriesByTerm.get(term) ?? [];
      entries.push(number * ENTRY + impact);
      entriesByTerm.set(term, entries);
    }
  }
  return entriesByTerm;
}
