import { beforeEach, describe, expect, it } from 'vitest';
import type { BodyOf } from '../../src/domain/kinds/index.ts';
import { createId } from '../../src/kit/id.ts';
import { takeIn } from '../../src/store/feed.ts';
import { find } from '../../src/store/find.ts';
import { keep } from '../../src/store/keep.ts';
import { asJson } from '../../src/store/row.ts';
import { addTeam } from '../../src/store/team.ts';
import { createDevice, type Device, team, value } from './device.ts';

let device: Device;
beforeEach(() => {
  device = createDevice();
});

const lesson = async (body: Partial<BodyOf<'lesson'>>) =>
  value(await keep(device.store, { id: createId(), kind: 'lesson', body: { created: 1, ...body } }, () => 1));
const titles = async (typed: string) => {
  const { hits } = await find(device.store.relaxed, typed, { limit: 10 });
  return hits.map(({ record }) => ('title' in record.body ? record.body.title : ''));
};

describe('finding', () => {
  it('knows other forms of a word, and its beginning', async () => {
    await lesson({ title: 'Running containers', note: 'Connections are pooled' });
    for (const typed of ['run', 'runni', 'runs', 'contai', 'connected', 'container running']) {
      expect(await titles(typed), typed).toEqual(['Running containers']);
    }
    expect(await titles('ontainers')).toEqual([]);
  });

  it('puts whole matches first, then what has some of the words', async () => {
    await lesson({ title: 'Git' });
    await lesson({ title: 'Rebase', note: 'with git, interactively' });
    expect(await titles('git rebase')).toEqual(['Rebase', 'Git']);
    expect(await find(device.store.relaxed, 'git rebase', { limit: 10 })).toMatchObject({ whole: 1, total: 2 });
  });

  it('favours what stands side by side as it was typed, a name as any word', async () => {
    // So many that nobody takes the word for two.
    for (let i = 0; i < 5; i++) await lesson({ title: `Stop error JavaScript reports${i}` });
    await lesson({ title: 'Stop JavaScript error reports' });
    for (let i = 5; i < 9; i++) await lesson({ title: `Stop error JavaScript reports${i}` });
    for (const typed of ['javascript error', 'JavaScript error ', 'a javascript error'])
      expect((await titles(typed))[0], typed).toBe('Stop JavaScript error reports');
  });

  it('tells whether a filter was read, and not what only looks like one', async () => {
    await lesson({ title: 'Git' });
    const isFiltered = async (typed: string) =>
      (await find(device.store.relaxed, typed, { limit: 1 })).isFiltered === true;
    for (const typed of ['is:lesson git', 'git -rebase', 'is:lesson'])
      expect(await isFiltered(typed), typed).toBe(true);
    for (const typed of ['git', 'is:purple git', 'author:git', 'git tag:', '"git"'])
      expect(await isFiltered(typed), typed).toBe(false);
  });

  it('prefers what is newer among equals, but never to a better match', async () => {
    await lesson({ title: 'Docker', note: 'old', created: 1 });
    await lesson({ title: 'Docker', note: 'new', created: 1_700_000_000_000 });
    await lesson({ title: 'Something else', note: 'with docker in it', created: 1_800_000_000_000 });
    const { hits } = await find(device.store.relaxed, 'docker ', { limit: 3 });
    expect(hits.map(({ record }) => 'note' in record.body && record.body.note)).toEqual([
      'new',
      'old',
      'with docker in it',
    ]);
  });

  it('prefers what helped others among equals, but never to a better match', async () => {
    await addTeam(device.store, team(), device.clock);
    const version = { n: 1, time: 1, device: 'd', hash: 'h' };
    const theirs = (id: string, kind: string, body: object) => ({
      id,
      kind,
      author: 'bob',
      schema: 1,
      version,
      body: asJson(body),
    });
    const thanks = ['ann', 'cem', 'dan'].map((name) =>
      theirs(`thanks-${name}`, 'signal', { created: 1, about: 'helpful', sign: 'helped' }),
    );
    const records = [
      theirs('helpful', 'lesson', { created: 1, title: 'Docker', note: 'helpful' }),
      theirs('newest', 'lesson', { created: 1, title: 'Docker', note: 'newest' }),
      theirs('other', 'lesson', { created: 1, title: 'Something else', note: 'with docker in it' }),
      ...['eve', 'fay'].map((name) => theirs(`more-${name}`, 'signal', { created: 1, about: 'other', sign: 'helped' })),
    ];
    value(await takeIn(device.store, 'team-1', records));
    const order = async () => {
      const { hits } = await find(device.store.relaxed, 'docker ', { limit: 3 });
      return hits.map(({ record }) => record.id);
    };
    expect(await order()).toEqual(['newest', 'helpful', 'other']);
    value(await takeIn(device.store, 'team-1', thanks));
    expect(await order()).toEqual(['helpful', 'newest', 'other']);
  });

  it('corrects a slip only where the word is unknown', async () => {
    await lesson({ title: 'Kubernetes' });
    await lesson({ title: 'form' });
    await lesson({ title: 'from' });
    expect(await titles('kubernets')).toEqual(['Kubernetes']);
    expect(await titles('form ')).toEqual(['form']);
  });

  it('finds a version with its letter and without', async () => {
    await lesson({ title: 'Version 2.4.1' });
    await lesson({ title: 'Upgrade to v2.5.0' });
    const whole = async (typed: string) => {
      const { hits } = await find(device.store.relaxed, typed, { limit: 9 });
      return hits.filter(({ isWhole }) => isWhole).map(({ record }) => 'title' in record.body && record.body.title);
    };
    expect(await whole('v2.4.1')).toEqual(['Version 2.4.1']);
    expect(await whole('upgrade 2.5')).toEqual(['Upgrade to v2.5.0']);
  });

  it('finds scripts without spaces by any part', async () => {
    await lesson({ title: '東京タワーの高さ' });
    for (const typed of ['東京', 'タワー', '高', 'さ', '東京タワー'])
      expect(await titles(typed), typed).toHaveLength(1);
    expect(await titles('大阪')).toEqual([]);
    expect(await titles('"タワー" -京高')).toHaveLength(1);
    await lesson({ title: '東京の天気' });
    expect(await titles('東京 -タワー')).toEqual(['東京の天気']);
  });

  it('finds Korean whatever hangs on its words, and a language whatever version stands behind it', async () => {
    await lesson({ title: '서버에서 오류가 발생했습니다' });
    await lesson({ title: 'C++20 modules' });
    for (const [typed, title] of [
      ['서버 오류', '서버에서 오류가 발생했습니다'],
      ['c++', 'C++20 modules'],
      ['c++20', 'C++20 modules'],
      ['modules c++', 'C++20 modules'],
    ] as const) {
      const { hits } = await find(device.store.relaxed, typed, { limit: 9 });
      expect(hits.map(({ record, isWhole }) => isWhole && 'title' in record.body && record.body.title)).toEqual([
        title,
      ]);
    }
  });

  it('finds what was written in German by other forms of its words', async () => {
    await lesson({ title: 'Häuser', note: 'Wir kaufen zwei Häuser' });
    await lesson({ title: 'Verbindungen schließen', lang: 'de' });
    expect(await titles('haus kaufen')).toEqual(['Häuser']);
    expect(await titles('verbindung schließen')).toEqual(['Verbindungen schließen']);
  });

  it('asks nothing by the first letter of a word beside filters alone, whoever tells of these', async () => {
    await lesson({ title: 'Running containers' });
    for (const typed of ['-is:unanswered o', 'is:lesson o', 'is:mine o', '-is:changed o']) {
      expect(await titles(typed), typed).toEqual(['Running containers']);
    }
    expect(await titles('-is:unanswered oo')).toEqual([]);
  });

  it('narrows by what a record is', async () => {
    await lesson({ title: 'One', tags: ['Home Office'], note: 'why', created: new Date(2026, 4, 2).getTime() });
    await lesson({
      title: 'Two',
      quote: 'said',
      target: { url: 'u', href: 'https://docs.example.org/x', selectors: [] },
    });
    expect(await titles('tag:"home office"')).toEqual(['One']);
    expect(await titles('tag:home')).toEqual(['One']);
    expect(await titles('-has:note')).toEqual(['Two']);
    expect(await titles('site:example.org')).toEqual(['Two']);
    expect(await titles('after:2026-05 before:2026-06')).toEqual(['One']);
    expect(await titles('is:mine one')).toEqual(['One']);
    expect(await titles('by:me')).toHaveLength(2);
    expect(await titles('is:team')).toEqual([]);
  });

  it('finds words in a row only in a row', async () => {
    await lesson({ title: 'A', note: 'port mapping explained' });
    await lesson({ title: 'B', note: 'mapping of a port' });
    expect(await titles('"port mapping"')).toEqual(['A']);
    expect(await titles('port -"port mapping"')).toEqual(['B']);
    expect(await titles('port -explained')).toEqual(['B']);
  });

  it('says what was typed wrongly and searches for the rest', async () => {
    await lesson({ title: 'Tea' });
    const found = await find(device.store.relaxed, 'tea is:blue', { limit: 1 });
    expect(found.problem).toEqual({ code: 'search-is', detail: 'blue' });
    expect(found.hits).toHaveLength(1);
  });

  it('bears whatever is typed', async () => {
    const note = `${'x'.repeat(50_000)} end`;
    await lesson({ title: 'Tea', note, tags: Array.from({ length: 1000 }, (_, i) => `tag${i}`) });
    const odd = [
      '',
      ' ',
      '"',
      '-',
      'or',
      '(.*)+$',
      '<b>',
      '\ud800',
      '\u202e',
      'is:',
      'x'.repeat(10_000),
      'a '.repeat(5_000),
    ];
    for (const typed of odd) await find(device.store.relaxed, typed, { limit: 5 });
    expect(await titles('tag999')).toEqual(['Tea']);
    expect(await titles('end')).toEqual(['Tea']);
  });

  it('looks at all that days alone can tell apart, unless something else is searched for by then', async () => {
    await addTeam(device.store, team(), device.clock);
    const records = Array.from({ length: 1_010 }, (_, i) => ({
      ...{ id: `l${i}`, kind: 'lesson', author: 'bob', schema: 1, version: { n: 1, time: 1, device: 'd', hash: 'h' } },
      body: asJson({ created: i < 5 ? 1 : 1_700_000_000_000, title: 'Tea' }),
    }));
    value(await takeIn(device.store, 'team-1', records));
    const search = (signal?: AbortSignal) =>
      find(device.store.relaxed, 'before:2000 tea', { limit: 10, ...(signal ? { signal } : {}) });
    expect(await search()).toMatchObject({ whole: 5 });
    // Of what fits in part as well.
    const inPart = await find(device.store.relaxed, 'before:2000 tea quokka', { limit: 10 });
    expect([inPart.hits.length, inPart.total, inPart.isCut]).toEqual([5, 5, undefined]);
    await expect(search(AbortSignal.abort())).rejects.toThrow(/abort/i);
  });
});
