import { plainSite } from '../domain/readable-site.ts';
import { anySlot, authorSlot, facetsOf, mineSlot } from '../search/asked/facets.ts';
import type { Filter } from '../search/asked/operators.ts';
import { isFirstLetter, type Query } from '../search/asked/query-parts.ts';
import type { Slot } from '../search/asked/slot.ts';
import type { Part } from '../search/find/part.ts';
import type { SearchOptions } from '../search/find/search-options.ts';
import { numbersWithin } from './by-time.ts';
import { STAMP } from './index-stamp.ts';
import { isNamed } from './named.ts';
import { hasPath, type Listed, listedPart, listedSlot, numbersOn, pagesOf, type Within } from './on-pages.ts';
import { ofKind, quickPeople } from './quick-names.ts';
import { quickRead } from './quick-read.ts';
import type { Shown } from './read.ts';
import type { Reading } from './reading.ts';
import { type MetaRow, type PlaceRow, PRIVATE, type RecordRow } from './rows.ts';
import { EVER, inBoth, isWithin, type Span, spansOf } from './spans.ts';
import { siteSlots, tagSlots } from './value-slots.ts';

type Test = (record: Shown) => boolean;

/** What filters ask of the index beside the words, and of the records where the index cannot tell. */
export interface Filters {
  slots: Slot[];
  /** What of it was looked up already, to be asked as the index is. */
  parts: Part[];
  /** Of what was looked up there may be more than was read. */
  isCut?: true;
  /** All that a record has to be. */
  keeps?: Test | undefined;
  /** The same in two: when it may have been made, from the latest on, */
  spans?: Span[];
  /** and what else only the record tells. */
  asksRecord?: Test | undefined;
  /** Tells by their numbers which records were made then. */
  among?: NonNullable<SearchOptions<Shown>['among']>;
}

export async function readFilters(
  db: Reading,
  { asked, filters }: Query,
  patienceMs: number,
  within?: Within,
): Promise<Filters> {
  const slots: Slot[] = [...(within?.slots ?? [])];
  const looked: LookedUp = { listed: [...(within?.listed ?? [])], isCut: false };
  const tests: Test[] = [];
  let spans: Span[] | undefined;
  for (const choice of filters) {
    const found = (await Promise.all(choice.map((filter) => slotsFor(db, filter, patienceMs, looked)))).filter(
      (some) => some.length > 0,
    );
    const matchers = found.flat().flatMap((slot) => slot.matchers);
    // Where the index cannot tell of one of them, it cannot of the choice.
    if (found[0]?.[0] && found.length === choice.length) slots.push({ ...found[0][0], matchers });
    const made = spansOf(choice);
    if (made) spans = inBoth(spans ?? EVER, made);
    else if (choice.some(isTested)) tests.push(await testForAny(db, choice));
  }
  // The first letter of a word that is only begun asks for nothing beside them.
  const isBegun = asked.every((one) => one.kind === 'word' && isFirstLetter(one.word));
  if (isBegun && !slots.some(({ role }) => role === 'filter')) slots.push(anySlot());
  const asksRecord = tests.length > 0 ? (record: Shown) => tests.every((test) => test(record)) : undefined;
  const parts = looked.listed.length > 0 ? [listedPart(looked.listed)] : [];
  const found: Filters = { slots, parts, asksRecord, keeps: asksRecord, ...(looked.isCut && { isCut: true }) };
  if (!spans) return found;
  const made = spans;
  const keeps = (record: Shown) => isWithin(made, record.created) && asksRecord?.(record) !== false;
  return { ...found, spans, keeps, among: ({ isGone }) => numbersWithin(db, isGone, made) };
}

async function testForAny(db: Reading, choice: Filter[]): Promise<Test> {
  const any = await Promise.all(choice.map((filter) => testFor(db, filter)));
  return (record) => any.some((test) => test(record));
}

/** What filters looked up by page, and whether there is more of it. */
interface LookedUp {
  listed: Listed;
  isCut: boolean;
}

async function slotsFor(db: Reading, typed: Filter, patienceMs: number, looked: LookedUp): Promise<Slot[]> {
  if (typed.by === 'author') return [await slotForAuthor(db, typed)];
  const pages = typed.by === 'site' ? pagesOf(typed.address ?? '').filter(hasPath) : [];
  if (pages.length > 0) {
    const { itself, below, isCut } = await numbersOn(db, pages, true, patienceMs);
    looked.isCut ||= isCut;
    return [listedSlot(looked.listed.push([...itself, ...below].sort((a, b) => a - b)) - 1, typed.isBarred)];
  }
  if (typed.by === 'tag') return tagSlots(db, typed, patienceMs);
  return typed.by === 'site' ? siteSlots(db, { ...typed, value: plainSite(typed.value) }, patienceMs) : facetsOf(typed);
}

/** `by:me`, or whoever has a name that begins so: where that is oneself, also what no team knows as theirs. */
async function slotForAuthor(db: Reading, { value, isBarred }: { value: string; isBarred: boolean }): Promise<Slot> {
  if (value === 'me') return mineSlot(isBarred);
  const [names, teams] = await quickPeople(db);
  const meant = [...names].filter(([, name]) => isNamed(name, value));
  const slot = authorSlot(
    meant.map(([author]) => author),
    isBarred,
  );
  const own = teams.some(({ member }) => isNamed(member.name, value)) ? mineSlot(isBarred).matchers : [];
  return { ...slot, matchers: [...slot.matchers, ...own] };
}

/** Whether neither the index tells all of it nor when the record was made. */
const isTested = (filter: Filter): boolean =>
  filter.by === 'is' && (filter.value === 'changed' || filter.value === 'unanswered');

/** What a record must be, for what may be chosen beside what the index does not tell. */
async function testFor(db: Reading, filter: Filter): Promise<Test> {
  const test = await plainTest(db, filter);
  return (record) => test(record) !== filter.isBarred;
}

async function plainTest(db: Reading, filter: Filter): Promise<Test> {
  const is = 'value' in filter ? filter.value : '';
  if (is === 'mine') return ({ isMine }) => isMine;
  if (is === 'team') return ({ team }) => team !== PRIVATE;
  if (is === 'changed') return isChanged(db);
  if (is === 'unanswered') return isUnanswered(db);
  return ({ kind }) => kind === is;
}

async function isChanged(db: Reading): Promise<Test> {
  const [places = []] = await quickRead(db, ['places'], (table): IDBRequest<PlaceRow[]>[] => [
    table('places').getAll(),
  ]);
  const changed = places.filter(({ anchoring }) => anchoring.state !== 'anchored');
  const keys = new Set(changed.map(({ team, id }) => `${team} ${id}`));
  return ({ team, id }) => keys.has(`${team} ${id}`);
}

async function isUnanswered(db: Reading): Promise<Test> {
  const answered = await readAnswered(db);
  return ({ kind, id }) => kind === 'question' && !answered.has(id);
}

/** Which questions were answered, and the stamp of the index then: from letter to letter it is the same, and to read all answers takes a second at ten thousand. */
const known = new WeakMap<Reading, { stamp: unknown; reading: Promise<Set<string>> }>();

async function readAnswered(db: Reading): Promise<Set<string>> {
  const [meta] = await quickRead(db, ['meta'], (table): IDBRequest<MetaRow | undefined>[] => [
    table('meta').get(STAMP),
  ]);
  const before = known.get(db);
  if (before && before.stamp === meta?.value) return before.reading;
  const reading = readAnswers(db);
  known.set(db, { stamp: meta?.value, reading });
  reading.catch(() => known.delete(db));
  return reading;
}

/** An answer that is being removed answers nothing any more. */
async function readAnswers(db: Reading): Promise<Set<string>> {
  const [answers = []] = await quickRead(db, ['records'], (table): IDBRequest<RecordRow[]>[] => [
    table('records').index('[kind+created]').getAll(ofKind('answer')),
  ]);
  const standing = answers.filter(({ body, removeAt }) => body !== null && removeAt === undefined);
  return new Set(standing.flatMap(({ about }) => about ?? []));
}
