import { createReadStream } from 'node:fs';
import { createGunzip } from 'node:zlib';
import * as z from 'zod/mini';
import { SCHEMA } from '../shelf/migrations.ts';
import type { Row } from '../shelf/sql.ts';

const headSchema = z.object({ sidelight: z.literal('backup'), schema: z.int(), at: z.number() });
const rowSchema = z.tuple([
  z.string(),
  z.record(z.string().check(z.regex(/^[a-z_]+$/)), z.union([z.string(), z.number(), z.null()])),
]);

/** What is not a backup, or not one that this version can read: a sentence. */
export class NotABackup extends Error {}

/** The rows of a backup, as `[table, row]`. Throws {@link NotABackup}. */
export async function* readBackup(file: string): AsyncGenerator<[table: string, row: Row]> {
  let hasHead = false;
  for await (const line of linesOf(file)) {
    const json = parse(line);
    if (hasHead) {
      const row = rowSchema.safeParse(json);
      if (!row.success) throw new NotABackup(`${file} is damaged.`);
      yield row.data;
      continue;
    }
    const head = headSchema.safeParse(json);
    if (!head.success) throw new NotABackup(`${file} is no backup of a team server.`);
    if (head.data.schema > SCHEMA) throw new NotABackup(`${file} was written by a newer Sidelight.`);
    hasHead = true;
  }
  if (!hasHead) throw new NotABackup(`${file} is empty.`);
}

async function* linesOf(file: string): AsyncGenerator<string> {
  const source = createReadStream(file);
  const unpacked = source.pipe(createGunzip());
  // The file's own failure is that of the reading.
  source.on('error', (error) => unpacked.destroy(error));
  const decoder = new TextDecoder();
  let rest = '';
  try {
    for await (const piece of unpacked as AsyncIterable<Uint8Array>) {
      const lines = (rest + decoder.decode(piece, { stream: true })).split('\n');
      rest = lines.pop() ?? '';
      yield* lines;
    }
  } catch (error) {
    if (error instanceof Error && 'code' in error) throw new NotABackup(explain(file, String(error.code)));
    throw error;
  }
  // Each line of a whole backup has its end.
  if (rest !== '') throw new NotABackup(`${file} is damaged.`);
}

function explain(file: string, code: string): string {
  if (code === 'ENOENT') return `There is no file ${file}.`;
  return code.startsWith('Z_') ? `${file} is damaged, or no backup.` : `${file} cannot be read: ${code}.`;
}

function parse(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return undefined;
  }
}
