import fc from 'fast-check';
import { expect } from 'vitest';
import { normaliseUrl } from '../../src/domain/url.ts';
import { createId } from '../../src/kit/id.ts';
import { takeIn } from '../../src/store/feed.ts';
import { edit, keep } from '../../src/store/keep.ts';
import { finishRemovals, remove, restore } from '../../src/store/remove.ts';
import { asJson } from '../../src/store/row.ts';
import { PRIVATE, type RecordKey } from '../../src/store/rows.ts';
import { share, unshare } from '../../src/store/share.ts';
import { type Device, value } from './device.ts';
import { writeMany } from './take-many.ts';
import type { Said, Standing } from './written.ts';

export const TEAM = 'team-1';
export const ME = { id: 'member-1', name: 'Zora Nyx', role: 'member' as const };
/** The last gave no name. */
export const COLLEAGUES = ['Wim Novák', 'María-José Núñez', ''];
const KINDS = ['lesson', 'lesson', 'question', 'answer'] as const;

/** What is written; `href` is the page it was written on. */
export type Fields = Partial<Said> & { lang?: string; href?: string };

/** What was done on a device, and what was written by it: kept beside the product, which is not asked. */
export interface History {
  device: Device;
  /** By team and id; hidden is what was deleted and can still be brought back. */
  written: Map<string, Standing & { isHidden: boolean }>;
  /** What colleagues wrote is counted. */
  theirs: number;
  died: number;
}

/** What may be done with records. */
export function acts(said: fc.Arbitrary<Fields>, kinds: readonly (typeof KINDS)[number][] = KINDS) {
  const kind = fc.constantFrom(...kinds);
  const at = fc.nat();
  const all = fc.array(fc.record({ kind, said }), { minLength: 1, maxLength: 6 });
  return fc.oneof(
    { weight: 6, arbitrary: fc.record({ do: fc.constant('add' as const), kind, said, at }) },
    { weight: 2, arbitrary: fc.record({ do: fc.constant('edit' as const), said, at }) },
    { weight: 2, arbitrary: fc.record({ do: fc.constantFrom('remove' as const, 'restore' as const), at }) },
    { weight: 2, arbitrary: fc.record({ do: fc.constantFrom('share' as const, 'unshare' as const), at }) },
    {
      weight: 2,
      arbitrary: fc.record({ do: fc.constant('bulk' as const), all, skipped: fc.nat(2), again: fc.boolean(), at }),
    },
    { weight: 2, arbitrary: fc.record({ do: fc.constant('theirs' as const), all, at }) },
    { weight: 1, arbitrary: fc.record({ do: fc.constant('taken-back' as const), deleted: fc.boolean(), at }) },
    { weight: 1, arbitrary: fc.record({ do: fc.constant('finish' as const) }) },
  );
}
export type Act = ReturnType<typeof acts> extends fc.Arbitrary<infer A> ? A : never;
type Which<D extends Act['do']> = Extract<Act, { do: D }>;

/** Does one thing. Gives how to note it, once it is known that it was done. */
export async function act(history: History, one: Act): Promise<() => void> {
  const { device, written } = history;
  const { store, clock } = device;
  if (one.do === 'add') return add(history, one);
  if (one.do === 'bulk') return addMany(history, one);
  if (one.do === 'theirs') return takeTheirs(history, one);
  if ('at' in one) return change(history, one);
  device.turn(1001);
  value(await finishRemovals(store, clock));
  return () => {
    for (const [key, { isHidden }] of written) if (isHidden) written.delete(key);
  };
}

/** Of all that is said what a kind of record says. */
function bodyOf(history: History, kind: string, { href, ...said }: Fields, at: number): Said {
  const { text = '', title, quote, note, tags, link, ...rest } = { created: 1, ...said };
  const target = href ? { target: { url: normaliseUrl(href), href, title: '', selectors: [] } } : {};
  const shape = {
    lesson: { title, quote, note, tags, link, ...target },
    question: { title, text, quote, tags, ...target },
  };
  const questions = [...history.written.values()].filter((other) => other.kind === 'question');
  const body = shape[kind as 'lesson'] ?? { text, link, question: questions[at % questions.length]?.id ?? 'none' };
  return JSON.parse(JSON.stringify({ ...rest, ...body }));
}

const note = (history: History, one: Standing, isHidden = false) =>
  history.written.set(`${one.team} ${one.id}`, { ...one, isHidden });

async function add(history: History, { kind, said, at }: Which<'add'>) {
  const id = createId();
  const body = bodyOf(history, kind, said, at);
  value(await keep(history.device.store, { id, kind, body: body as never }, history.device.clock));
  return () => note(history, { team: PRIVATE, id, kind, isMine: true, author: ME.name, body });
}

/** Many at once: new ones, one that stands already, and some that turn out not to be written after all. */
async function addMany(history: History, { all, skipped, again, at }: Which<'bulk'>) {
  const own = [...history.written.values()].filter(({ isMine }) => isMine);
  const known = again ? own[at % own.length] : undefined;
  const records = all.map(({ kind: new_, said }, i) => {
    const { id, kind } = (i === 0 && known) || { id: createId(), kind: new_ };
    return { id, kind, body: bodyOf(history, kind, said, at) };
  });
  const count = Math.max(1, records.length - skipped);
  await writeMany(history.device, records, count);
  return () => {
    for (const one of records.slice(-count)) note(history, { ...one, team: PRIVATE, isMine: true, author: ME.name });
  };
}

/** What colleagues wrote comes from the server: new ones, and another version of one that is here. */
async function takeTheirs(history: History, { all, at }: Which<'theirs'>) {
  const shared = [...history.written.values()].filter(({ team, isMine }) => team === TEAM && !isMine);
  const known = shared[at % (2 * shared.length)];
  const records = all.map(({ kind: new_, said }, i) => {
    const author = (at + i) % COLLEAGUES.length;
    const { id, kind } = (i === 0 && known) || { id: createId(), kind: new_ };
    const name = (i === 0 && known ? known.author : COLLEAGUES[author]) ?? '';
    return { team: TEAM, id, kind, isMine: false, author: name, body: bodyOf(history, kind, said, at) };
  });
  await takeIn(
    history.device.store,
    TEAM,
    records.map((one) => fromColleague(history, one)),
  );
  return () => {
    for (const one of records) note(history, one);
  };
}

type Theirs = Pick<Standing, 'id' | 'kind' | 'author'> & { body: object | null };

/** As the server gives it, later than all before. */
export function fromColleague(history: History, { id, kind, author, body }: Theirs) {
  const n = ++history.theirs;
  const version = { n, time: n, device: 'd', hash: `h${n}` };
  return { id, kind, author: `author-${COLLEAGUES.indexOf(author)}`, schema: 1, version, body: body && asJson(body) };
}

/** Something is done with one that was written. Where it cannot be done, nothing is. */
async function change(
  history: History,
  one: Which<'edit' | 'remove' | 'restore' | 'share' | 'unshare' | 'taken-back'>,
) {
  const { device, written } = history;
  const { store, clock } = device;
  const standing = [...written.values()][one.at % Math.max(1, written.size)];
  const nothing = () => {};
  if (!standing) return nothing;
  const { team, id, kind, isMine, isHidden } = standing;
  const key: RecordKey = [team, id];
  const put = (other: Partial<typeof standing>) => () => {
    written.delete(`${team} ${id}`);
    note(history, { ...standing, ...other }, other.isHidden ?? isHidden);
  };
  if (one.do === 'taken-back') {
    if (isMine || team !== TEAM) return nothing;
    const gone = fromColleague(history, { ...standing, body: null });
    value(await takeIn(store, TEAM, [one.deleted ? { ...gone, deleted: true } : gone]));
    return () => written.delete(`${team} ${id}`);
  }
  if (one.do === 'remove') {
    value(await remove(store, [key], 1000, clock));
    return isMine ? put({ isHidden: true }) : nothing;
  }
  if (one.do === 'restore') {
    await restore(store, [key]);
    return put({ isHidden: false });
  }
  // Whoever cannot is told so.
  const isAllowed = isMine && !isHidden && (one.do === 'edit' || (team === PRIVATE) === (one.do === 'share'));
  const body = one.do === 'edit' ? bodyOf(history, kind, one.said, one.at) : standing.body;
  if (one.do === 'share' && team === TEAM) return nothing;
  const done = await (one.do === 'edit'
    ? edit(store, key, () => body, clock)
    : one.do === 'share'
      ? share(store, id, TEAM, asJson(body), clock)
      : unshare(store, key, clock));
  expect(done.ok, one.do).toBe(isAllowed || (one.do === 'unshare' && isMine && !isHidden));
  if (!done.ok) return nothing;
  const isShared = one.do === 'share' || (one.do === 'edit' && team === TEAM);
  return put({ body, team: isShared ? TEAM : PRIVATE, author: ME.name });
}
