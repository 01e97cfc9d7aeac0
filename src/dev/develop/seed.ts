import { existsSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type BodyOf, type KindName, kinds } from '../../domain/kinds/index.ts';
import type { StoredRecord } from '../../domain/record.ts';
import { normaliseUrl } from '../../domain/url.ts';
import { hashBody, nextVersion } from '../../domain/version.ts';
import { createId } from '../../kit/id.ts';
import { readInviteLink } from '../../wire/invite-link.ts';
import { type Joined, joinedSchema } from '../../wire/sync.ts';

/**
 * Lets a colleague join the development team and share something about the fixture pages, once: what was seeded is
 * noted in `home`.
 */
export async function seedTeam(link: string, pages: string, home: string): Promise<void> {
  const done = join(home, 'team', 'seeded');
  if (existsSync(done)) return;
  const invite = readInviteLink(link);
  if (!invite.ok) throw new Error(`The server gave a link that is none: ${link}`);
  const { server } = invite.value;
  const device = { id: createId(), name: 'Seed' };
  const joining = { invite: invite.value.invite, key: createId(), name: 'Robin', device };
  const robin = joinedSchema.parse(await post(`${server}/v1/join`, joining));
  const records = await Promise.all(writeRecords(robin, pages));
  await post(`${server}/v1/push`, { records }, robin.token);
  await mkdir(join(home, 'team'), { recursive: true });
  await writeFile(done, '');
}

/** What Robin has learned: a lesson on two pages, a question with an answer, and a name. */
function writeRecords({ member }: Joined, pages: string): Promise<StoredRecord>[] {
  const created = Date.now();
  const at = (page: string, title: string, exact: string) => {
    const href = `${pages}/${page}`;
    return { url: normaliseUrl(href), href, title, selectors: [{ type: 'TextQuoteSelector', exact }] };
  };
  const safe = 'A rollback is safe only while the old code can read the new rows';
  const night = 'At night an alarm is answered by walking there, never by silencing it from the desk.';
  const silent = 'a silent node is worse than a missing one';
  const title = 'Rolling back a release';
  const question = createId();
  const write = <K extends KindName>(kind: K, body: BodyOf<K>, id = createId()) => toRecord(member.id, id, kind, body);
  return [
    write('profile', { created, name: member.name }, member.id),
    write('lesson', {
      created,
      title,
      quote: safe,
      note: 'Check this list first; we forgot it in March.',
      tags: ['release'],
      target: at('article.html', title, safe),
    }),
    write('lesson', {
      created,
      title: 'Night shift',
      quote: night,
      note: 'Twice it was the wrong valve.',
      target: at('dark.html', 'Night shift', night),
    }),
    write(
      'question',
      {
        created,
        title,
        text: 'How do we notice that a node stays silent?',
        quote: silent,
        target: at('article.html', title, silent),
      },
      question,
    ),
    write('answer', { created, question, text: 'The board by the door turns amber after ninety seconds.' }),
  ];
}

async function toRecord<K extends KindName>(
  author: string,
  id: string,
  kind: K,
  body: BodyOf<K>,
): Promise<StoredRecord> {
  const json = JSON.parse(JSON.stringify(body));
  const version = nextVersion(undefined, 'seed', await hashBody(json), Date.now);
  return { id, kind, author, schema: kinds[kind].version, version, body: json };
}

async function post(url: string, body: object, token?: string): Promise<unknown> {
  const headers = new Headers({ 'content-type': 'application/json' });
  if (token) headers.set('authorization', `Bearer ${token}`);
  const answer = await fetch(url, { method: 'POST', headers, body: JSON.stringify(body) });
  if (!answer.ok) throw new Error(`${url} answered ${answer.status}: ${await answer.text()}`);
  return answer.json();
}
