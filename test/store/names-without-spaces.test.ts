import { beforeEach, expect, it } from 'vitest';
import { takeIn } from '../../src/store/feed.ts';
import { find } from '../../src/store/find.ts';
import { asJson } from '../../src/store/row.ts';
import { flush } from '../../src/store/segment-flush.ts';
import { addTeam } from '../../src/store/team.ts';
import { createDevice, type Device, team, value } from './device.ts';

let device: Device;
let n = 0;
const theirs = (id: string, author: string, kind: string, body: object) => ({
  ...{ id, kind, author, schema: 1, body: asJson({ created: 1, ...body }) },
  version: { n: ++n, time: 1, device: 'd', hash: 'h' },
});
const take = async (...records: ReturnType<typeof theirs>[]) => value(await takeIn(device.store, 'team-1', records));
const found = async (typed: string) => {
  const { hits, total } = await find(device.store.relaxed, typed, { limit: 10 });
  expect(total, typed).toBe(hits.length);
  return hits.map(({ record, isWhole }) => `${isWhole ? '' : '~'}${record.id}`);
};

beforeEach(async () => {
  device = createDevice();
  await addTeam(device.store, team(), device.clock);
  const names = { li: '李明', wang: '王小明', tanaka: '田中太郎', sato: '佐藤 花子', kim: '김민수' };
  for (const [author, name] of Object.entries(names)) await take(theirs(`p-${author}`, author, 'profile', { name }));
  await take(
    theirs('backup', 'li', 'lesson', { title: '数据库备份' }),
    theirs('index', 'wang', 'lesson', { title: '数据库索引' }),
    theirs('deploy', 'tanaka', 'lesson', { title: 'デプロイの手順' }),
    theirs('invoice', 'sato', 'lesson', { title: '請求書の書き方' }),
    theirs('server', 'kim', 'lesson', { title: '서버를 다시 시작' }),
  );
});

it.each([
  ['李明', ['backup']],
  ['李', ['backup']],
  ['李 ', ['backup']],
  ['李明 数据库', ['backup', '~index']],
  ['数据库 李明', ['backup', '~index']],
  ['王小明', ['index']],
  ['小明 数据库索引', ['index', '~backup']],
  ['田中太郎', ['deploy']],
  ['田中', ['deploy']],
  ['太郎 デプロイ', ['deploy']],
  ['佐藤花子', ['invoice']],
  ['花子', ['invoice']],
  ['김민수', ['server']],
  ['김', ['server']],
  ['민수 서버', ['server']],
  ['has:note 李明', []],
  ['is:lesson 田中太郎', ['deploy']],
])('%s finds what somebody of that name wrote', async (typed, ids) => {
  for (const way of ['fresh', 'in a segment']) {
    if (way !== 'fresh') await flush(device.store.relaxed, 1);
    expect(await found(typed), way).toEqual(ids);
  }
});

it('by: knows any part of such a name, with a space or without', async () => {
  const asked = {
    李明: ['backup'],
    太郎: ['deploy'],
    佐藤花子: ['invoice'],
    '"田中 太郎"': ['deploy'],
    민수: ['server'],
  };
  for (const [typed, ids] of Object.entries(asked)) expect(await found(`by:${typed}`), typed).toEqual(ids);
});

it('what says a name comes before what its owner wrote, and what has but its pairs is none of it', async () => {
  await take(
    theirs('said', 'kim', 'lesson', { title: '田中太郎に聞く' }),
    theirs('paired', 'kim', 'lesson', { title: '田中と中太と太郎' }),
  );
  expect(await found('田中太郎')).toEqual(['said', 'deploy', '~paired']);
  expect(await found('"田中太郎"')).toEqual(['said']);
});

it('one letter is the beginning of a name, and no other part of it', async () => {
  expect(await found('明')).toEqual([]);
  expect(await found('王')).toEqual(['index']);
});
