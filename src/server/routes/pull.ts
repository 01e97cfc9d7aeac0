import type { Hono } from 'hono';
import * as z from 'zod/mini';
import { PULL_RECORDS_MAX } from '../../wire/sync.ts';
import { answerJson, answerPacked, type Packed, packingFor, packJson } from '../answer.ts';
import { readCursor } from '../cursor.ts';
import type { Env, Parts } from '../parts.ts';
import { notValid } from '../problem.ts';
import { createReadAhead, type Making, type Wanted } from '../read-ahead.ts';
import type { Bearer, Page, Sent, Shelf } from '../shelf/shelf.ts';
import { letIn } from '../who.ts';
import { writeColumns, writeRecords } from '../write-records.ts';

const count = z.pipe(
  z._default(z.string().check(z.regex(/^\d{1,6}$/)), String(PULL_RECORDS_MAX)),
  z.transform((text: string) => Math.min(Number(text), PULL_RECORDS_MAX)),
);
const place = z.optional(z.pipe(z.string().check(z.regex(/^\d{1,15}$/)), z.transform(Number)));
const querySchema = z.object({
  after: z.optional(z.string()),
  limit: count,
  newest: z.optional(count),
  swept: place,
  // A form that is not known here is answered in the first.
  form: z.catch(z.enum(['records', 'columns']), 'records'),
});
type Form = 'records' | 'columns';

/** What a page has: its records in the form that was asked for, as JSON. */
interface Written extends Omit<Page, 'records'> {
  json: Uint8Array | string;
}

/** Gives what changed after a cursor, or the newest for a first sight. */
export function pull(app: Hono<Env>, parts: Parts): void {
  const ahead = createReadAhead<Packed>();
  app.get('/v1/pull', letIn(parts), async (ask) => {
    const bearer = ask.get('bearer');
    const { team, member } = bearer;
    const query = querySchema.safeParse(ask.req.query());
    if (!query.success || query.data.limit < 1) throw notValid('limit, newest and swept are numbers.');
    const { after, limit, swept, form } = query.data;
    if (after === undefined && ask.req.query('newest') !== undefined) {
      const { records } = await parts.shelf.newest(team.id, query.data.newest ?? limit);
      const json = form === 'columns' ? writeColumns(records) : writeRecords(records);
      const people = ask.req.query('names') === '1' ? await namePeople(parts, team.id, records) : '';
      return answerJson(ask, `{"${form}":${json},"more":false,"swept":${team.seq},"role":"${member.role}"${people}}`);
    }
    // Whoever has nothing knows of every deletion there was until now.
    const known = swept ?? (after === undefined ? team.seq : 0);
    const packing = packingFor(ask);
    const make = (wanted: Wanted): Making<Packed> => {
      const reading = readPage(parts.shelf, form, team.id, wanted);
      const next = reading.then((page) => (page.more ? page.seq : null));
      return { next, made: reading.then((page) => packJson(writePage(bearer, wanted, form, page), packing)) };
    };
    const manner = `${form} ${packing} ${member.role}`;
    const wanted = { after: readCursor(after, team, swept), limit, swept: known, manner };
    return answerPacked(ask, await ahead.take(team, wanted, make).made);
  });
}

/** Who wrote these and is in the team still. */
async function namePeople({ shelf }: Parts, team: string, records: Sent[]): Promise<string> {
  const authors = new Set(records.map(({ author }) => author));
  const people = (await shelf.members(team)).filter(({ id }) => authors.has(id)).map(({ id, name }) => ({ id, name }));
  return `,"people":${JSON.stringify(people)}`;
}

async function readPage(shelf: Shelf, form: Form, team: string, wanted: Wanted): Promise<Written> {
  const { after, limit, swept } = wanted;
  if (form === 'columns') return shelf.columns(team, after, limit, swept);
  const { records, seq, more } = await shelf.pull(team, after, limit, swept);
  return { json: writeRecords(records), seq, more };
}

function writePage({ team, member }: Bearer, wanted: Wanted, form: Form, page: Written): Uint8Array {
  const { json, seq, more } = page;
  const from = wanted.after === 0 ? `,"swept":${wanted.swept}` : '';
  const proof = more ? '' : `,"tally":"${team.tally}","at":${team.seq}`;
  // What was left out at the end of the feed was left out for good.
  const end = more ? seq : Math.max(seq, team.seq);
  const rest = `,"cursor":"${team.epoch}.${end}","more":${more},"role":"${member.role}"${from}${proof}}`;
  return Buffer.concat([
    Buffer.from(`{"${form}":`),
    typeof json === 'string' ? Buffer.from(json) : json,
    Buffer.from(rest),
  ]);
}
