import type { Part } from './part.ts';
import type { Postings } from './postings.ts';
import { isOneSlipAway } from './slip.ts';
import type { Matcher } from './slot.ts';

/**
 * What is newer than all segments: one line of text a record, written in the transaction that writes the record. It
 * holds `\n term \t impact` for each term, the impact as the character 32 + impact, and is searched as text: for the few hundred there
 * may be, that is quicker than building anything.
 */
export interface FreshLine {
  number: number;
  line: string;
}

const BASE = 32;

export function writeLine(impacts: Map<string, number>): string {
  let line = '';
  for (const [term, impact] of impacts) line += `\n${term}\t${String.fromCharCode(BASE + impact)}`;
  return line;
}

/** The terms of a line with their impacts. */
export function readLine(line: string): [term: string, impact: number][] {
  const pieces = line.split('\n').slice(1);
  return pieces.map((piece) => [piece.slice(0, -2), piece.charCodeAt(piece.length - 1) - BASE]);
}

/** `lines` in ascending order of their numbers. */
export function createFreshPart(lines: FreshLine[]): Part {
  return {
    match: async (matchers) => matchers.map((matcher) => matchLines(lines, matcher)),
    count: async (terms) => {
      const wanted = new Set(terms);
      const counted = new Map<string, number>();
      for (const [term] of lines.flatMap(({ line }) => readLine(line))) {
        if (wanted.has(term)) counted.set(term, (counted.get(term) ?? 0) + 1);
      }
      return counted;
    },
    terms: async (beginning) =>
      lines.flatMap(({ line }) =>
        readLine(line).flatMap(([term]): [string, number][] => (term.startsWith(beginning) ? [[term, 1]] : [])),
      ),
    near: async (word) => {
      const terms = new Set(lines.flatMap(({ line }) => readLine(line).map(([term]) => term)));
      return [...terms].filter((term) => term.slice(0, 2) === word.slice(0, 2) && isOneSlipAway(term, word));
    },
  };
}

function matchLines(lines: FreshLine[], { term, isBeginning }: Matcher): Postings[] {
  const wanted = isBeginning ? `\n${term}` : `\n${term}\t`;
  const found: [number, number][] = [];
  for (const { number, line } of lines) {
    const impact = mostAt(line, wanted);
    if (impact > 0) found.push([number, impact]);
  }
  return found.length > 0 ? [toPostings(found)] : [];
}

/** Most impact of the terms that begin as wanted; 0 for none. */
function mostAt(line: string, wanted: string): number {
  let most = 0;
  for (let at = line.indexOf(wanted); at >= 0; at = line.indexOf(wanted, at + 1)) {
    const tab = line.indexOf('\t', at + wanted.length - 1);
    most = Math.max(most, line.charCodeAt(tab + 1) - BASE);
  }
  return most;
}

function toPostings(found: [number, number][]): Postings {
  return {
    numbers: Uint32Array.from(found, ([number]) => number),
    impacts: Uint8Array.from(found, ([, impact]) => impact),
  };
}
