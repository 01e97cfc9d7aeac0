/**
 * # Sidelight's complete export, version 1
 *
 * One JSON object in UTF-8 that holds everything its person wrote, and can be imported again:
 *
 *     {
 *       "format": "sidelight-export",
 *       "version": 1,
 *       "complete": true,
 *       "exported": "2026-03-01T09:30:00.000Z",
 *       "teams": [{ "id": "…", "name": "Kitchen", "server": "https://team.example" }],
 *       "records": [
 *         {
 *           "id": "…", "kind": "lesson", "schema": 1,
 *           "version": { "n": 1, "time": 1767225600000, "device": "…", "hash": "…" },
 *           "team": "…",
 *           "body": { … }
 *         }
 *       ]
 *     }
 *
 * | field | is |
 * | --- | --- |
 * | `teams` | names of the teams that records were shared with, for the reader; no tokens, so this joins nothing |
 * | `records` | every record of one's own that has a body, shared or not, of known and unknown kinds, by id |
 * | `records[].id` | the same wherever the record goes; importing it where it stands already changes nothing |
 * | `records[].kind`, `schema`, `body` | as `src/domain/kinds` says; times are milliseconds since 1970 |
 * | `records[].version` | orders two states of one record (`src/domain/version.ts`); the later one stays on import |
 * | `records[].team` | the team it was shared with at the time; absent for what was kept to oneself |
 *
 * The author is always the person who exported, so it is not named. What colleagues wrote, settings, memberships and the
 * list of requests are not in it. Readers ignore fields they do not know; a change that cannot be said that way raises
 * `version`; a key `__proto__` is dropped; a file of a higher version is refused with `export-too-new`.
 */
import * as z from 'zod/mini';
import { type JsonObject, jsonObjectSchema } from '../domain/json.ts';
import { bodySize, PRIVATE_BODY_MAX } from '../domain/limits.ts';
import { readRecord, recordSchema, type StoredRecord } from '../domain/record.ts';
import { fail, ok, type Result } from '../kit/result.ts';

export const EXPORT_FORMAT = 'sidelight-export';
export const EXPORT_VERSION = 1;

const recordOut = z.extend(z.pick(recordSchema, { id: true, kind: true, schema: true, version: true }), {
  team: z.optional(z.string()),
  body: jsonObjectSchema,
});

/** A record as it stands in a file: without its author, who is always the person. */
export type ExportedRecord = Omit<StoredRecord, 'author' | 'deleted' | 'body'> & { team?: string; body: JsonObject };

export interface ExportedTeam {
  id: string;
  name: string;
  server: string;
}

/** What was read from a file. `unreadable` records are left out, the others are whole. */
export interface ReadExport {
  records: ExportedRecord[];
  unreadable: number;
}

const fileSchema = z.object({
  format: z.literal(EXPORT_FORMAT),
  version: z.int().check(z.positive()),
  records: z.array(z.unknown()),
});

/** The file's text. Records stand by id, so that two exports of the same records differ only in their date. */
export function writeExport(
  { records, teams }: { records: (StoredRecord & { team: string })[]; teams: ExportedTeam[] },
  now: number,
): string {
  const shared = new Set(records.map(({ team }) => team));
  const file = {
    format: EXPORT_FORMAT,
    version: EXPORT_VERSION,
    complete: true,
    exported: new Date(now).toISOString(),
    teams: teams.filter(({ id }) => shared.has(id)).map(({ id, name, server }) => ({ id, name, server })),
    records: records
      .filter(({ body }) => body !== null)
      .map(({ id, kind, schema, version, team, body }) => ({
        id,
        kind,
        schema,
        version,
        ...(team === '' ? {} : { team }),
        body,
      }))
      .sort((a, b) => (a.id < b.id ? -1 : a.id > b.id ? 1 : 0)),
  };
  return `${JSON.stringify(file, null, 1)}\n`;
}

/** Reads a file's text. Fails with `not-an-export` or `export-too-new`; single records that do not fit are counted. */
export function readExport(text: string): Result<ReadExport> {
  const file = fileSchema.safeParse(parse(text));
  if (!file.success) return fail('not-an-export');
  if (file.data.version > EXPORT_VERSION) return fail('export-too-new');
  const records = file.data.records.map(readOne).filter((record) => record !== null);
  return ok({ records, unreadable: file.data.records.length - records.length });
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch {
    return undefined;
  }
}

/** Kinds and shapes that a newer version wrote are carried along as they are; a known kind must have its shape. */
function readOne(value: unknown): ExportedRecord | null {
  const parsed = safely(() => recordOut.safeParse(value));
  if (!parsed?.success || bodySize(parsed.data.body) > PRIVATE_BODY_MAX) return null;
  const read = readRecord({ ...parsed.data, author: 'me' });
  if (!read.ok && read.failure.code !== 'unknown-kind' && read.failure.code !== 'too-new') return null;
  return parsed.data;
}

/** A body nested thousands deep is no record of ours; looking into it exhausts the stack, which is no reason to stop. */
function safely<T>(look: () => T): T | undefined {
  try {
    return look();
  } catch (error) {
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}
