import { createHash } from 'node:crypto';
import * as z from 'zod/mini';
import { SHARED_BODY_MAX } from '../domain/limits.ts';
import { type StoredRecord, versionSchema } from '../domain/record.ts';
import { canonicalText, HASH_BYTES } from '../domain/version.ts';
import { fail, ok, type Result } from '../kit/result.ts';

/** Ids, kinds and hashes are plain words, which every database keeps and orders alike. */
const word = (most: number) => z.string().check(z.regex(/^[\w.:-]+$/), z.maxLength(most));

const isObject = (value: unknown) => typeof value === 'object' && value !== null && !Array.isArray(value);

const sentSchema = z.object({
  id: word(64),
  kind: word(32),
  author: z.string(),
  schema: z.int().check(z.positive(), z.maximum(1_000_000)),
  version: z.extend(versionSchema, { device: word(64), hash: z.string().check(z.regex(/^[\w-]{0,64}$/)) }),
  deleted: z.optional(z.literal(true)),
  // It came out of JSON, so any object is a body; what its kind makes of it is for those who read it.
  body: z.custom<StoredRecord['body']>((value) => value === null || isObject(value)),
});

/**
 * One record of a push, for its author. Fails with `not-valid` or `too-large`. The hash must be that of the body:
 * versions that are equal then have equal bodies, on which it rests that everyone ends with the same.
 */
export function readSent(value: unknown, author: string): Result<StoredRecord> {
  const parsed = sentSchema.safeParse(value);
  if (!parsed.success) return fail('not-valid', 'The record has not the form of one.');
  const record = { ...parsed.data, author };
  const isOwnProfile = record.kind !== 'profile' || record.id === author;
  if (!isOwnProfile) return fail('not-valid', 'A profile has the id of its member.');
  if (record.deleted && record.body !== null) return fail('not-valid', 'What is deleted has no body.');
  if (Buffer.byteLength(JSON.stringify(record.body)) > SHARED_BODY_MAX) {
    return fail('too-large', `A body may have ${SHARED_BODY_MAX} bytes.`);
  }
  if (hashNow(record.body) !== record.version.hash) return fail('not-valid', 'The hash is not that of the body.');
  return ok(record);
}

/** `hashBody` of the domain, without a thread: for one small body after the other that is several times as fast. */
function hashNow(body: StoredRecord['body']): string | null {
  if (body === null) return '';
  try {
    const digest = createHash('sha256').update(canonicalText(body)).digest();
    return digest.subarray(0, HASH_BYTES).toString('base64url');
  } catch {
    // Numbers that JSON can write and nobody can read (1e999) have no canonical form.
    return null;
  }
}

/** The id a record claims, for the verdict about one that could not be read. */
export function idOf(value: unknown): string {
  const id = isObject(value) ? (value as { id?: unknown }).id : undefined;
  return typeof id === 'string' ? id.slice(0, 64) : '';
}
