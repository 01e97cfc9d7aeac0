import { fold } from '../kit/fold.ts';
import type { Query } from '../search/asked.ts';
import { anySlot, authorSlot, facetsOf, mineSlot } from '../search/facets.ts';
import type { Filter } from '../search/operators.ts';
import type { Slot } from '../search/slot.ts';
import { ofKind, quickNames } from './quick-names.ts';
import { quickRead } from './quick-read.ts';
import type { Shown } from './read.ts';
import type { Reading } from './reading.ts';
import type { PlaceRow, RecordRow } from './rows.ts';

/** What filters ask of the index beside the words, and of the records where the index cannot tell. */
export interface Filters {
  slots: Slot[];
  keeps?: (record: Shown) => boolean;
}

export async function readFilters(db: Reading, { asked, filters }: Query): Promise<Filters> {
  const slots: Slot[] = [];
  const checks: ((record: Shown) => boolean)[] = [];
  for (const filter of filters) {
    slots.push(...(filter.by === 'author' ? [await slotForAuthor(db, filter)] : facetsOf(filter)));
    const check = await checkFor(db, filter);
    if (check) checks.push((record) => check(record) !== filter.isBarred);
  }
  const isListed = asked.length === 0 && filters.every((filter) => isCheckedOnly(filter) || filter.isBarred);
  if (isListed) slots.push(anySlot());
  return { slots, ...(checks.length > 0 ? { keeps: (record) => checks.every((check) => check(record)) } : {}) };
}

const isCheckedOnly = ({ by, ...rest }: Filter): boolean =>
  by === 'before' || by === 'after' || (by === 'is' && 'value' in rest && rest.value === 'changed');

/** `by:me`, or whoever has a name that begins so. */
async function slotForAuthor(db: Reading, { value, isBarred }: Filter & { by: 'author' }): Promise<Slot> {
  if (value === 'me') return mineSlot(isBarred);
  const names = await quickNames(db);
  const named = [...names].filter(([, name]) => ` ${fold(name)}`.includes(` ${value}`)).map(([author]) => author);
  return authorSlot(named, isBarred);
}

/** What the records themselves must be asked; null where the index tells. */
async function checkFor(db: Reading, filter: Filter): Promise<((record: Shown) => boolean) | null> {
  if (filter.by === 'before') return ({ created }) => created < filter.time;
  if (filter.by === 'after') return ({ created }) => created >= filter.time;
  if (filter.by !== 'is') return null;
  if (filter.value === 'changed') {
    const [places = []] = await quickRead(db, ['places'], (table): IDBRequest<PlaceRow[]>[] => [
      table('places').getAll(),
    ]);
    const changed = new Set(
      places.flatMap(({ team, id, anchoring }) => (anchoring.state === 'anchored' ? [] : `${team} ${id}`)),
    );
    return ({ team, id }) => changed.has(`${team} ${id}`);
  }
  if (filter.value !== 'unanswered') return null;
  const [answers = []] = await quickRead(db, ['records'], (table): IDBRequest<RecordRow[]>[] => [
    table('records').index('[kind+created]').getAll(ofKind('answer')),
  ]);
  const answered = new Set(answers.filter(({ body }) => body !== null).map(({ about }) => about));
  return ({ id }) => !answered.has(id);
}
