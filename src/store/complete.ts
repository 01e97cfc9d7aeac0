import { readableSite } from '../domain/readable-site.ts';
import { siteFrom } from '../domain/said.ts';
import { fold } from '../kit/fold.ts';
import { spelledOut } from '../kit/umlauts.ts';
import { facetBeginning, tagValue, valueOfFacet } from '../search/asked/facets.ts';
import { operators } from '../search/asked/operators.ts';
import { PIECE, plainSigns } from '../search/asked/pieces.ts';
import { liveIn } from '../search/find/live-in.ts';
import { openIndex } from './index-parts.ts';
import { loadNumbers } from './load-numbers.ts';
import { isNamed } from './named.ts';
import { quickNames } from './quick-names.ts';
import type { Shown } from './read.ts';
import type { Reading } from './reading.ts';
import { tagReadings, withoutSign } from './tag-readings.ts';

/** So many tags are looked at for one whose umlauts were spelled out: nearly nothing that is typed may stand for one. */
const LOOKED_AT = 50;
/** A name that is being typed. Two letters begin many words; a row that comes and goes with them would be in the way. */
const NAME = /^\p{L}{2,}$/u;

/**
 * What a person may be about to type: the whole text with its last operator finished, likeliest first; behind what is finished a
 * space, so that a word may follow. Nothing where the last piece is no operator.
 */
export async function complete(db: Reading, typed: string, limit: number): Promise<string[]> {
  const last = [...plainSigns(typed).matchAll(PIECE)].at(-1);
  if (!last || last.index + last[0].length < typed.length) return [];
  const [, minus = '', quoted, , name, quotedValue, value, plain = ''] = last;
  const before = typed.slice(0, last.index) + minus;
  if (name !== undefined) {
    const by = name.toLowerCase();
    const begun = (quotedValue ?? value ?? '').replaceAll('"', '').trim();
    const values = (await valuesOf(db, by, begun, limit)).filter((one) => one !== begun);
    return values.slice(0, limit).map((one) => `${before}${by}:${/\s/.test(one) ? `"${one}"` : one} `);
  }
  if (quoted !== undefined || !NAME.test(plain) || /\S$/.test(typed.slice(0, last.index))) return [];
  const by = plain.toLowerCase();
  const isLikely = (one: string) => one === by || (by.length > 2 && one.startsWith(by));
  const names = Object.keys(operators).filter(isLikely);
  return names.slice(0, limit).map((one) => `${before}${one}:`);
}

async function valuesOf(db: Reading, by: string, begun: string, limit: number): Promise<string[]> {
  if (by === 'site') return facetValues(db, by, fold(begun), limit);
  if (by === 'tag') return tags(db, fold(begun), limit);
  if (by === 'before' || by === 'after') return days().filter((one) => one.startsWith(begun));
  const choices = (Object.hasOwn(operators, by) && operators[by]) || [];
  const names = by === 'by' ? [...(await quickNames(db)).values()] : [];
  return [
    ...choices.filter((one) => one.startsWith(fold(begun))),
    ...new Set(names.filter((one) => isNamed(one, begun))),
  ];
}

/** Today, this month and this year, so that it is seen how a date is written. */
function days(): string[] {
  const now = new Date();
  const two = (part: number) => String(part).padStart(2, '0');
  const [year, month, day] = [String(now.getFullYear()), two(now.getMonth() + 1), two(now.getDate())];
  return [`${year}-${month}-${day}`, `${year}-${month}`, year];
}

/** Tags that begin so, in each way that it may be read. */
async function tags(db: Reading, begun: string, limit: number): Promise<string[]> {
  const bare = withoutSign(begun);
  const read = tagReadings(begun).map((one) =>
    facetValues(db, 'tag', one, one === begun || one === bare ? limit : LOOKED_AT),
  );
  const isMeant = (tag: string) => [fold(tag), spelledOut(tag)].some((one) => withoutSign(one).startsWith(bare));
  return [...new Set((await Promise.all(read)).flat().filter(isMeant))];
}

/** Tags or sites that begin so, those of most records first, as one of these spells them. */
async function facetValues(db: Reading, of: 'tag' | 'site', begun: string, limit: number): Promise<string[]> {
  const { parts, isGone } = await openIndex(db, () => {});
  const having = new Map<string, number>();
  const found = await Promise.all(parts.map((part) => part.terms(facetBeginning(of, begun))));
  for (const [term, count] of found.flat()) having.set(term, (having.get(term) ?? 0) + count);
  const terms = [...having].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1)).map(([term]) => term);
  const first = terms.slice(0, limit + 1);
  const matchers = first.map((term) => ({ term, isBeginning: false, weight: 1 }));
  const lists = await Promise.all(parts.map((part) => part.match(matchers)));
  const numbers = first.map((_, i) =>
    lists
      .flatMap((of) => of[i] ?? [])
      .reduce<number | undefined>((found, list) => found ?? liveIn(list, isGone), undefined),
  );
  const records = await loadNumbers(
    db,
    numbers.filter((number) => number !== undefined),
  );
  return first.flatMap((term, i) => {
    const record = records.get(numbers[i] ?? -1)?.item;
    return record ? [spelled(record, of, valueOfFacet(term))] : [];
  });
}

function spelled(record: Shown, of: 'tag' | 'site', value: string): string {
  if (of === 'site') {
    const whole = readableSite(siteFrom(record, record.site));
    return fold(whole).endsWith(value) ? whole.split('.').slice(-value.split('.').length).join('.') : value;
  }
  const { tags = [] } = record.body as { tags?: string[] };
  return (
    tags
      .find((tag) => tagValue(tag) === value)
      ?.replaceAll('"', '')
      .trim() ?? value
  );
}
