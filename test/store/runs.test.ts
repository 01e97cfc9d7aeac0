import { beforeEach, expect, it } from 'vitest';
import { createId } from '../../src/kit/id.ts';
import { find } from '../../src/store/find.ts';
import { keep } from '../../src/store/keep.ts';
import { createDevice, type Device, value } from './device.ts';

let device: Device;
beforeEach(() => {
  device = createDevice();
});

const lesson = async (title: string, note = '', tags: string[] = []) =>
  value(await keep(device.store, { id: createId(), kind: 'lesson', body: { created: 1, title, note, tags } }, () => 1));
const ask = async (typed: string, limit = 10) => {
  const { hits, whole, total, isAbout, isCut } = await find(device.store.relaxed, typed, { limit });
  const titles = hits.map(
    ({ record, isWhole }) => `${isWhole ? '' : '~'}${'title' in record.body ? record.body.title : ''}`,
  );
  return { titles, whole, total, isAbout, isCut };
};

it.each([
  ['東京都', '東京と京都の違い', '東京都の出張費精算'],
  ['รหัสผ่าน', 'รหัสเสีย หัสดี ผ่านไป สผ่อง', 'เปลี่ยนรหัสผ่านของคุณ'],
  ['비밀번호', '비밀과 번호, 밀번', '비밀번호를 바꾸다'],
])('what has but the pairs of %s fits in part', async (typed, paired, whole) => {
  await lesson(whole);
  await lesson(paired);
  expect(await ask(typed)).toMatchObject({ titles: [whole, `~${paired}`], whole: 1, total: 2 });
  await lesson('deploy', whole);
  await lesson('deploy too', paired);
  expect(await ask(`${typed} deploy`)).toMatchObject({
    titles: ['deploy', '~deploy too', expect.anything(), expect.anything()],
    whole: 1,
    total: 4,
  });
  expect(await ask(`has:note ${typed}`)).toMatchObject({ whole: 1, total: 2 });
});

it('it is whole across the pieces of a long text, of any width, and where it stands in a tag', async () => {
  await lesson('長', `${'東'.repeat(62)}京都大阪で`);
  await lesson('ｻｰﾊﾞｰを再起動');
  await lesson('札', '', ['大阪府', '京都府']);
  expect(await ask('東京都大阪')).toMatchObject({ titles: ['長', '~札'], whole: 1 });
  expect(await ask('サーバー')).toMatchObject({ titles: ['ｻｰﾊﾞｰを再起動'], whole: 1 });
  expect(await ask('京都府')).toMatchObject({ whole: 1 });
});

it('those that have it come first, however many have its pairs alone, and how many there are is true', async () => {
  for (let i = 0; i < 4; i++) await lesson(`東京都の出張費精算についての長い題名と説明 ${i}`);
  for (let i = 0; i < 30; i++) await lesson('東京と京都');
  const { titles, ...counts } = await ask('東京都');
  expect(titles.filter((title) => title.startsWith('東京都'))).toHaveLength(4);
  expect(titles).toHaveLength(10);
  expect(counts).toMatchObject({ whole: 4, total: 34, isAbout: undefined, isCut: undefined });
});

it('beyond a hundred it is said about how many', async () => {
  for (let i = 0; i < 130; i++) await lesson(`東京都 ${i}`);
  expect(await ask('東京都')).toMatchObject({ whole: 130, total: 130, isAbout: true });
  for (let i = 0; i < 10; i++) await lesson('東京と京都');
  expect(await ask('東京都', 200)).toMatchObject({ whole: 130, total: 140, isAbout: undefined });
});

it('hundreds that have its pairs alone hide no few that have it', async () => {
  for (let i = 0; i < 5; i++) await lesson(`出張費精算についての東京都のとても長い題名と説明 ${i}`);
  for (let i = 0; i < 300; i++) await lesson(`東京と京都 ${i}`);
  const { whole, titles } = await ask('東京都');
  expect(whole).toBe(5);
  expect(titles.filter((title) => title.startsWith('出'))).toHaveLength(5);
});

it('nor do they beside what is left out, or a day', async () => {
  for (let i = 0; i < 4; i++) await lesson(`出張費精算についての東京都のとても長い題名と説明 ${i}`);
  for (let i = 0; i < 60; i++) await lesson(`東京と京都 ${i}`);
  for (const typed of ['東京都 -"大阪府"', '東京都 after:1960'])
    expect(
      (await ask(typed)).titles.filter((title) => title.startsWith('出')),
      typed,
    ).toHaveLength(4);
});
