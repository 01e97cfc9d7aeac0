import { kinds } from '../../../src/domain/kinds/index.ts';
import { ok, type Result } from '../../../src/kit/result.ts';
import { adopt } from '../../../src/store/adopt.ts';
import { openStore } from '../../../src/store/db.ts';
import { dropMarks } from '../../../src/store/drop-marks.ts';
import { takeIn } from '../../../src/store/feed.ts';
import { find } from '../../../src/store/find.ts';
import { edit, keep } from '../../../src/store/keep.ts';
import { finishRemovals, remove } from '../../../src/store/remove.ts';
import { asJson } from '../../../src/store/row.ts';
import { PRIVATE, type RecordKey } from '../../../src/store/rows.ts';
import { addTeam } from '../../../src/store/team.ts';
import { tendIndex } from '../../../src/store/tend-index.ts';
import { plainScan } from '../../store/plain-scan.ts';
import type { Standing } from '../../store/written.ts';
import { bodyOf, COLLEAGUE, type Deed, deedsTo, idOf, queriesFor, TEAM } from './deeds.ts';

/** What is done inside a page of the extension until the browser is killed. */
export interface InPage {
  join(): Promise<void>;
  /** Does deed after deed from this one on, tending the index meanwhile, and says how many are acknowledged. Never ends. */
  work(from: number): Promise<never>;
  /** What does not agree after so many acknowledged deeds, in sentences; and how much was compared. */
  check(acknowledged: number): Promise<{ wrong: string[]; records: number; queries: number }>;
}

const LIMIT = 200;
const store = openStore();
/** Later than anything. */
const now = () => Date.now();

const record = (n: number, version: number) => ({
  id: idOf(n),
  kind: 'lesson',
  author: 'someone',
  schema: kinds.lesson.version,
  version: { n: version, time: version, device: 'd', hash: '' },
  body: asJson(bodyOf(n, version)),
});

function perform({ do: what, of, version }: Deed): Promise<Result<unknown>> {
  const all = of.map((n) => record(n, version));
  const keys = of.map((n): RecordKey => [PRIVATE, idOf(n)]);
  const [n] = of;
  // At first there is nothing of one's own to be changed.
  if (n === undefined) return Promise.resolve(ok(null));
  const acts: Record<Deed['do'], () => Promise<Result<unknown>>> = {
    'take-in': () => takeIn(store, TEAM, all),
    rewrite: () => takeIn(store, TEAM, all),
    'take-back': () =>
      takeIn(
        store,
        TEAM,
        all.map((one) => ({ ...one, body: null })),
      ),
    adopt: () => adopt(store, all),
    keep: () => keep(store, { id: idOf(n), kind: 'lesson', body: bodyOf(n, version) }, now),
    edit: () => edit(store, [PRIVATE, idOf(n)], () => bodyOf(n, version), now),
    remove: async () => {
      const hidden = await remove(store, keys, 0, now);
      return hidden.ok ? finishRemovals(store, now, keys) : hidden;
    },
  };
  return acts[what]();
}

/** What stands in the database, read past all that the product makes of it. */
async function readStanding(): Promise<Standing[]> {
  const standing: Standing[] = [];
  await store.relaxed.records.each(({ team, id, kind, mine, body, removeAt }) => {
    if (!body || removeAt !== undefined || kind !== 'lesson') return;
    const isMine = mine === 1;
    standing.push({
      team,
      id,
      kind,
      isMine,
      author: isMine ? '' : COLLEAGUE,
      body: body as unknown as Standing['body'],
    });
  });
  return standing;
}

/** What is lost, or not as it was left: all but the deed that was under way are to be seen. */
function compareRecords(standing: Standing[], acknowledged: number): string[] {
  const [before, after] = [deedsTo(acknowledged).left, deedsTo(acknowledged + 1).left];
  const byId = new Map(standing.map((one) => [one.id, one]));
  const saidBy = (n: number, left: typeof before) => {
    const one = left.get(n);
    return one ? JSON.stringify([one.isMine ? PRIVATE : TEAM, bodyOf(n, one.version).title]) : undefined;
  };
  const ids = new Set([...before.keys(), ...after.keys()]);
  const other = [...ids].filter((n) => {
    const row = byId.get(idOf(n));
    const said = row && JSON.stringify([row.team, row.body.title]);
    return said !== saidBy(n, before) && said !== saidBy(n, after);
  });
  const known = new Set([...ids].map(idOf));
  const back = standing.filter(({ id }) => !known.has(id));
  return [
    ...(other.length > 0 ? [`${other.length} records are lost or not as they were left, from ${other[0]}`] : []),
    ...(back.length > 0 ? [`${back.length} records stand that were taken away, from ${back[0]?.id}`] : []),
  ];
}

/** What search finds otherwise than the reference, which shares nothing with it. */
async function compareSearch(standing: Standing[], query: string): Promise<string[]> {
  const expected = plainScan(standing, query, LIMIT);
  const found = await find(store.relaxed, query, { limit: LIMIT, patienceMs: 60_000 });
  const isCounted = !found.isCut && !found.isAbout;
  const whole = expected.filter(({ isWhole }) => isWhole).length;
  const due = new Map(expected.map(({ record: { team, id }, isWhole }) => [`${team} ${id}`, isWhole]));
  const strange = found.hits.filter(({ record: { team, id }, isWhole }) => due.get(`${team} ${id}`) !== isWhole);
  const [are, says] = [`${whole} and ${expected.length}`, `${found.whole} and ${found.total}`];
  return [
    ...(isCounted && are !== says ? [`${query}: ${are} records have all and some of it; search says ${says}`] : []),
    ...(strange.length > 0 ? [`${query}: search finds ${strange.length} that do not fit`] : []),
    ...(found.hits.length < Math.min(LIMIT, expected.length) ? [`${query}: search finds too few`] : []),
  ];
}

const kills: InPage = {
  async join() {
    const member = { id: 'bench-member', name: 'Bench', role: 'member' as const };
    const sync = { token: '', epoch: 'e', cursor: '', joined: 0, syncedAt: 0 };
    await addTeam(store, { id: TEAM, name: 'Bench', server: 'https://bench.example', member, ...sync }, now);
    const name = { created: 1, name: COLLEAGUE };
    await takeIn(store, TEAM, [{ ...record(0, 1), id: 'someone', kind: 'profile', body: name }]);
  },
  async work(from) {
    void (async () => {
      for (;;) if (!(await tendIndex(store, 20))) await new Promise((resolve) => setTimeout(resolve, 20));
    })();
    void (async () => {
      // Without the rests that lie between, so that it is killed in the middle of it as often as in between.
      const rest = () => new Promise<void>((resolve) => setTimeout(resolve, 20));
      for (;;) if (!(await dropMarks(store.relaxed, rest))) await rest();
    })();
    for (let n = from; ; n++) {
      const { deeds } = deedsTo(n + 1);
      const done = await perform(deeds[n] as Deed);
      if (!done.ok) throw new Error(done.failure.code);
      console.log(`acknowledged ${n + 1}`);
    }
  },
  async check(acknowledged) {
    const standing = await readStanding();
    const wrong = compareRecords(standing, acknowledged);
    const queries = queriesFor(deedsTo(acknowledged).next);
    for (const query of queries) wrong.push(...(await compareSearch(standing, query)));
    return { wrong: wrong.slice(0, 9), records: standing.length, queries: queries.length };
  },
};

Object.assign(globalThis, { kills });
