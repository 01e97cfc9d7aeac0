import { canonicalText } from '../../src/domain/canonical.ts';
import type { JsonObject } from '../../src/domain/json.ts';
import { recordSchema, type StoredRecord } from '../../src/domain/record.ts';
import { hashBody } from '../../src/domain/version.ts';
import { createId } from '../../src/kit/id.ts';
import type { Sent, Shelf } from '../../src/server/shelf/shelf.ts';
import type { Verdict } from '../../src/wire/sync.ts';

/** A record as a device would make it. */
export async function aRecord(
  change: Partial<Omit<StoredRecord, 'version'>> & { n?: number; time?: number; device?: string } = {},
): Promise<StoredRecord> {
  const { n = 1, time = 1_000, device = 'a-device', ...rest } = change;
  const body: JsonObject | null = rest.body === undefined ? { created: 1, note: 'Ask for the plan first.' } : rest.body;
  const version = { n, time, device, hash: await hashBody(body) };
  return { id: createId(), kind: 'lesson', author: 'anne', schema: 1, ...rest, version, body };
}

/** The record as a route gives it to the shelf, and back. */
export const toSent = ({ body, ...head }: StoredRecord): Sent => ({ ...head, text: body && canonicalText(body) });
export const fromSent = ({ text, ...head }: Sent): StoredRecord =>
  recordSchema.parse({ ...head, body: text === null ? null : JSON.parse(text) });

/** What became of parcels that were all taken. */
export const allTaken = (judged: Awaited<ReturnType<Shelf['push']>>): Verdict[][] =>
  judged.map((verdicts) => {
    if (typeof verdicts === 'string') throw new Error(verdicts);
    return verdicts;
  });
