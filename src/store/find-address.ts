import { facetsOf } from '../search/asked/facets.ts';
import { words } from '../search/text/words.ts';
import type { FindOptions, Found } from './found.ts';
import { listedSlot, numbersOn, type Within } from './on-pages.ts';
import { type Address, readAddress } from './read-address.ts';
import type { Reading } from './reading.ts';

/** Searches for what was typed, among some records. */
type FindWithin = (db: Reading, typed: string, options: FindOptions, within?: Within) => Promise<Found>;

/** What was found in one of the places where an address leads to, and what of it counts. */
interface Told {
  found: Found;
  /** All of it, only what has everything, or all of it as what comes near. */
  counts: 'all' | 'whole' | 'near';
}

/**
 * What was kept where a typed address leads: on that very page, then below it, then what says the address itself, then what is from the same
 * site. Words beside it narrow among them. An address of nothing here is words like all others, but for what only addresses have. Null for
 * what is no address, and for a name such as `node.js` that is no site here.
 */
export async function findAddressed(
  db: Reading,
  typed: string,
  options: FindOptions,
  find: FindWithin,
): Promise<Found | null> {
  const address = readAddress(typed);
  if (!address) return null;
  const { pages, isOpen, rest, text } = address;
  const on = await numbersOn(db, pages, isOpen);
  const listed = [on.itself, on.below];
  const [itself, below] = [listedSlot(0), listedSlot(1)];
  const [offIt, offBelow] = [listedSlot(0, true), listedSlot(1, true)];
  const among = (asked: string, ...slots: Within['slots']) => find(db, asked, options, { slots, listed });
  const [atSite, offSite] = [siteSlots(address, false), siteSlots(address, true)];
  const isSite = pages.length === 0;
  const told: Told[] = [];
  const ask = async (counts: Told['counts'], asked: string, ...slots: Within['slots']) =>
    told.push({ counts, found: await among(asked, ...slots) });
  if (isSite) await ask('all', '', ...atSite);
  else {
    await ask('all', rest, itself);
    await ask('all', rest, below, offIt);
    if (atSite.length > 0) await ask('near', rest.trim() === '' ? text : rest, ...atSite, offIt, offBelow);
  }
  if (told.every(({ found }) => found.total === 0))
    return isSite ? null : asWords(address, await find(db, text, options));
  await ask('whole', text, ...offSite, offIt, offBelow);
  return joined(told, options.limit, on.isCut);
}

const siteSlots = ({ site }: Address, isBarred: boolean): Within['slots'] =>
  site === '' ? [] : facetsOf({ by: 'site', value: site, isBarred });

/** The same, where what the address is made of is not said to be a word that nobody wrote. */
function asWords({ rest }: Address, { unwritten, ...found }: Found): Found {
  if (!unwritten) return found;
  const asked = new Set(words(rest).map(({ text }) => text));
  const told = unwritten.filter((one) => asked.has(one));
  return {
    ...found,
    hits: found.hits.map((hit) => ({ ...hit, isWhole: false })),
    whole: 0,
    ...(told.length > 0 ? { unwritten: told } : {}),
  };
}

/** What was found in all places as one answer. */
function joined(told: Told[], limit: number, isCut: boolean): Found {
  const whole = told.filter(({ counts }) => counts !== 'near');
  const partly = told.filter(({ counts }) => counts !== 'whole');
  const all = [
    ...whole.flatMap(({ found }) => found.hits.filter((hit) => hit.isWhole)),
    ...partly.flatMap(({ found, counts }) => {
      const near = found.hits.filter((hit) => counts === 'near' || !hit.isWhole);
      return near.map((hit) => ({ ...hit, isWhole: false }));
    }),
  ];
  const count = whole.reduce((sum, { found }) => sum + found.whole, 0);
  const rest = partly.reduce((sum, { found, counts }) => sum + found.total - (counts === 'near' ? 0 : found.whole), 0);
  const isFilled = count >= limit;
  const first = told.find(({ found }) => found.total > 0)?.found;
  return {
    hits: (isFilled ? all.filter((hit) => hit.isWhole) : all).slice(0, limit),
    whole: count,
    total: isFilled ? count : count + rest,
    ...(isCut || told.some(({ found }) => found.isCut) ? { isCut: true } : {}),
    ...(told.some(({ found }) => found.isAbout) ? { isAbout: true } : {}),
    ...(told.some(({ found }) => found.isPartial) ? { isPartial: true } : {}),
    ...(told[0]?.found.unwritten ? { unwritten: told[0].found.unwritten } : {}),
    ...(first?.called ? { called: first.called } : {}),
    ...(first?.problem ? { problem: first.problem } : {}),
  };
}
