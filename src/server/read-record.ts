import { hash } from 'node:crypto';
import { canonicalText } from '../domain/canonical.ts';
import { SHARED_BODY_MAX } from '../domain/limits.ts';
import type { StoredRecord } from '../domain/record.ts';
import { HASH_BYTES, type Version } from '../domain/version.ts';
import { fail, ok, type Result } from '../kit/result.ts';
import type { Sent } from './shelf/shelf.ts';

type Fields = Record<string, unknown>;
type Head = Omit<StoredRecord, 'author' | 'body'>;

/** Ids, kinds and devices are plain words, which every database keeps and orders alike. */
const WORD = /^[\w.:-]+$/;
const HASH = /^[\w-]{0,64}$/;
const ID_MAX = 64;
const KIND_MAX = 32;
const SCHEMA_MAX = 1_000_000;

const isWord = (value: unknown, most: number): value is string =>
  typeof value === 'string' && value.length <= most && WORD.test(value);

const isCount = (value: unknown, most = Number.MAX_SAFE_INTEGER): value is number =>
  Number.isSafeInteger(value) && Number(value) > 0 && Number(value) <= most;

/** It came out of JSON, so any object is a body; what its kind makes of it is for those who read it. */
const isObject = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/**
 * One record of a push, for its author. Fails with `not-valid` or `too-large`. The hash must be that of the body:
 * versions that are equal then have equal bodies, on which it rests that everyone ends with the same. The text that was
 * hashed is the one that is stored and travels on.
 */
export function readSent(value: unknown, author: string): Result<Sent> {
  const head = isObject(value) ? readHead(value) : null;
  if (!head || !isObject(value)) return fail('not-valid', 'The record has not the form of one.');
  const body = value.body as StoredRecord['body'];
  const isOwnProfile = head.kind !== 'profile' || head.id === author;
  if (!isOwnProfile) return fail('not-valid', 'A profile has the id of its member.');
  if (head.deleted && body !== null) return fail('not-valid', 'What is deleted has no body.');
  const text = writeBody(body);
  if (text === undefined) return fail('not-valid', 'The body has a number that nobody can read.');
  if (text !== null && isTooLarge(text)) {
    return fail('too-large', `A body may have ${SHARED_BODY_MAX} bytes.`);
  }
  if (hashNow(text) !== head.version.hash) return fail('not-valid', 'The hash is not that of the body.');
  // Where half a character was counted as the sign for it, the body goes on as it was said.
  return ok({ ...head, author, text: text?.includes('\ufffd') ? JSON.stringify(body) : text });
}

/**
 * Everything but author and body, where it has the form it must have; what else was said is left out. Field by field, not
 * by a schema: a fifth off all that is done to read a record.
 */
function readHead({ id, kind, author, schema, version, deleted, body }: Fields): Head | null {
  if (!isWord(id, ID_MAX) || !isWord(kind, KIND_MAX) || typeof author !== 'string') return null;
  if (!isCount(schema, SCHEMA_MAX) || (deleted !== undefined && deleted !== true)) return null;
  if (body !== null && !isObject(body)) return null;
  const read = isObject(version) ? readVersion(version) : null;
  return read && { id, kind, schema, version: read, ...(deleted ? { deleted } : {}) };
}

function readVersion({ n, time, device, hash }: Fields): Version | null {
  const isRight = isCount(n) && Number.isFinite(time) && isWord(device, ID_MAX);
  return isRight && typeof hash === 'string' && HASH.test(hash) ? { n, time: Number(time), device, hash } : null;
}

/** Bytes are counted only where there can be too many: a character has three at most. */
const isTooLarge = (text: string): boolean =>
  text.length * 3 > SHARED_BODY_MAX && Buffer.byteLength(text) > SHARED_BODY_MAX;

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
  const id = isObject(value) ? value.id : undefined;
  return typeof id === 'string' ? id.slice(0, 64) : '';
}
