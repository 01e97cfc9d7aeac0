import { kinds } from '../../../src/domain/kinds/index.ts';
import { readRecord } from '../../../src/domain/record.ts';
import { wordsOf as wordsIn } from '../../../src/domain/said.ts';
import { ok, type Result } from '../../../src/kit/result.ts';
import { entryOf, fieldsOf } from '../../../src/search/entry.ts';
import { adopt } from '../../../src/store/adopt.ts';
import { openStore } from '../../../src/store/db.ts';
import { dropMarks } from '../../../src/store/drop-marks.ts';
import { takeIn } from '../../../src/store/feed.ts';
import { find } from '../../../src/store/find.ts';
import { keep } from '../../../src/store/keep.ts';
import { addTeam } from '../../../src/store/team.ts';
import { tendIndex } from '../../../src/store/tend-index.ts';

/** What is done inside a page of the extension until the browser is killed. */
export interface InPage {
  join(): Promise<void>;
  /** Takes in records from `from` on, tending the index meanwhile; `say` hears how many are acknowledged. Never ends. */
  work(from: number): Promise<never>;
  /** What does not agree, in sentences. */
  check(acknowledged: number): Promise<string[]>;
}

const TEAM = 'bench';
/** Few go through what is fresh, many become a segment at once, a file becomes several; and one is kept by itself. */
const TURNS: { count: number; write: (batch: Written[]) => Promise<Result<unknown>> }[] = [
  { count: 100, write: (batch) => takeIn(store, TEAM, batch) },
  { count: 400, write: (batch) => takeIn(store, TEAM, batch) },
  { count: 1_400, write: (batch) => adopt(store, batch) },
  {
    count: 1,
    write: ([one]) => (one ? keep(store, { id: one.id, kind: 'lesson', body: one.body }, () => 1) : nothing),
  },
];
/** Words of the texts; each text has the words whose number divides its own. */
const WORDS = ['harbour', 'lantern', 'marble', 'needle', 'orchard', 'pepper', 'quarry', 'ribbon', 'saddle'];
const store = openStore();

type Written = ReturnType<typeof record>;
const nothing = Promise.resolve(ok(null));

const wordsOf = (n: number): string => WORDS.filter((_, i) => n % (i + 2) === 0).join(' ');
const record = (n: number) => ({
  id: `text${String(n).padStart(18, '0')}`,
  kind: 'lesson',
  author: 'someone',
  schema: kinds.lesson.version,
  version: { n: 1, time: n, device: 'd', hash: '' },
  body: { created: n, title: `Number ${n}`, note: wordsOf(n), lang: 'en' },
});

const kills: InPage = {
  async join() {
    const member = { id: 'bench-member', name: 'Bench', role: 'member' as const };
    const sync = { token: '', epoch: 'e', cursor: '', joined: 0, syncedAt: 0 };
    await addTeam(store, { id: TEAM, name: 'Bench', server: 'https://bench.example', member, ...sync }, () => 1);
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
    for (let n = from; ; ) {
      for (const { count, write } of TURNS) {
        const written = await write(Array.from({ length: count }, (_, i) => record(n + i)));
        if (!written.ok) throw new Error(written.failure.code);
        n += count;
        console.log(`acknowledged ${n}`);
      }
    }
  },
  async check(acknowledged) {
    const wrong: string[] = [];
    const having = new Map<string, number>(WORDS.map((word) => [word, 0]));
    const ids = new Set<string>();
    await store.relaxed.records.each((row) => {
      const read = readRecord(row);
      if (!read.ok || row.kind !== 'lesson') return;
      ids.add(row.id);
      const { body } = entryOf(fieldsOf({ ...wordsIn(read.value), site: row.site }));
      const words = new Set(body.map(({ word }) => word));
      for (const word of WORDS) if (words.has(word)) having.set(word, (having.get(word) ?? 0) + 1);
    });
    const lost = Array.from({ length: acknowledged }, (_, n) => n).filter((n) => !ids.has(record(n).id));
    if (lost.length > 0)
      wrong.push(
        `${lost.length} of ${acknowledged} acknowledged records are lost, from ${lost[0]} to ${lost.at(-1)}; ${ids.size} are there`,
      );
    for (const [word, count] of having) {
      const { total } = await find(store.relaxed, `${word} `, { limit: 1 });
      if (total !== count) wrong.push(`${count} records have ${word}; search finds ${total}`);
    }
    return wrong.slice(0, 5);
  },
};

Object.assign(globalThis, { kills });
