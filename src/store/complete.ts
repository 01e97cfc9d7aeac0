import { fold } from '../kit/fold.ts';
import { facetBeginning, valueOfFacet } from '../search/facets.ts';
import { operators } from '../search/operators.ts';
import { openIndex } from './index-parts.ts';
import { quickNames } from './quick-names.ts';
import type { Reading } from './reading.ts';

/** An operator that is being typed at the end: its minus, its name, and its value where the colon stands. */
const LAST = /(?:^|\s)(-?)(\p{L}{2,}|\p{L}+(?=:))(?::"?([^\s"]*))?$/u;

/**
 * What a person may be about to type: the whole text with its last operator finished, likeliest first. Nothing where
 * the last word is no operator.
 */
export async function complete(db: Reading, typed: string, limit: number): Promise<string[]> {
  const [piece, minus = '', name = '', value] = LAST.exec(typed) ?? [];
  if (piece === undefined) return [];
  const before = typed.slice(0, typed.length - piece.trimStart().length) + minus;
  const by = name.toLowerCase();
  if (value === undefined) {
    // Two letters begin many words; a row that comes and goes with them would be in the way.
    const isLikely = (one: string) => one === by || (by.length > 2 && one.startsWith(by));
    const names = Object.keys(operators).filter(isLikely);
    return names.slice(0, limit).map((one) => `${before}${one}:`);
  }
  const values = (await valuesOf(db, by, fold(value))).filter((one) => one !== value);
  return values.slice(0, limit).map((one) => `${before}${by}:${/\s/.test(one) ? `"${one}"` : one}`);
}

async function valuesOf(db: Reading, by: string, begun: string): Promise<string[]> {
  if (by === 'tag' || by === 'site') return facetValues(db, by, begun);
  const choices = (Object.hasOwn(operators, by) && operators[by]) || [];
  const names = by === 'by' ? [...(await quickNames(db)).values()] : [];
  return [...choices, ...new Set(names)].filter((one) => fold(one).startsWith(begun));
}

/** Tags or sites that begin so, those of most records first. */
async function facetValues(db: Reading, of: 'tag' | 'site', begun: string): Promise<string[]> {
  const { parts } = await openIndex(db, () => {});
  const having = new Map<string, number>();
  const found = await Promise.all(parts.map((part) => part.terms(facetBeginning(of, begun))));
  for (const [term, count] of found.flat()) having.set(term, (having.get(term) ?? 0) + count);
  return [...having].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1)).map(([term]) => valueOfFacet(term));
}
