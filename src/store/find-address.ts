import { plainSite } from '../domain/readable-site.ts';
import { siteFrom } from '../domain/said.ts';
import { facetsOf } from '../search/asked/facets.ts';
import type { Slot } from '../search/asked/slot.ts';
import { words } from '../search/text/words.ts';
import type { FindOptions, Found, Hit } from './found.ts';
import { hasPath, listedSlot, numbersOn, type Within } from './on-pages.ts';
import { type Address, readAddress } from './read-address.ts';
import type { Reading } from './reading.ts';

/** Searches for what was typed, among some records. */
type FindWithin = (db: Reading, typed: string, options: FindOptions, within?: Within) => Promise<Found>;

/** What was found in one of the places where an address leads to, and what of it counts. */
interface Told {
  found: Found;
  /** All of it, only what has everything, or as what comes near all but so many, which are told already. */
  counts: 'all' | 'whole' | 'near';
  told?: number;
}

/**
 * What was kept where a typed address leads: on that very page, then below it, then what says the address itself, then what is from the same
 * site, of which what stands above that page comes first. Words beside it narrow among them. An address of nothing here is words like all
 * others, but for what only addresses have. Null for what is no address, and for a name such as `node.js` that is no site here.
 */
export async function findAddressed(
  db: Reading,
  typed: string,
  options: FindOptions,
  find: FindWithin,
): Promise<Found | null> {
  const address = readAddress(typed);
  if (!address) return null;
  const { pages, isOpen, text, verbatim, site } = address;
  const on = await numbersOn(db, pages, isOpen, options.patienceMs);
  const within = { listed: [on.itself, on.below, ...on.above], asked: ASKED };
  const among = (asked: string, ...slots: Slot[]) => find(db, asked, options, { ...within, slots });
  const elsewhere = [listedSlot(0, true), listedSlot(1, true)];
  // The front of a site stands for all of it.
  const isFront = !pages.some(hasPath);
  const look = async (rest: string) => {
    const page = on.itself.length > 0 ? await among(rest, listedSlot(0)) : NOTHING;
    const below = on.below.length > 0 ? await among(rest, listedSlot(1), listedSlot(0, true)) : NOTHING;
    const beside = isFront || rest.trim() ? rest : text;
    const inPart = site === '' ? NOTHING : await among(beside, ...atSite(site), ...elsewhere);
    // More was pasted than the address of a page, as of a tab of it: that page is meant before others of its site.
    const levels = inPart.total > 0 ? on.above.keys() : [];
    const above = await Promise.all(
      Array.from(levels, (i) => among(rest, listedSlot(2 + i), ...atSite(site), ...elsewhere)),
    );
    const first = eachOnce([...above.flatMap(whole), ...inPart.hits]);
    // Where what says all of it fills what is shown nothing else is counted, nor shown.
    const isFilled = inPart.whole >= options.limit;
    const near = { ...inPart, hits: isFilled ? first.filter((hit) => isAmong(hit, inPart.hits)) : first };
    return { rest, page, below, near, whole: page.whole + below.whole + (isFront ? near.whole : 0) };
  };
  const first = await look(address.rest);
  // A small word beside an address (`die x.example/a`) narrows only where something there says it.
  const isIdle = address.isSmall && first.whole === 0;
  const { rest, page, below, near } = isIdle ? await look(/\s*$/.exec(address.rest)?.[0] ?? '') : first;
  if (page.total + below.total + near.total === 0) {
    if (pages.length === 0) return null;
    const found = asWords(address, await find(db, text, options));
    // What stands on the page comes first of what has not all, where that is shown.
    const isShown = found.whole < options.limit && on.itself.length > 0 && !/:/.test(rest);
    const here = isShown ? await among('', listedSlot(0)) : NOTHING;
    const hits = eachOnce([...whole(found), ...nearly(here), ...partly(found)]);
    return { ...found, hits: hits.slice(0, options.limit), total: Math.max(found.total, hits.length) };
  }
  const saying = await among(verbatim, ...elsewhere, ...(isFront ? atSite(site, true) : []));
  const said: Told = { counts: 'whole', found: saying };
  // Where these fill what is shown nothing else is counted.
  const told = isFront ? 0 : whole(saying).filter((hit) => isAt(hit, site)).length;
  const beside: Told = { counts: isFront ? 'all' : 'near', found: near, told };
  const found: Told[] = [
    { counts: 'all', found: page },
    { counts: 'all', found: below },
    ...(isFront ? [beside, said] : [said, beside]),
  ];
  const { unwritten } = rest.trim() === '' ? NOTHING : ([near, page, below].find((one) => one.unwritten) ?? NOTHING);
  const counted = joined(found, options.limit);
  return { ...counted, ...(on.isCut && { isCut: true }), ...(unwritten && { unwritten }) };
}

const NOTHING: Found = { hits: [], total: 0, whole: 0 };
/** So many records are asked whether they say an address as it is: with each letter, so it may not take long. */
const ASKED = 200;

const atSite = (site: string, isBarred = false): Slot[] =>
  site === '' ? [] : facetsOf({ by: 'site', value: site, isBarred });

/** The same, where what the address is made of is not said to be a word that nobody wrote: what it was guessed to be comes near. */
function asWords({ rest }: Address, found: Found): Found {
  const beside = new Set(words(rest).map(({ text }) => text));
  const told = found.unwritten?.filter((one) => beside.has(one)) ?? [];
  if (told.length === (found.unwritten?.length ?? 0)) return found;
  const { unwritten: _, ...others } = found;
  return { ...others, hits: nearly(found), whole: 0, ...(told.length > 0 && { unwritten: told }) };
}

const whole = ({ hits }: Found): Hit[] => hits.filter((hit) => hit.isWhole);
const partly = ({ hits }: Found): Hit[] => hits.filter((hit) => !hit.isWhole);
const nearly = ({ hits }: Found): Hit[] => hits.map((hit) => ({ ...hit, isWhole: false }));

const isAt = ({ record }: Hit, site: string): boolean =>
  `.${plainSite(siteFrom(record, record.site))}`.endsWith(`.${site}`);

const keyOf = ({ record: { team, id } }: Hit): string => `${team} ${id}`;
const isAmong = (hit: Hit, hits: Hit[]): boolean => hits.some((one) => keyOf(one) === keyOf(hit));

/** What was found in several places is shown where it comes first. */
function eachOnce(hits: Hit[]): Hit[] {
  const first = new Map(hits.toReversed().map((hit) => [keyOf(hit), hit]));
  return hits.filter((hit) => first.get(keyOf(hit)) === hit);
}

/** What was found in all places as one answer. */
function joined(told: Told[], limit: number): Found {
  const fit = told.filter(({ counts }) => counts !== 'near');
  const rest = told.filter(({ counts }) => counts !== 'whole');
  const count = fit.reduce((sum, { found }) => sum + found.whole, 0);
  const left = rest.map(({ found, counts, told: already = 0 }) =>
    Math.max(0, found.total - (counts === 'near' ? already : found.whole)),
  );
  const isFilled = count >= limit;
  const hits = [
    ...fit.flatMap(({ found }) => whole(found)),
    ...(isFilled ? [] : rest.flatMap(({ found, counts }) => (counts === 'near' ? nearly(found) : partly(found)))),
  ];
  const first = told.find(({ found }) => found.total > 0)?.found;
  return {
    hits: eachOnce(hits).slice(0, limit),
    whole: count,
    total: isFilled ? count : left.reduce((sum, one) => sum + one, count),
    ...(told.some(({ found }) => found.isCut) && { isCut: true }),
    ...(told.some(({ found }) => found.isAbout) && { isAbout: true }),
    ...(told.some(({ found }) => found.isPartial) && { isPartial: true }),
    ...(first?.called && { called: first.called }),
    ...(first?.problem && { problem: first.problem }),
  };
}
