import type { JsonObject } from '../domain/json.ts';
import { readRecord } from '../domain/record.ts';
import { asJson } from './row.ts';
import type { RecordRow } from './rows.ts';

/** What was hidden from colleagues, in its kind's present shape; undefined where nothing was. */
export function ownNow({ own, ...row }: RecordRow): JsonObject | undefined {
  const read = own && readRecord({ ...row, body: own });
  return read?.ok ? asJson(read.value.body) : own;
}

/**
 * One's own body after a change to the one that colleagues have, where that one had something hidden: what the change
 * touched is changed, the rest stays whole.
 */
export function carryOver(own: JsonObject, before: JsonObject, after: JsonObject): JsonObject {
  const touched = [...new Set([...Object.keys(before), ...Object.keys(after)])].filter(
    (key) => JSON.stringify(before[key]) !== JSON.stringify(after[key]),
  );
  const untouched = Object.entries(own).filter(([key]) => !touched.includes(key));
  const changed = Object.entries(after).filter(([key]) => touched.includes(key));
  return Object.fromEntries([...untouched, ...changed]);
}
