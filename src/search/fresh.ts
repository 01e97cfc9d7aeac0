import { readLine } from './fresh-line.ts';
import type { Part } from './part.ts';
import { ENTRY, type List } from './postings.ts';
import { lowerBound } from './sorted.ts';

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
  let byTerm: Map<string, number[]> | undefined;
  let sorted: string[] | undefined;
  const postings = () => {
    byTerm ??= invertLines(lines);
    return byTerm;
  };
  const beginning = (wanted: string): string[] => {
    sorted ??= [...postings().keys()].sort();
    const from = lowerBound(sorted, wanted, false);
    const count = sorted.slice(from).findIndex((term) => !term.startsWith(wanted));
    return sorted.slice(from, count < 0 ? undefined : from + count);
  };
  const having = (term: string): number => postings().get(term)?.length ?? 0;
  const listOf = (term: string): List[] => {
    const entries = postings().get(term);
    return entries ? [{ count: entries.length, entries }] : [];
  };
  return {
    match: async (matchers) =>
      matchers.map(({ term, isBeginning }) => (isBeginning ? beginning(term) : [term]).flatMap(listOf)),
    count: async (terms) =>
      new Map(terms.map((term): [string, number] => [term, having(term)]).filter(([, count]) => count > 0)),
    terms: async (wanted) => beginning(wanted).map((term): [string, number] => [term, having(term)]),
  };
}

function invertLines(lines: FreshLine[]): Map<string, number[]> {
  const byTerm = new Map<string, number[]>();
  for (const { number, line } of lines) {
    for (const [term, impact] of readLine(line)) {
      const entry = number * ENTRY + impact;
      const list = byTerm.get(term);
      if (list) list.push(entry);
      else byTerm.set(term, [entry]);
    }
  }
  return byTerm;
}
