import type { JsonObject } from '../domain/json.ts';
import { readRecord, type StoredRecord } from '../domain/record.ts';
import { aboutOf } from '../domain/said.ts';
import type { Target } from '../domain/target.ts';
import { siteOf } from '../domain/url.ts';
import { PRIVATE, type RecordRow } from './rows.ts';

/** A record with what is derived from its body for finding it, and nothing else that `record` may carry. */
export function toRow(from: StoredRecord, team: string, mine: boolean): RecordRow {
  const record = toRecord(from);
  const read = readRecord(record);
  const body: { created?: number; target?: Target } = read.ok ? read.value.body : {};
  const about = read.ok ? aboutOf(read.value) : '';
  const row: RecordRow = {
    ...record,
    team,
    mine: mine ? 1 : 0,
    page: body.target?.url ?? '',
    site: siteOf(body.target?.href ?? ''),
    created: body.created ?? record.version.time,
    ...(about === '' ? {} : { about }),
    ...(isTold(record) ? { told: 1 as const } : {}),
  };
  justRead.set(row, read);
  return row;
}

/** What was read of rows that were just made: most are asked for their words next, once. Thousands that stay would hold a page up where memory is tidied. */
const justRead = new WeakMap<RecordRow, ReturnType<typeof readRecord>>();

/** The record of a row in its kind's present shape. */
export function readRow(row: RecordRow): ReturnType<typeof readRecord> {
  const read = justRead.get(row);
  justRead.delete(row);
  return read ?? readRecord(row);
}

/** Whether it says of a record that it is outdated. */
export const isTold = ({ kind, body }: StoredRecord): boolean => kind === 'signal' && body?.sign === 'outdated';

/** A record of one's own as it goes on when it is kept to oneself again: whole, also what colleagues did not get. */
export const toPrivateRow = (row: RecordRow, author: string): RecordRow =>
  toRow({ ...row, author, body: row.own ?? row.body }, PRIVATE, true);

/** The record's own fields: all that ever leaves this device. */
export function toRecord(row: StoredRecord): StoredRecord {
  const { id, kind, author, schema, version, body } = row;
  return { id, kind, author, schema, version, ...(row.deleted ? { deleted: true as const } : {}), body };
}

/** Present version of a kind's shape is checked elsewhere; this only narrows the type for storing. */
export const asJson = (body: object): JsonObject => body as JsonObject;
