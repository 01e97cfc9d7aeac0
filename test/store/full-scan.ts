import { plainSite } from '../../src/domain/readable-site.ts';
import { readRecord } from '../../src/domain/record.ts';
import { siteFrom, wordsOf } from '../../src/domain/said.ts';
import { fold } from '../../src/kit/fold.ts';
import { facetsOf } from '../../src/search/asked/facets.ts';
import type { Filter } from '../../src/search/asked/operators.ts';
import { parseQuery } from '../../src/search/asked/query.ts';
import { type Asked, type Query, typedWords } from '../../src/search/asked/query-parts.ts';
import { slotsOfAll } from '../../src/search/asked/query-slots.ts';
import type { Slot } from '../../src/search/asked/slot.ts';
import { joinSlots } from '../../src/search/asked/slot-roles.ts';
import { wordSlots } from '../../src/search/asked/word-slots.ts';
import { type Entry, entryOf, fieldsOf } from '../../src/search/text/entry.ts';
import { stem, type Tongue } from '../../src/search/text/language.ts';
import { isSmallAsked, smallWordsOf } from '../../src/search/text/small-words.ts';
import type { Db } from '../../src/store/db.ts';
import { openIndex } from '../../src/store/index-parts.ts';
import { termsOfRow } from '../../src/store/row-terms.ts';
import { isLikely, isReplaced, slipsOf } from '../search/one-slip.ts';
import { hasRows } from '../search/row-scan.ts';

export interface Scanned {
  id: string;
  isWhole: boolean;
}

interface Read {
  id: string;
  kind: string;
  entry: Entry;
  terms: Set<string>;
  /** All that it says, folded, field by field. */
  fields: string[];
  /** Whether it says a word in two side by side. */
  isApart: (word: string) => boolean;
}

/**
 * What search must find, the long way: every record is read and asked. No index, no order. It shares the product's reading (its grammar, its stems, its
 * slots, what a record's terms are), so what is read wrongly there agrees with itself here: of that tells plain-scan.ts, which shares nothing. What this
 * one alone tells is that stems in several tongues, slips, parts of names, scripts without spaces and commands with a minus find the same by index
 * and without one.
 */
export async function fullScan(db: Db, typed: string): Promise<Scanned[]> {
  const { tongues } = await openIndex(db, () => {});
  const records = (await db.records.toArray()).flatMap((row): Read[] => {
    const read = readRecord(row);
    if (!read.ok || row.removeAt !== undefined) return [];
    const said = wordsOf(read.value);
    const entry = entryOf(fieldsOf({ ...said, site: plainSite(siteFrom(read.value, row.site)) }));
    const fields = Object.values(said).map((one) => fold([one].flat().join(', ')));
    const terms = new Set([...(termsOfRow(row)?.terms ?? []).map(({ term }) => term), ...pairsIn(fields)]);
    const isApart = (word: string) =>
      partings(word).some((asked) => hasRows({ asked, barred: [], filters: [] }, entry, tongues));
    return entry.title.length + entry.body.length === 0
      ? []
      : [{ id: `${row.team} ${row.id}`, kind: row.kind, entry, terms, fields, isApart }];
  });
  const query = parseQuery(typed);
  const found = scanLoosely(records, query, tongues);
  const { signs } = query;
  if (!signs) return found;
  // What says a word with its minus is not left out for that; and where nothing is left, nothing is left out.
  const asText = scanLoosely(records, parseQuery(typed, true), tongues);
  const byId = new Map(records.map((record) => [record.id, record]));
  const named = asText.filter(({ id }) => {
    const { entry, fields } = byId.get(id) as Read;
    const said = fields.join(' ').split(/[^\p{L}\p{M}\p{N}+#._-]+/u);
    const says = (sign: string) => said.some((word) => word.startsWith(sign));
    const has = (sign: string, i: number) => {
      const asked: Asked[] = [
        { kind: 'phrase', words: typedWords(sign, i === signs.length - 1 && typed.endsWith(sign)) },
      ];
      return hasRows({ asked, barred: [], filters: [] }, entry, tongues);
    };
    return signs.some(says) && signs.every((sign, i) => says(sign) || !has(sign, i));
  });
  const all = [...found, ...named];
  return all.length > 0 ? all : asText.map((one) => ({ ...one, isWhole: false }));
}

/** Three letters or more without spaces, typed as one word: only where they stand so is that whole. Their pairs alone fit in part; of a choice pairs are enough. */
const RUN = /[\p{scx=Han}\p{scx=Hira}\p{scx=Kana}]{3,}/gu;
const runsIn = ({ asked }: Query): string[] =>
  asked.flatMap((one) => (one.kind === 'word' ? (one.word.word.match(RUN) ?? []) : []));

/** Whatever stands side by side without a space between, however long it goes on. */
const pairsIn = (fields: string[]): string[] =>
  fields.flatMap((field) =>
    Array.from(field.matchAll(/(?=(\p{Script=Han}\p{Script=Han}))/gu), ([, pair = '']) => pair),
  );

/** The rows of two words that a word may be written in. Letters alone are no words. */
const partings = (word: string): Asked[][] =>
  Array.from(word.slice(2, -1), (_, i) => {
    const words = [word.slice(0, i + 2), word.slice(i + 2)].map((text) => ({ word: text, text, isOpen: false }));
    return [{ kind: 'phrase', words }];
  });

/** A stem of another tongue than English is met in records of that tongue alone. */
const meets = (slot: Slot, { terms, entry, isApart }: Read): boolean =>
  (slot.isApart && isApart(slot.word)) ||
  slot.matchers.some(({ term, isBeginning, of = [] }) => {
    const isFree = of.length === 0 || of.includes('en') || of.includes('und');
    if (!isFree && !of.includes(entry.tongue)) return false;
    return isBeginning ? [...terms].some((one) => one.startsWith(term)) : terms.has(term);
  });

/** What is small in some tongues, not in English, and mostly said in records of others, is needed where no other such word is of one of these tongues. */
function settled(slot: Slot, slots: Slot[], records: Read[], tongues: Tongue[]): Slot {
  const smallIn = ({ role, isBegun, word }: Slot) =>
    role === 'stop' && !isBegun && !isSmallAsked(word, 'en') ? tongues.filter((one) => isSmallAsked(word, one)) : [];
  const small = smallIn(slot);
  const isTold = slots.some((other) => other.word !== slot.word && smallIn(other).some((one) => small.includes(one)));
  const having = records.filter((record) => meets(slot, record));
  const inside = having.filter(({ entry }) => small.includes(entry.tongue)).length;
  const isSaid = having.length > inside && having.length >= 2 * inside;
  return isSaid && small.length > 0 && !isTold ? { ...slot, role: 'needed' } : slot;
}

/** Where nothing has all of it, words in quotes may stand anywhere, but those of a choice. */
function scanLoosely(records: Read[], query: Query, tongues: Tongue[]): Scanned[] {
  const found = scan(records, query, tongues);
  if (found.some(({ isWhole }) => isWhole) || !query.asked.some(({ kind }) => kind === 'phrase')) return found;
  const asked = query.asked.flatMap((one) =>
    one.kind === 'phrase' ? (one.apart ?? one.words).map((word) => ({ kind: 'word' as const, word })) : one,
  );
  return scan(records, { ...query, asked }, tongues).map((one) => ({ ...one, isWhole: false }));
}

function scan(records: Read[], query: Query, tongues: Tongue[]): Scanned[] {
  const choices = query.asked.flatMap((one) => (one.kind === 'either' ? [one.options] : []));
  const others = query.asked.filter(({ kind }) => kind !== 'either');
  // A choice counts as something: small words beside it stay small.
  const something = choices.map((): Slot => ({ role: 'needed', matchers: [], word: '' }));
  const filters = query.filters.map((): Slot => ({ role: 'filter', matchers: [], word: '' }));
  let slots = joinSlots([...slotsOfAll({ ...query, asked: others }, tongues), ...something, ...filters], tongues)
    .filter(({ role, matchers }) => role !== 'needed' || matchers.length > 0)
    .map((slot, _, all) => settled(slot, all, records, tongues));
  const isNowhere = (slot: Slot) => slot.word.length > 2 && !records.some((record) => meets(slot, record));
  const unwritten = new Set(slots.filter(isNowhere).map(({ word }) => word));
  slots = slots.map((slot) => corrected(slot, records, tongues));
  const having = (role: Slot['role']) => slots.filter((slot) => slot.role === role);
  /** All that an option asks, each word begun, parted and corrected as it would be alone, where no words are to stand in a row. */
  const neededOf = (option: Asked[], isPlain: boolean) =>
    option
      .flatMap((one) => (one.kind === 'phrase' ? one.words : one.kind === 'word' ? [one.word] : []))
      .flatMap((word) => wordSlots(word, tongues).filter(({ role }) => role === 'needed'))
      .map((slot) => (isPlain ? corrected(slot, records, tongues) : slot));
  const options = choices.map((some) => {
    const isPlain = some.flat().every(({ kind }) => kind === 'word');
    return some.map((option) => neededOf(option, isPlain));
  });
  const runs = runsIn(query);
  const isFit = fitsOf(records, query.filters);
  const metBy = (record: Read) => [
    ...having('needed').map((slot) => (meets(slot, record) ? 1 : 0)),
    ...options.map((some) => {
      if (some.some((option) => option.every((slot) => meets(slot, record)))) return 1;
      return some.flat().some((slot) => meets(slot, record)) ? 0.5 : 0;
    }),
  ];
  const isLeft = (record: Read) => isFit(record) && !having('barred').some((slot) => meets(slot, record));
  const neededCount = () => having('needed').length + choices.length;
  const last = having('needed').findLast(
    ({ word, matchers }) =>
      matchers.some((one) => one.isBeginning) &&
      tongues.some((one) => isSmallAsked(word, one) || (unwritten.has(word) && beginsSmall(word, one))),
  );
  // A small word that stands last is needed where something has what it begins beside all else, or nothing has all else.
  const isWhole = (record: Read) => isLeft(record) && metBy(record).every((one) => one === 1);
  const all = slots;
  // What is left out is nothing that anything has. Where nothing else is needed, a word that is small beside others is enough.
  const narrowing = query.filters.filter((choice) => choice.some(({ isBarred }) => !isBarred)).length;
  const isSmallEnough = last !== undefined && neededCount() + narrowing === 1;
  const isEnough = (record: Read) =>
    isWhole(record) && (!isSmallEnough || having('stop').some((slot) => meets(slot, record)));
  if (last && !records.some(isWhole)) {
    slots = slots.filter((slot) => slot !== last);
    if (!records.some(isEnough)) slots = all;
    else if (isSmallEnough)
      return records
        .filter((record) => isEnough(record) && hasRows(query, record.entry, tongues))
        .map(({ id }) => ({ id, isWhole: true }));
  }
  const needed = neededCount();
  if (needed + query.filters.length === 0) return [];
  return records.flatMap((record) => {
    const { id, entry, fields } = record;
    const met = metBy(record);
    const isOut = !isLeft(record) || (needed > 0 && met.every((one) => one === 0)) || !hasRows(query, entry, tongues);
    const stands = (run: string) => fields.some((field) => field.includes(run));
    return isOut ? [] : [{ id, isWhole: met.every((one) => one === 1) && runs.every(stands) }];
  });
}

const beginsSmall = (word: string, tongue: Tongue): boolean =>
  word !== 'off' && [...smallWordsOf(tongue)].some((one) => one.startsWith(word));

/** What begins with a word that nothing has; else what says it in two; else what one slip made of it, as of one that hardly anything has: of these what is far more usual. */
function corrected(slot: Slot, records: Read[], tongues: Tongue[]): Slot {
  const known = records.filter((record) => meets(slot, record)).length;
  if (slot.role !== 'needed' || known > 3 || slot.word.length < 4) return slot;
  const { word } = slot;
  const [begun] = wordSlots({ word, text: word, isOpen: true }, tongues);
  if (begun && known === 0 && word.length > 4 && records.some((record) => meets(begun, record)))
    return { ...begun, isApart: 'all' };
  const left = tongues
    .filter((one) => one === 'de' && stem(word, one).length > 4)
    .map((one) => ({ term: stem(word, one), isBeginning: true, weight: 1, of: [one] }));
  const isBegun = known === 0 && records.some((record) => meets({ ...slot, matchers: left }, record));
  const own = isBegun ? left : slot.matchers;
  if (known === 0 && records.some(({ isApart }) => isApart(word))) return { ...slot, isApart: 'all', matchers: own };
  if (known > 0 && word.length < 5) return { ...slot, isApart: 'all' };
  const small = tongues.flatMap((tongue) => [...smallWordsOf(tongue)].map((word) => stem(word, tongue)));
  const stems = new Map<string, Set<Tongue>>();
  for (const mended of slipsOf(word).filter((one) => known === 0 || !isReplaced(word, one))) {
    for (const tongue of tongues) {
      const term = stem(mended, tongue);
      if (known > 0 && term.length < 5) continue;
      if ((2 * term.length < word.length || !small.includes(term)) && isLikely(word, mended, term))
        stems.set(term, new Set([...(stems.get(term) ?? []), tongue]));
    }
  }
  const all = Array.from(stems, ([term, of]) => ({ term, isBeginning: false, weight: 1, of: [...of] }));
  const matchers = all.filter((one) => {
    const having = records.filter((record) => meets({ ...slot, matchers: [one] }, record)).length;
    return having > 0 && having >= 8 * known;
  });
  return { ...slot, isApart: 'all', matchers: [...own, ...matchers] };
}

/** Whether a record meets any of each choice of filters. A tag or site that nothing has is the beginning of one. Nobody answers anything here. */
function fitsOf(records: Read[], filters: Filter[][]): (record: Read) => boolean {
  const meetsAll = (filter: Filter, record: Read, isBegun: boolean) =>
    facetsOf({ ...filter, isBarred: false }, isBegun).every((slot) => meets(slot, record));
  const asked = filters.map((choice) =>
    choice.map((filter) => {
      const isNamed = filter.by === 'tag' || filter.by === 'site';
      return { filter, isBegun: isNamed && !records.some((record) => meetsAll(filter, record, false)) };
    }),
  );
  return (record) =>
    asked.every((choice) =>
      choice.some(({ filter, isBegun }) => meetsAll(filter, record, isBegun) !== filter.isBarred),
    );
}
