import type { JsonObject } from '../../src/domain/json.ts';
import { type BodyOf, type KindName, kinds } from '../../src/domain/kinds/index.ts';
import { recordSchema, type StoredRecord } from '../../src/domain/record.ts';
import { normaliseUrl } from '../../src/domain/url.ts';
import { hashBody, nextVersion } from '../../src/domain/version.ts';
import { createId } from '../../src/kit/id.ts';
import { readInviteLink } from '../../src/wire/invite-link.ts';
import { joinedSchema, pulledSchema } from '../../src/wire/sync.ts';

const BATCH = 200;

/** A member of the team without a browser: what they share comes to the others through the real server. */
export interface Colleague {
  share<K extends KindName>(kind: K, ...bodies: BodyOf<K>[]): Promise<StoredRecord[]>;
  /** What others shared of a kind, in the order of the feed. */
  received(kind: KindName): Promise<StoredRecord[]>;
}

/** Joins by an invite link, under a name that the team sees. */
export async function createColleague(link: string, name: string): Promise<Colleague> {
  const invite = readInviteLink(link);
  if (!invite.ok) throw new Error(`${link} is no invite.`);
  const { server } = invite.value;
  const joining = { invite: invite.value.invite, key: createId(), name, device: { id: createId(), name: 'Scripted' } };
  const { member, token } = joinedSchema.parse(await call(`${server}/v1/join`, undefined, joining));
  const push = async (records: StoredRecord[]) => {
    for (let i = 0; i < records.length; i += BATCH) {
      await call(`${server}/v1/push`, token, { records: records.slice(i, i + BATCH) });
    }
    return records;
  };
  const record = async (kind: KindName, of: object, id = createId()): Promise<StoredRecord> => {
    const body = JSON.parse(JSON.stringify(of)) as JsonObject;
    const version = nextVersion(undefined, 'scripted', await hashBody(body), Date.now);
    return { id, kind, author: member.id, schema: kinds[kind].version, version, body };
  };
  await push([await record('profile', { created: Date.now(), name }, member.id)]);
  const pull = async () => {
    const { records } = pulledSchema.parse(await call(`${server}/v1/pull?limit=500`, token));
    return records.map((one) => recordSchema.parse(one));
  };
  return {
    share: async (kind, ...bodies) => push(await Promise.all(bodies.map((body) => record(kind, body)))),
    received: async (kind) =>
      (await pull()).filter((one) => one.kind === kind && one.author !== member.id && one.body !== null),
  };
}

/** Where a lesson belongs; with `exact`, to that passage. */
export const targetOn = (href: string, title: string, exact?: string) => ({
  ...{ url: normaliseUrl(href), href, title },
  selectors: exact === undefined ? [] : [{ type: 'TextQuoteSelector', exact }],
});

async function call(url: string, token?: string, body?: object): Promise<unknown> {
  const headers = new Headers({ 'content-type': 'application/json' });
  if (token) headers.set('authorization', `Bearer ${token}`);
  const answer = await fetch(url, body ? { method: 'POST', headers, body: JSON.stringify(body) } : { headers });
  if (!answer.ok) throw new Error(`${url} answered ${answer.status}: ${await answer.text()}`);
  return answer.json();
}
