import * as z from 'zod/mini';
import { fail, ok, type Result } from '../kit/result.ts';
import { type JsonObject, jsonObjectSchema } from './json.ts';
import { type BodyOf, isKindName, type KindName, kinds } from './kinds/index.ts';
import type { Kind } from './kinds/kind.ts';
import { schemaOf } from './kinds/schema.ts';

export const versionSchema = z.object({
  n: z.int().check(z.positive()),
  time: z.number(),
  device: z.string().check(z.maxLength(64)),
  hash: z.string().check(z.maxLength(64)),
});

/**
 * The one thing that is stored, indexed and synced. Its author's devices alone write it. `body` is null once it was
 * unshared or deleted; `deleted` is final. A kind this version does not know is carried along untouched.
 */
export const recordSchema = z.object({
  id: z.string().check(z.minLength(1), z.maxLength(64)),
  kind: z.string().check(z.minLength(1), z.maxLength(32)),
  author: z.string().check(z.minLength(1), z.maxLength(64)),
  /** Version of the kind's shape that `body` has. */
  schema: z.int().check(z.positive()),
  version: versionSchema,
  deleted: z.optional(z.literal(true)),
  body: z.nullable(jsonObjectSchema),
});

export type StoredRecord = z.infer<typeof recordSchema>;

/** A record whose body is known to have its kind's present shape. */
export type RecordOf<K extends KindName> = {
  [P in K]: Omit<StoredRecord, 'kind' | 'body'> & { kind: P; body: BodyOf<P> };
}[K];
export type KnownRecord = RecordOf<KindName>;

/** A body in its kind's present shape: upgraded step by step, then validated. Newer shapes are refused, never cut. */
export function readAs<Body>(kind: Kind<string, Body>, schema: number, body: JsonObject): Result<Body> {
  if (schema > kind.version) return fail('too-new');
  let upgraded = body;
  for (let version = schema; version < kind.version; version++) {
    const upgrade = kind.upgrades[version];
    if (!upgrade) return fail('no-upgrade', `${kind.name} ${version}`);
    upgraded = upgrade(upgraded);
  }
  const parsed = schemaOf(kind).safeParse(upgraded);
  return parsed.success ? ok(parsed.data) : fail('not-valid', kind.name);
}

/** {@link readAs} for one of the kinds there are. */
export const readBody = <K extends KindName>(name: K, schema: number, body: JsonObject): Result<BodyOf<K>> =>
  readAs(kinds[name] as unknown as Kind<K, BodyOf<K>>, schema, body);

/** The record with its body read, or why it cannot be shown (gone, too new, unknown kind, not valid). */
export function readRecord(record: StoredRecord): Result<KnownRecord> {
  if (record.body === null) return fail('gone');
  if (!isKindName(record.kind)) return fail('unknown-kind', record.kind);
  const body = readBody(record.kind, record.schema, record.body);
  return body.ok ? ok({ ...record, kind: record.kind, body: body.value } as KnownRecord) : body;
}
