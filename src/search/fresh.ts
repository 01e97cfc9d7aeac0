import type { KnownTerm } from './known-terms.ts';
import { createPacker, pack, packed, resetPacker } from './packer.ts';
import type { Part } from './part.ts';
import { FINE, type List, padded } from './postings.ts';
import { isOneSlipAway } from './slip.ts';
import { lowerBound } from './sorted.ts';

/**
 * What is newer than all segments: one line of text a record, written in the transaction that writes the record. It
 * holds `\n term \t impact` for each term, the impact as the character 32 + impact. The few hundred there may be are turned into
 * an index in memory when the first search asks.
 */
export interface FreshLine {
  number: number;
  line: string;
}

const BASE = 32;

export const writeLine = (terms: KnownTerm[], impacts: number[]): string =>
  terms.map(({ term }, i) => `\n${term}\t${String.fromCharCode(BASE + (impacts[i] ?? 1))}`).join('');

/** The terms of a line with their impacts. */
export function* readLine(line: string): Generator<[term: string, impact: number]> {
  for (let from = 1; from < line.length; ) {
    const tab = line.indexOf('\t', from);
    yield [line.slice(from, tab), line.charCodeAt(tab + 1) - BASE];
    from = tab + 3;
  }
}

/** `lines` in ascending order of their numbers. */
export function createFreshPart(lines: FreshLine[]): Part {
  let byTerm: Map<string, List> | undefined;
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
  const having = (term: string): number => postings().get(term)?.count ?? 0;
  return {
    match: async (matchers) =>
      matchers.map(({ term, isBeginning }) =>
        (isBeginning ? beginning(term) : [term]).flatMap((one) => postings().get(one) ?? []),
      ),
    count: async (terms) =>
      new Map(terms.map((term): [string, number] => [term, having(term)]).filter(([, count]) => count > 0)),
    terms: async (wanted) => beginning(wanted).map((term): [string, number] => [term, having(term)]),
    near: async (word) => beginning(word.slice(0, 2)).filter((term) => isOneSlipAway(term, word)),
  };
}

function invertLines(lines: FreshLine[]): Map<string, List> {
  const byTerm = new Map<string, [number: number, impact: number][]>();
  for (const { number, line } of lines) {
    for (const [term, impact] of readLine(line)) {
      const list = byTerm.get(term);
      if (list) list.push([number, impact]);
      else byTerm.set(term, [[number, impact]]);
    }
  }
  const packer = createPacker();
  const lists = [...byTerm].map(([term, list]): [string, List] => {
    resetPacker(packer, 0);
    for (const [number, impact] of list) pack(packer, number, impact, FINE);
    const { count, bytes } = packed(packer);
    return [term, { count, bytes: padded(bytes), at: 0, from: 0, scale: FINE }];
  });
  return new Map(lists);
}
