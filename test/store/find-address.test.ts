import { beforeEach, expect, it } from 'vitest';
import type { BodyOf } from '../../src/domain/kinds/index.ts';
import { normaliseUrl } from '../../src/domain/url.ts';
import { createId } from '../../src/kit/id.ts';
import { type Found, find } from '../../src/store/find.ts';
import { keep } from '../../src/store/keep.ts';
import { remove } from '../../src/store/remove.ts';
import { PRIVATE } from '../../src/store/rows.ts';
import { createDevice, type Device, value } from './device.ts';

let device: Device;
let now = 0;
beforeEach(() => {
  device = createDevice();
  now = 1;
});

const lesson = async (title: string, href = '', more: Partial<BodyOf<'lesson'>> = {}): Promise<string> => {
  const id = createId();
  const target = href === '' ? {} : { target: { url: normaliseUrl(href), href, title: '', selectors: [] } };
  const body = { created: now++, title, lang: 'en', ...target, ...more };
  value(await keep(device.store, { id, kind: 'lesson', body }, () => 1));
  return id;
};
const ask = (typed: string, limit = 10): Promise<Found> => find(device.store.relaxed, typed, { limit });
const titlesOf = ({ hits }: Found, isWhole: boolean) =>
  hits.filter((hit) => hit.isWhole === isWhole).map(({ record }) => (record.body as { title?: string }).title);
const whole = async (typed: string) => titlesOf(await ask(typed), true);
const near = async (typed: string) => titlesOf(await ask(typed), false);

it('an address finds what was kept on that very page, then what is from the same site', async () => {
  await lesson('Http and https behind a proxy', 'https://elsewhere.example/proxy');
  await lesson('Abrechnung', 'https://wiki.acme.example/de/reisekosten?utm_source=mail');
  await lesson('Deadline of it', 'https://wiki.acme.example/de/reisekosten#top');
  await lesson('Holidays', 'https://wiki.acme.example/de/urlaub');
  for (const typed of [
    'https://wiki.acme.example/de/reisekosten',
    'http://www.wiki.acme.example/de/reisekosten/?utm_source=x ',
    'wiki.acme.example/de/reisekosten',
    '<https://wiki.acme.example/de/reisekosten>,',
    '(wiki.acme.example/de/reisekosten#section)',
  ]) {
    const found = await ask(typed);
    expect(titlesOf(found, true), typed).toEqual(['Deadline of it', 'Abrechnung']);
    expect(titlesOf(found, false), typed).toEqual(['Holidays']);
    expect(found, typed).toMatchObject({ whole: 2, total: 3 });
    expect(found.unwritten, typed).toBeUndefined();
  }
});

it('words beside an address narrow among what it finds', async () => {
  await lesson('Deadline of the claim', 'https://wiki.acme.example/de/reisekosten');
  await lesson('Hotels', 'https://wiki.acme.example/de/reisekosten');
  await lesson('Deadline for holidays', 'https://wiki.acme.example/de/urlaub');
  await lesson('Deadline of a project', 'https://elsewhere.example/');
  for (const typed of [
    'https://wiki.acme.example/de/reisekosten deadline',
    'deadline wiki.acme.example/de/reisekosten',
    'https://wiki.acme.example/de/reisekosten is:lesson dead',
  ]) {
    expect(await whole(typed), typed).toEqual(['Deadline of the claim']);
    expect(await near(typed), typed).toEqual(['Deadline for holidays']);
  }
  expect(await whole('wiki.acme.example/de/reisekosten is:question')).toEqual([]);
  // Nothing there says it: what stands on the page is as near as anything.
  const none = await ask('https://wiki.acme.example/de/reisekosten flurbish');
  expect(none).toMatchObject({ whole: 0, unwritten: ['flurbish'] });
  expect(titlesOf(none, false).slice(0, 2)).toEqual(['Hotels', 'Deadline of the claim']);
  expect(await ask('wiki.acme.example/de/reisekosten dedaline ')).toMatchObject({ total: 2, unwritten: ['dedaline'] });
});

it('a small word that was taken along with an address hides nothing that stands there', async () => {
  await lesson('Abrechnung', 'https://x.example/a');
  await lesson('The other', 'https://x.example/c');
  for (const typed of ['the x.example/a', 'x.example/a und ', '– die https://x.example/a'])
    expect(await whole(typed), typed).toEqual(['Abrechnung']);
  // Where it is said there it narrows: in one language it is small, in another a name.
  await lesson('AI models', 'https://x.example/a');
  expect(await whole('x.example/a ai')).toEqual(['AI models']);
  expect(await whole('the x.example/a')).toHaveLength(2);
  // A filter is more than its words.
  expect(await whole('by:me x.example/a')).toHaveLength(2);
  expect(await whole('is:question x.example/a')).toEqual([]);
});

it('nobody is told that a part of an address is a word that nobody wrote', async () => {
  await lesson('Users', 'http://localhost:8080/admin?tab=users');
  await lesson('Indexes', 'https://www.postgresql.org/docs/16/sql-createindex.html');
  for (const [typed = '', title] of [
    ['http://localhost:8080/admin?tab=users', 'Users'],
    ['localhost:8080/admin?tab=users&utm_source=x', 'Users'],
    ['localhost:8080', 'Users'],
    ['https://www.postgresql.org/docs/16/sql-createindex.html', 'Indexes'],
    ['postgresql.org/docs/16/sql-createindex.html', 'Indexes'],
  ]) {
    expect(await whole(typed), typed).toEqual([title]);
    expect((await ask(typed)).unwritten, typed).toBeUndefined();
  }
  const { unwritten } = await ask('https://www.nowhere.example/zzqq users');
  expect(unwritten).toBeUndefined();
  expect((await ask('https://www.nowhere.example/zzqq flurbish users')).unwritten).toEqual(['flurbish']);
});

it('an address that goes on finds what is below it, or what begins so where nothing is', async () => {
  await lesson('The guide', 'https://docs.acme.example/guide');
  await lesson('Returns', 'https://docs.acme.example/guide/returns');
  await lesson('Guidelines', 'https://docs.acme.example/guidelines');
  expect(await whole('https://docs.acme.example/guide')).toEqual(['The guide', 'Returns']);
  expect(await near('https://docs.acme.example/guide')).toEqual(['Guidelines']);
  expect(await whole('docs.acme.example/gui')).toEqual(['Guidelines', 'Returns', 'The guide']);
  expect(await whole('docs.acme.example/gui ')).toEqual([]);
  expect(await whole('https://docs.ac')).toHaveLength(3);
});

it('where more was pasted than the address of a page, that page comes first of its site, then those above it', async () => {
  const repository = 'https://forge.example/acme/shop-web';
  await lesson('Start here', 'https://forge.example/');
  await lesson('The shop', repository);
  await lesson('Brakes', `${repository}/pull/1893`);
  for (let i = 0; i < 12; i++) await lesson(`Files, diff and commits ${i}`, `${repository}/pull/${2000 + i}`);
  const above = ['Brakes', 'The shop', 'Start here'];
  for (const more of ['/files', '?diff=split', '/commits/8ab12?w=1', '/files#/1', '/files/'])
    expect((await near(`${repository}/pull/1893${more}`)).slice(0, 3), more).toEqual(above);
  expect((await near(`${repository}/pull/2011/commits/8ab12`)).slice(0, 3)).toEqual([
    'Files, diff and commits 11',
    'The shop',
    'Start here',
  ]);
  expect(await whole(`${repository}/pull/1893/files`)).toEqual([]);
  // None is lost or counted twice for it.
  const found = await ask(`${repository}/pull/1893/files`, 20);
  expect([found.hits.length, found.total, found.whole]).toEqual([15, 15, 0]);
});

it('a copied link with something behind it that the page was kept without finds that page', async () => {
  await lesson('Deadline of it', 'https://wiki.acme.example/Expenses-2f1c');
  await lesson('4, pvs', 'https://wiki.acme.example/Holidays-77ab');
  expect(await near('https://wiki.acme.example/Expenses-2f1c?pvs=4')).toEqual(['Deadline of it', '4, pvs']);
});

it('of what stands above an address words beside it let that come first which says them', async () => {
  await lesson('Hotels', 'https://wiki.acme.example/de/claim');
  await lesson('Deadline', 'https://wiki.acme.example/de/claim');
  await lesson('Deadline of holidays, deadline of all', 'https://wiki.acme.example/de/leave');
  expect(await near('https://wiki.acme.example/de/claim/edit deadline')).toEqual([
    'Deadline',
    'Deadline of holidays, deadline of all',
  ]);
});

it('what says an address in its text is found as well, whole, from wherever it is', async () => {
  await lesson('Ask curl https://api.acme.example/v1/health twice', 'https://elsewhere.example/');
  await lesson('Status', 'https://api.acme.example/v2/status');
  expect(await whole('https://api.acme.example/v1/health')).toEqual([
    'Ask curl https://api.acme.example/v1/health twice',
  ]);
  expect(await near('https://api.acme.example/v1/health')).toEqual(['Status']);
});

it('what says an address and the words beside it has all of them, on its site as elsewhere', async () => {
  await lesson('GET http://localhost:8080/api answers 500 Internal', 'http://localhost:8080/log');
  await lesson('GET it', 'http://localhost:8080/other');
  await lesson('GET http://localhost:8080/api and 500', 'https://elsewhere.example/');
  const found = await ask('GET http://localhost:8080/api 500');
  expect(titlesOf(found, true).sort()).toEqual([
    'GET http://localhost:8080/api and 500',
    'GET http://localhost:8080/api answers 500 Internal',
  ]);
  expect(titlesOf(found, false)).toEqual(['GET it']);
  expect(found).toMatchObject({ whole: 2, total: 3 });
});

it('an address of nothing here is looked for as words', async () => {
  await lesson('Look at tools.other.example/retry first');
  expect(await whole('https://tools.other.example/retry')).toEqual(['Look at tools.other.example/retry first']);
  expect((await ask('tools.third.example/zzqq')).whole).toBe(0);
});

it('names, paths of files, versions and choices stay words', async () => {
  await lesson('Streams of node.js in src/index.ts', 'https://elsewhere.example/');
  await lesson('This and/or that, 1.2/3');
  for (const typed of ['node.js', 'src/index.ts', 'node.js src/index.ts'])
    expect(await whole(typed), typed).toEqual(['Streams of node.js in src/index.ts']);
  for (const typed of ['and/or that', '1.2/3']) expect(await whole(typed), typed).toEqual(['This and/or that, 1.2/3']);
});

it('a site that is known here, and nothing else, is a filter: the newest come first', async () => {
  await lesson('Short', 'https://wiki.acme.example/a');
  await lesson('Long and longer, with many words that say nothing', 'https://wiki.acme.example/b');
  await lesson('Certificates of wiki.acme.example', 'https://elsewhere.example/');
  await lesson('Sub', 'https://en.wiki.acme.example/c');
  await lesson('Wiki', 'https://other.example/');
  const all = [
    'Sub',
    'Long and longer, with many words that say nothing',
    'Short',
    'Certificates of wiki.acme.example',
  ];
  for (const typed of ['wiki.acme.example', 'Wiki.ACME.example ', 'www.wiki.acme.example'])
    expect(await whole(typed), typed).toEqual(all);
  expect((await ask('wiki.acme.example')).total).toBe(4);
});

it('behind site: an address with a path is that page, and what is below it', async () => {
  await lesson('The guide', 'https://docs.acme.example/Guide');
  await lesson('Returns', 'http://docs.acme.example/Guide/returns');
  await lesson('Guidelines', 'https://docs.acme.example/Guidelines');
  await lesson('Local', 'http://localhost:8080/admin');
  for (const typed of ['site:https://docs.acme.example/Guide', 'site:docs.acme.example/Guide/'])
    expect(await whole(typed), typed).toEqual(['Returns', 'The guide']);
  expect(await whole('site:docs.acme.example/Guide returns')).toEqual(['Returns']);
  expect(await whole('-site:docs.acme.example/Guide site:docs.acme.example')).toEqual(['Guidelines']);
  expect(await whole('site:docs.acme.example/Gu')).toHaveLength(3);
  expect(await whole('site:docs.acme.example/Guidelines or site:localhost:8080/admin')).toEqual([
    'Local',
    'Guidelines',
  ]);
  const { problem, total } = await ask('site:docs.acme.example/nothing');
  expect([problem?.code, total]).toEqual(['search-unmet', 0]);
});

it('what is being removed is not found by its address', async () => {
  const id = await lesson('Gone', 'https://docs.acme.example/guide');
  await lesson('Stays', 'https://docs.acme.example/other');
  value(await remove(device.store, [[PRIVATE, id]], 1_000, device.clock));
  expect(await whole('https://docs.acme.example/guide')).toEqual([]);
  expect(await near('https://docs.acme.example/guide')).toEqual(['Stays']);
});

it('where whole matches fill what is shown only they are counted, and more can be asked for', async () => {
  for (let i = 0; i < 6; i++) await lesson(`On it ${i}`, 'https://docs.acme.example/guide');
  await lesson('Beside', 'https://docs.acme.example/other');
  const few = await ask('https://docs.acme.example/guide', 4);
  expect(few).toMatchObject({ whole: 6, total: 6 });
  expect(titlesOf(few, true)).toEqual(['On it 5', 'On it 4', 'On it 3', 'On it 2']);
  expect(await ask('https://docs.acme.example/guide', 10)).toMatchObject({ whole: 6, total: 7 });
});

it('what stands behind an address keeps its space: it is a whole word there', async () => {
  await lesson('ko', 'https://dek.example/a');
  await lesson('see dek.example/a', 'https://kof.example/');
  expect(await whole('https://dek.example/a ko ')).toEqual(['ko']);
});

it('where what was typed is filled, what only stands on the page is not counted', async () => {
  await lesson('kokofi', '', { note: 'ba.example/ba' });
  await lesson('Other', 'https://ba.example/ba');
  expect(await ask('kokofi ba.example/ba/', 1)).toMatchObject({ whole: 1, total: 1 });
});

it('where a link leads is found as a page is: by its site, and by its address', async () => {
  await lesson('The disk is full', '', { link: 'https://www.ghdocs.example/runners/diskspace?utm_source=mail' });
  await lesson('Beside', 'https://de.ghdocs.example/cache');
  for (const typed of ['ghdocs', 'site:ghdocs.example', 'site:ghd', 'ghdocs.example'])
    expect((await whole(typed)).sort(), typed).toEqual(['Beside', 'The disk is full']);
  for (const typed of [
    'https://ghdocs.example/runners/diskspace',
    'ghdocs.example/runners',
    'ghdocs.example/run',
    'site:ghdocs.example/runners',
  ])
    expect(await whole(typed), typed).toEqual(['The disk is full']);
  expect(await near('ghdocs.example/runners/diskspace?x=4 ')).toEqual(['The disk is full', 'Beside']);
  expect(await whole('ghdocs.example/runners/disk ')).toEqual([]);
  expect((await ask('ghdocs')).hits.find(({ record }) => record.page === '')?.marks[5]).toEqual([0, 6, 0]);
});

it('beside a page the link of a lesson is found by its address, and its site is that of the page, which is shown', async () => {
  await lesson('Both', 'https://wiki.acme.example/a', { link: 'https://tools.other.example/retry' });
  expect(await whole('tools.other.example/retry')).toEqual(['Both']);
  expect(await whole('wiki.acme.example/a')).toEqual(['Both']);
  expect(await whole('site:wiki.acme.example')).toEqual(['Both']);
  expect((await ask('site:tools.other.example')).total).toBe(0);
});

it('an answer is found by where its link leads', async () => {
  const body = { created: 1, question: 'q', text: 'Look there', link: 'https://ghdocs.example/runners' };
  value(await keep(device.store, { id: createId(), kind: 'answer', body }, () => 1));
  for (const typed of ['ghdocs', 'site:ghdocs.example', 'https://ghdocs.example/runners'])
    expect((await ask(typed)).whole, typed).toBe(1);
});

it('an address that is longer than any is stored is none of its beginnings', async () => {
  const long = `https://ghdocs.example/${'a'.repeat(1_200)}`;
  await lesson('Long', '', { link: long });
  expect(await near(long)).toEqual(['Long']);
  expect(await whole(`${long}b `)).toEqual([]);
});

it('what stands on another site and only leads above an address is none of its site', async () => {
  await lesson('Both', 'https://wiki.acme.example/a', { link: 'https://tools.other.example/retry' });
  await lesson('Beside', 'https://tools.other.example/wait');
  const found = await ask('https://tools.other.example/retry/more');
  expect(titlesOf(found, false)).toEqual(['Beside']);
  expect(found.total).toBe(1);
});

it('where what says all of an address fills what is shown, what only stands above it is not among that', async () => {
  await lesson('Above', 'https://tools.acme.example/retry');
  for (const which of ['one', 'other']) await lesson(`Retry more, ${which}`, `https://tools.acme.example/${which}`);
  const near = async (limit: number) => titlesOf(await ask('https://tools.acme.example/retry/more', limit), false);
  expect(await near(2)).not.toContain('Above');
  expect((await near(3))[0]).toBe('Above');
});
