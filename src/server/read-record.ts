import { hash } from 'node:crypto';
import * as z from 'zod/mini';
import { canonicalText } from '../domain/canonical.ts';
import { SHARED_BODY_MAX } from '../domain/limits.ts';
import { type StoredRecord, versionSchema } from '../domain/record.ts';
import { HASH_BYTES } from '../domain/version.ts';
import { fail, ok, type Result } from '../kit/result.ts';
import type { Sent } from './shelf/shelf.ts';

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
 * versions that are equal then have equal bodies, on which it rests that everyone ends with the same. The text that was
 * hashed is the one that is stored and travels on.
 */
export function readSent(value: unknown, author: string): Result<Sent> {
  const parsed = sentSchema.safeParse(value);
  if (!parsed.success) return fail('not-valid', 'The record has not the form of one.');
  const { body, ...head } = parsed.data;
  const isOwnProfile = head.kind !== 'profile' || head.id === author;
  if (!isOwnProfile) return fail('not-valid', 'A profile has the id of its member.');
  if (head.deleted && body !== null) return fail('not-valid', 'What is deleted has no body.');
  const text = writeBody(body);
  if (text === undefined) return fail('not-valid', 'The body has a number that nobody can read.');
  if (text !== null && Buffer.byteLength(text) > SHARED_BODY_MAX) {
    return fail('too-large', `A body may have ${SHARED_BODY_MAX} bytes.`);
  }
  if (hashNow(text) !== head.version.hash) return fail('not-valid', 'The hash is not that of the body.');
  // Where half a character was counted as the sign for it, the body goes on as it was said.
  return ok({ ...head, author, text: text?.includes('\ufffd') ? JSON.stringify(body) : text });
}

/** The body's one text; undefined where it has numbers that JSON can write and nobody can read (1e999). */
function writeBody(body: StoredRecord['body']): string | null | undefined {
  try {
    return body && canonicalText(body);
  } catch {
    return undefined;
  }
}

/** `hashBody` of the domain, without a thread: for one small body after the other that is several times as fast. */
function hashNow(text: string | null): string {
  if (text === null) return '';
  return hash('sha256', text, 'buffer').subarray(0, HASH_BYTES).toString('base64url');
}

/** The id a record claims, for the verdict about one that could not be read. */
export function idOf(value: unknown): string {
  const id = isObject(value) ? (value as { id?: unknown }).id : undefined;
  return typeof id === 'string' ? id.slice(0, 64) : '';
}
