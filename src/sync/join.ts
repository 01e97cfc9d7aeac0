import { createId } from '../kit/id.ts';
import { fail, ok, type Result } from '../kit/result.ts';
import type { Store } from '../store/db.ts';
import { joinedAt } from '../store/joined-at.ts';
import { whoAmI } from '../store/me.ts';
import type { TeamRow } from '../store/rows.ts';
import { addTeam } from '../store/team.ts';
import { readInviteLink } from '../wire/invite-link.ts';
import { type Joined, joinedSchema } from '../wire/sync.ts';
import { call } from './call.ts';
import type { SyncDeps } from './deps.ts';
import { orDiskFull } from './disk-full.ts';

const NAME_MAX = 120;

/**
 * Joins the team of an invite link under a name and remembers it; nothing is exchanged yet, {@link syncTeam} does that.
 * Trying again after a lost answer joins once. Fails with `not-an-invite`, `name-missing`, `already-joined` (detail: the
 * team's name; a second membership would be a second person), `invite-ended`, `unreachable` (detail: the host), `answer-not-understood`, `disk-full`, or what the server says.
 */
export const joinTeam = (store: Store, how: { link: string; name: string }, deps: SyncDeps): Promise<Result<TeamRow>> =>
  orDiskFull(() => join(store, how, deps));

async function join(
  store: Store,
  { link, name }: { link: string; name: string },
  deps: SyncDeps,
): Promise<Result<TeamRow>> {
  const read = readInviteLink(link);
  if (!read.ok) return read;
  const said = name.trim().slice(0, NAME_MAX);
  if (said === '') return fail('name-missing');
  const { server, invite } = read.value;
  const standing = joinedAt(await store.strict.teams.toArray(), server);
  if (standing) return fail('already-joined', standing.name);
  const me = await whoAmI(store.strict);
  const key = await keyFor(store, invite);
  const answer = await call(
    store,
    deps,
    { server, team: '' },
    {
      method: 'POST',
      path: '/v1/join',
      body: { invite, key, name: said, device: { id: me.device, name: deps.deviceName } },
      schema: joinedSchema,
    },
  );
  if (!answer.ok) return { ok: false, failure: answer.failure };
  const team = toTeamRow(answer.value, server, deps.clock());
  const added = await addTeam(store, team, deps.clock);
  if (!added.ok) return added;
  await store.strict.meta.delete(keyName(invite));
  return ok(team);
}

/** One key for each invite until it has worked, so that asking again after a lost answer is the same asking. */
async function keyFor(store: Store, invite: string): Promise<string> {
  return store.strict.transaction('rw', store.strict.meta, async () => {
    const standing = await store.strict.meta.get(keyName(invite));
    if (typeof standing?.value === 'string') return standing.value;
    const key = createId();
    await store.strict.meta.put({ key: keyName(invite), value: key });
    return key;
  });
}

const keyName = (invite: string): string => `joining:${invite}`;

const toTeamRow = ({ team, member, epoch, seq, token }: Joined, server: string, now: number): TeamRow => ({
  id: team.id,
  name: team.name,
  server,
  token,
  member,
  epoch,
  cursor: '',
  proof: 'due',
  ...(seq === undefined ? {} : { swept: seq }),
  joined: now,
  syncedAt: 0,
});
