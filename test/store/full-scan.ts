import { readRecord } from '../../src/domain/record.ts';
import { wordsOf } from '../../src/domain/said.ts';
import { entryOf, fieldsOf } from '../../src/search/entry.ts';
import { facetsOf } from '../../src/search/facets.ts';
import { joinSlots } from '../../src/search/joined-slots.ts';
import { isBarred } from '../../src/search/phrase.ts';
import { parseQuery } from '../../src/search/query.ts';
import { isOneSlipAway } from '../../src/search/slip.ts';
import type { Slot } from '../../src/search/slot.ts';
import { slotsOf } from '../../src/search/slots.ts';
import type { Db } from '../../src/store/db.ts';
import { openIndex } from '../../src/store/index-parts.ts';
import { termsOfRow } from '../../src/store/row-terms.ts';

export interface Scanned {
  id: string;
  isWhole: boolean;
}

/** What search must find, the long way: every record is read and asked. No index, no order. */
export async function fullScan(db: Db, typed: string): Promise<Scanned[]> {
  const query = parseQuery(typed);
  const { tongues } = await openIndex(db, () => {});
  const records = (await db.records.toArray()).flatMap((row) => {
    const read = readRecord(row);
    if (!read.ok || row.removeAt !== undefined) return [];
    const entry = entryOf(fieldsOf({ ...wordsOf(read.value), site: row.site }));
    return entry.title.length + entry.body.length === 0
      ? []
      : [{ id: row.id, entry, terms: new Set(termsOfRow(row)?.terms.map(({ term }) => term)) }];
  });
  const meets = (slot: Slot, terms: Set<string>) =>
    slot.matchers.some(({ term, isBeginning }) =>
      isBeginning ? [...terms].some((one) => one.startsWith(term)) : terms.has(term),
    );
  const slots = joinSlots([...slotsOf(query, tongues), ...query.filters.flatMap(facetsOf)], tongues).map((slot) => {
    const isKnown = records.some(({ terms }) => meets(slot, terms));
    if (slot.role !== 'needed' || isKnown || slot.word.length < 4) return slot;
    const asked = [slot.word, ...slot.matchers.filter((m) => !m.isBeginning).map((m) => m.term)];
    const all = new Set(records.flatMap(({ terms }) => [...terms]));
    const near = [...all].filter((term) =>
      asked.some((one) => one.slice(0, 2) === term.slice(0, 2) && isOneSlipAway(one, term)),
    );
    return { ...slot, matchers: near.map((term) => ({ term, isBeginning: false, weight: 1 })) };
  });
  const having = (role: Slot['role']) => slots.filter((slot) => slot.role === role);
  const isAsked = having('needed').length + having('filter').length > 0;
  return records.flatMap(({ id, entry, terms }) => {
    const met = having('needed').filter((slot) => meets(slot, terms)).length;
    const isOut =
      !isAsked ||
      !having('filter').every((slot) => meets(slot, terms)) ||
      having('barred').some((slot) => meets(slot, terms)) ||
      (having('needed').length > 0 && met === 0) ||
      isBarred(query, entry, tongues);
    return isOut ? [] : [{ id, isWhole: met === having('needed').length }];
  });
}
