import { beforeEach, expect, it } from 'vitest';
import { takeIn } from '../../src/store/feed.ts';
import { find } from '../../src/store/find.ts';
import { asJson } from '../../src/store/row.ts';
import { addTeam } from '../../src/store/team.ts';
import { createDevice, type Device, keepLesson, team, value } from './device.ts';

const DAY = 86_400_000;
const START = new Date(2026, 0, 1).getTime();
/** Enough that not all are read: three quarters are lessons. */
const MANY = 1_600;

interface Made {
  id: string;
  kind: string;
  created: number;
  tags: string[];
}

let device: Device;
/** In an order that has nothing to do with when they were made, and several were made at one time. */
const all = Array.from({ length: MANY }, (_, i): Made => {
  const kind = i % 4 === 0 ? 'question' : 'lesson';
  const tags = [...(i % 2 === 0 ? ['even'] : []), ...(i % 97 === 0 ? ['rare'] : [])];
  return { id: `r${i}`, kind, created: START + Math.floor(((i * 7_919) % MANY) / 4) * DAY, tags };
});

const version = { n: 1, time: 1, device: 'd', hash: 'h' };

async function fill(): Promise<void> {
  await addTeam(device.store, team(), device.clock);
  const records = all.map(({ id, kind, created, tags }) => ({
    ...{ id, kind, author: 'bob', schema: 1, version },
    body: asJson(kind === 'lesson' ? { created, title: 'Tea', tags } : { created, text: 'Tea', tags }),
  }));
  value(await takeIn(device.store, 'team-1', records));
}

beforeEach(async () => {
  device = createDevice();
  await fill();
});

const ask = async (typed: string, limit: number) => {
  const { hits, ...counts } = await find(device.store.relaxed, typed, { limit });
  return { ids: hits.map(({ record }) => record.id), times: hits.map(({ record }) => record.created), ...counts };
};

const day = (n: number) => {
  const date = new Date(START + n * DAY);
  return [date.getFullYear(), date.getMonth() + 1, date.getDate()]
    .map((part) => String(part).padStart(2, '0'))
    .join('-');
};
const from = (n: number) => START + n * DAY;

const QUERIES: [typed: string, fits: (one: Made) => boolean][] = [
  ['is:lesson', ({ kind }) => kind === 'lesson'],
  ['is:team', () => true],
  ['tag:even', ({ tags }) => tags.includes('even')],
  ['tag:rare', ({ tags }) => tags.includes('rare')],
  ['is:team -tag:even', ({ tags }) => !tags.includes('even')],
  ['-is:question', ({ kind }) => kind === 'lesson'],
  ['is:unanswered', ({ kind }) => kind === 'question'],
  [`after:${day(390)}`, ({ created }) => created >= from(390)],
  [`before:${day(3)}`, ({ created }) => created < from(3)],
  [
    `tag:even after:${day(20)} before:${day(200)}`,
    ({ tags, created }) => tags.includes('even') && created >= from(20) && created < from(200),
  ],
  [`before:${day(2)} or after:${day(398)}`, ({ created }) => created < from(2) || created >= from(398)],
  [`is:lesson -after:${day(2)}`, ({ kind, created }) => kind === 'lesson' && created < from(2)],
  [`after:${day(5)} before:${day(5)}`, () => false],
];

it.each([
  ['that reads keys backwards', false],
  ['that goes backwards by a cursor', true],
])(
  'what filters alone ask for comes newest first, whatever order it came in, and more of it goes on behind; in a browser %s',
  async (_, isOld) => {
    const prototype = IDBIndex.prototype as { getAllRecords?: unknown };
    const { getAllRecords } = prototype;
    if (isOld) delete prototype.getAllRecords;
    try {
      for (const [typed, fits] of QUERIES) {
        const expected = all.filter(fits);
        const newest = expected.map(({ created }) => created).sort((a, b) => b - a);
        const [ten, sixty] = [await ask(typed, 10), await ask(typed, 60)];
        expect(ten.times, typed).toEqual(newest.slice(0, 10));
        expect(sixty.times, typed).toEqual(newest.slice(0, 60));
        expect(sixty.ids.slice(0, 10), typed).toEqual(ten.ids);
        expect(new Set(sixty.ids).size, typed).toBe(sixty.ids.length);
        expect(
          expected.map(({ id }) => id),
          typed,
        ).toEqual(expect.arrayContaining(sixty.ids));
        if (ten.isCut) expect(ten.total, typed).toBeGreaterThan(10);
        else expect([ten.total, ten.whole], typed).toEqual([expected.length, expected.length]);
        expect(ten.total, typed).toBeLessThanOrEqual(expected.length);
      }
    } finally {
      if (getAllRecords) prototype.getAllRecords = getAllRecords;
    }
  },
);

it('what is kept today stands above what was imported after it, and is gone with the next search when it is changed', async () => {
  const now = START + 1_000 * DAY;
  const { id } = await keepLesson(device, { created: now, tags: ['even'] });
  value(
    await takeIn(device.store, 'team-1', [
      {
        id: 'late',
        kind: 'lesson',
        author: 'bob',
        schema: 1,
        version,
        body: asJson({ created: 5, title: 'Old', tags: ['even'] }),
      },
    ]),
  );
  for (const typed of ['is:lesson', 'tag:even', `after:${day(900)}`])
    expect((await ask(typed, 10)).ids[0], typed).toBe(id);
  expect((await ask(`after:${day(900)}`, 10)).total).toBe(1);
  expect((await ask('before:1971', 10)).ids).toEqual(['late']);
});

it('what filters alone ask for is looked for no further where nobody waits for it any more', async () => {
  const search = (typed: string, signal: AbortSignal, onAsked?: () => void) =>
    find(device.store.relaxed, typed, { limit: 10, signal, onAsked });
  for (const typed of ['is:lesson', '-is:question', 'is:team -is:changed'])
    await expect(search(typed, AbortSignal.abort()), typed).rejects.toThrow(/abort/i);
  // Nothing is, so all are asked.
  const overtaken = new AbortController();
  await expect(search('is:changed is:lesson', overtaken.signal, () => overtaken.abort())).rejects.toThrow(/abort/i);
});
