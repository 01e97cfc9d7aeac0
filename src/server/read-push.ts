import { pushSchema, type Verdict } from '../wire/sync.ts';
import { notValid } from './problem.ts';
import { type Body, toJson } from './read-json.ts';
import { idOf, readSent } from './read-record.ts';
import type { Sent } from './shelf/shelf.ts';

type Refused = Extract<Verdict, { verdict: 'refused' }>;

/** A push that was read: its records, and the verdicts on those that are none, each with its place in the push. */
export interface ReadPush {
  records: Sent[];
  refused: { at: number; verdict: Refused }[];
}

/**
 * Reads a push for its author, whose hashes and forms are right then. Throws a Problem where the whole is not a push, or
 * unpacks to more than `most` bytes.
 */
export function readPush(body: Body, author: string, most?: number): ReadPush {
  const said = pushSchema.safeParse(toJson(body, most));
  if (!said.success) throw notValid('This is not a push of at most 500 records.');
  const read: ReadPush = { records: [], refused: [] };
  for (const [at, value] of said.data.records.entries()) {
    const one = readSent(value, author);
    if (one.ok) read.records.push(one.value);
    else read.refused.push({ at, verdict: refusalOf(value, one.failure) });
  }
  return read;
}

const refusalOf = (value: unknown, { code, detail = '' }: { code: string; detail?: string }): Refused => ({
  id: idOf(value),
  verdict: 'refused',
  code,
  message: detail,
});
