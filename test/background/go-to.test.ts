import '../browser/fake-browser.ts';
import { describe, expect, onTestFinished, test, vi } from 'vitest';
import { choose, suggest } from '../../src/background/omnibox.ts';
import { withTextFragment } from '../../src/background/text-fragment.ts';
import type { World } from '../../src/background/world.ts';
import { onIntent, takeIntent } from '../../src/browser/session.ts';
import { shorten } from '../../src/browser/short-content.ts';
import type { Suggestion } from '../../src/browser/suggestion.ts';
import { takeIn } from '../../src/store/feed.ts';
import { find } from '../../src/store/find.ts';
import { keep } from '../../src/store/keep.ts';
import { asJson } from '../../src/store/row.ts';
import { addTeam } from '../../src/store/team.ts';
import { FIRST } from '../../src/ui/use-searching.ts';
import { INTENTS } from '../../src/wire/intent-key.ts';
import { fakeBrowser } from '../browser/fake-browser.ts';
import { did, world } from '../browser/fake-world.ts';
import { codeOf, keepLesson, lessonBody, team, value } from '../store/device.ts';
import { createStage } from './stage.ts';

describe('going to a lesson', () => {
  test('without access to its site the browser is asked to find the words', async () => {
    const stage = createStage();
    world.tabs = [];
    const { id } = await keepLesson(stage.device);
    value(await stage.fromUs('goTo', { team: '', id }));
    const [url] = did('tabs.create')[0] ?? [];
    expect(url).toBe('https://docs.example/guide#:~:text=Water%20boils%20at%20a%20lower%20temperature');
  });

  test('a tab that shows it already comes into view', async () => {
    const stage = createStage();
    const { id } = await keepLesson(stage.device);
    value(await stage.fromUs('goTo', { team: '', id }));
    expect(did('tabs.create')).toEqual([]);
    expect(did('tabs.update')).toEqual([[7, { active: true }]]);
  });

  test('what is gone, or has no page, says so', async () => {
    const stage = createStage();
    const { id } = await keepLesson(stage.device, { target: undefined });
    expect(codeOf(await stage.fromUs('goTo', { team: '', id }))).toBe('no-page');
    expect(codeOf(await stage.fromUs('goTo', { team: '', id: 'never' }))).toBe('gone');
  });

  test('a file that the browser opens for no extension says so, and is shown where it is open', async () => {
    const stage = createStage();
    const href = 'file:///home/me/notes.html';
    const { id } = await keepLesson(stage.device, { target: { url: href, href, selectors: [] } });
    world.opensNoFiles = true;
    expect(await stage.fromUs('goTo', { team: '', id })).toEqual({
      ok: false,
      failure: { code: 'unopened', detail: href },
    });
    stage.tab.url = href;
    value(await stage.fromUs('goTo', { team: '', id }));
    expect(did('tabs.update')).toEqual([[7, { active: true }]]);
  });

  test('an address that is no page of the web is never opened', async () => {
    const stage = createStage();
    const target = { url: '', href: 'javascript:alert(1)', selectors: [] };
    const { id } = await keepLesson(stage.device, { target });
    expect(codeOf(await stage.fromUs('goTo', { team: '', id }))).toBe('no-page');
    expect(did('tabs.create')).toEqual([]);
  });
});

describe('the address bar', () => {
  /** A suggestion as it reads, with what is marked in brackets. */
  const said = ({ description }: Suggestion) => description.map(({ text, hit }) => (hit ? `[${text}]` : text)).join('');
  const suggested = async ({ world: to }: { world: World }, typed: string) =>
    (await suggest(to, typed)).found.map(said);

  test('finds what was kept, and Enter goes there', async () => {
    const stage = createStage();
    await keepLesson(stage.device, { note: 'tea tastes flat\n<b>' });
    const { found } = await suggest(stage.world, 'tea');
    expect(found.map(said)).toEqual(['[tea] tastes flat <b> · Guide · docs.example']);
    await choose(stage.world, 'tea');
    expect(did('tabs.update')).toEqual([[{ url: found[0]?.content }]]);
  });

  test.each([
    ['newForegroundTab', []],
    ['newBackgroundTab', ['behind']],
  ] as const)('goes to another tab where that is asked for: %s', async (where, behind) => {
    const stage = createStage();
    await keepLesson(stage.device, { note: 'tea' });
    const { found } = await suggest(stage.world, 'tea');
    for (const content of ['tea', found[0]?.content ?? '']) await choose(stage.world, content, where);
    expect(did('tabs.create')).toEqual(Array(2).fill([found[0]?.content, ...behind]));
    expect(did('tabs.update')).toEqual([]);
    await keepLesson(stage.device, { target: undefined, quote: '', note: 'pelican' });
    world.popupOpens = false;
    await choose(stage.world, 'pelican', where);
    expect(did('tabs.create').at(-1)).toEqual([expect.stringContaining('sidebar.html'), ...behind]);
    expect(did('tabs.update')).toEqual([]);
  });

  test('words that fit nothing are asked with Enter, without filters, and that is said', async () => {
    const stage = createStage();
    const { says, asks } = await suggest(stage.world, 'is:lesson why quokka');
    expect(says).toMatch(/ask it as a question\.$/);
    expect(asks).toBe('why quokka');
    await choose(stage.world, 'is:lesson why quokka');
    expect(did('popup')).toHaveLength(1);
    expect(await takeIntent()).toEqual({ intent: 'ask-words', words: 'why quokka' });
  });

  test('what asks nobody leads nowhere', async () => {
    const stage = createStage();
    for (const typed of ['', '  ', '?!', 'is:question']) {
      expect((await suggest(stage.world, typed)).says ?? '', typed).not.toContain('ask it');
      await choose(stage.world, typed);
    }
    expect(world.did).toEqual([]);
  });

  test('what Firefox was given leads on after the background has forgotten it', async () => {
    const stage = createStage();
    for (const quote of ['pelican 0', 'pelican 1', 'pelican 2']) await keepLesson(stage.device, { quote });
    for (const typed of ['pelican', `pelican ${'or pelican '.repeat(9)}`]) {
      const suggested = await suggest(stage.world, typed);
      for (const { content } of shorten(typed, suggested).found) await choose(stage.world, content);
      const meant = suggested.found.map(({ content }) => [{ url: content }]);
      expect(meant).toHaveLength(3);
      expect(did('tabs.update').splice(-3), typed).toEqual(meant);
    }
    const typed = 'https://docs.example/guide';
    await choose(stage.world, shorten(typed, await suggest(stage.world, typed)).found[1]?.content ?? '');
    expect(did('tabs.update').at(-1)).toEqual([{ url: expect.stringMatching(/guide#:~:text=pelican%20\d$/) }]);
    const { id } = await keepLesson(stage.device, { target: undefined, quote: '', note: 'a heron' });
    await choose(stage.world, 'heron · 1');
    expect(await takeIntent()).toMatchObject({ intent: 'record', id });
    await choose(stage.world, 'heron · 7');
    expect(await takeIntent()).toMatchObject({ intent: 'record', id });
  });

  test('what was written from nothing stands there too, and Enter shows its card', async () => {
    const stage = createStage();
    const written = { target: undefined, quote: '', title: '' };
    for (let i = 0; i < 8; i++) await keepLesson(stage.device, { ...written, note: `pelican ${i}` });
    const { found } = await suggest(stage.world, 'pelican');
    expect(found).toHaveLength(6);
    const [one = { content: '', key: '', description: [] }] = found;
    const { content } = one;
    expect(said(one)).toMatch(/^\[pelican\] \d$/);
    world.popupOpens = true;
    await choose(stage.world, content);
    expect(did('popup')).toHaveLength(1);
    const id = content.split('/').at(-1);
    const word = { intent: 'record', team: '', id, note: false };
    expect(await takeIntent()).toEqual(word);
    await choose(stage.world, 'pelican');
    expect(did('popup')).toHaveLength(2);
  });

  test('what says nothing but an address, on no page, shows its card too', async () => {
    const stage = createStage();
    const note = 'https://wiki.example/a/page/that/is/deep/in/a/handbook';
    const { id } = await keepLesson(stage.device, { target: undefined, quote: '', title: '', note });
    await choose(stage.world, 'handbook');
    expect(did('tabs.update')).toEqual([]);
    expect(await takeIntent()).toMatchObject({ intent: 'record', id });
  });

  test('where no popup can be opened the card is shown in the tab; a panel that takes it is enough', async () => {
    const stage = createStage();
    await keepLesson(stage.device, { target: undefined, quote: '', note: 'pelican' });
    world.popupOpens = false;
    await choose(stage.world, 'pelican');
    expect(did('tabs.update')).toEqual([[{ url: expect.stringContaining('sidebar.html') }]]);
    await fakeBrowser.storage.session.remove(INTENTS);
    const stop = onIntent(() => void takeIntent());
    await choose(stage.world, 'pelican');
    stop();
    expect(did('tabs.update')).toHaveLength(1);
  });

  test('says the first that is there, and cuts no character in two', async () => {
    const stage = createStage();
    await keepLesson(stage.device, { note: '', quote: `flamingo ${'🥝'.repeat(100)}`, target: undefined });
    const [one] = (await suggest(stage.world, 'flamingo')).found;
    expect(one && said(one)).toMatch(/^\[flamingo\] (🥝){30} … · Guide$/u);
    expect(one?.content).not.toMatch(/\p{Cs}/u);
    await keepLesson(stage.device, { note: '  ', quote: '', title: 'A heron' });
    expect(await suggested(stage, 'heron')).toEqual(['A [heron] · docs.example']);
  });

  test('shows where it fits: in the middle of a long note, in the quote below the note, in its site', async () => {
    const stage = createStage();
    const long = `${'Water boils. '.repeat(40)}Then the heron lands. ${'It waits. '.repeat(40)}`;
    await keepLesson(stage.device, { note: long, quote: 'A quote that has nothing.' });
    expect(await suggested(stage, 'heron')).toEqual([
      expect.stringMatching(/^… .*Then the \[heron\] lands\..*… · Guide · docs/),
    ]);
    await keepLesson(stage.device, { note: 'Ask first', quote: 'The flamingo stands\n on one leg' });
    expect(await suggested(stage, 'flamingo')).toEqual(['Ask first · The [flamingo] stands on one leg · docs.example']);
    expect(await suggested(stage, 'ask site:docs.example')).toEqual([
      expect.stringMatching(/^\[Ask\] first · Guide · docs/),
    ]);
    expect(await suggested(stage, 'docs')).toContainEqual(expect.stringMatching(/ · \[docs\]\.example$/));
  });

  test('a lesson without a word is something to choose', async () => {
    const stage = createStage();
    const { target } = lessonBody();
    await keepLesson(stage.device, { target: target && { ...target, title: '' }, quote: '', title: '' });
    const { found } = await suggest(stage.world, 'is:lesson');
    expect(found.map(said)).toEqual(['Nothing written · docs.example']);
  });

  test('what turns a text around turns nothing that stands beside it', async () => {
    const stage = createStage();
    await keepLesson(stage.device, { note: 'pelican \u202ehsilgne', quote: '', title: '\u2067Birds' });
    const { found, says } = await suggest(stage.world, 'pelican is:\u202eelprup');
    expect(found.map(said)).toEqual(['[pelican] hsilgne · Birds · docs.example']);
    expect(says).toMatch(/is:elprup/);
  });

  test('names the colleague who wrote it', async () => {
    const stage = createStage();
    const version = { n: 1, time: 1, device: 'd', hash: 'h' };
    const theirs = (kind: string, body: object) => ({
      id: kind,
      kind,
      author: 'ben',
      schema: 1,
      version,
      body: asJson(body),
    });
    await addTeam(stage.device.store, team(), stage.device.clock);
    await takeIn(stage.device.store, 'team-1', [
      theirs('profile', { created: 1, name: 'Ben' }),
      theirs('lesson', lessonBody({ note: 'pelican', title: '', quote: '' })),
    ]);
    expect(await suggested(stage, 'pelican')).toEqual(['[pelican] · Guide · Ben · docs.example']);
  });

  test('says what an answer answers, and where that was asked, as its row does', async () => {
    const stage = createStage();
    const { target } = lessonBody();
    const put = async (id: string, kind: 'question' | 'answer', body: object) =>
      value(await keep(stage.device.store, { id, kind, body: { created: 1, ...body } as never }, stage.device.clock));
    await put('why', 'question', { text: 'Why does the heron wait?', target });
    await put('because', 'answer', { question: 'why', text: 'It pelicans' });
    expect(await suggested(stage, 'pelicans')).toEqual([
      'It [pelicans] · Question: Why does the heron wait? · docs.example',
    ]);
    await put('linked', 'answer', { question: 'why', text: 'Read this', link: 'https://ghdocs.example/a' });
    expect(await suggested(stage, 'ghdocs')).toEqual(['Read this · https://[ghdocs].example/a · docs.example']);
    const words = vi
      .spyOn(fakeBrowser.i18n, 'getMessage')
      .mockImplementation((_key, values) => `« ${values} » (asked)`);
    onTestFinished(() => words.mockRestore());
    expect(await suggested(stage, 'pelicans')).toEqual([
      'It [pelicans] · « Why does the heron wait? » (asked) · docs.example',
    ]);
    words.mockRestore();
    await put('lost', 'answer', { question: 'gone', text: 'Ask the pelicans' });
    expect(await suggested(stage, 'ask pelicans')).toContain('[Ask] the [pelicans]');
  });

  test('asks for as many as the popup does, so that both begin with the same', async () => {
    const stage = createStage();
    const written = { target: undefined, quote: '', note: 'pelican' };
    for (let i = 0; i < 30; i++)
      await keepLesson(stage.device, { ...written, created: 90_000_000_000 - i * 1_000_000_000 });
    const { hits } = await find(stage.world.store.relaxed, 'pelican', { limit: FIRST });
    expect((await suggest(stage.world, 'pelican')).found.map(({ content }) => content.split('/').at(-1))).toEqual(
      hits.slice(0, 6).map(({ record }) => record.id),
    );
  });

  test('what was typed wrongly is said above what is found', async () => {
    const stage = createStage();
    await keepLesson(stage.device, { note: 'pelican' });
    const { found, says } = await suggest(stage.world, 'pelican is:purple');
    expect(found).toHaveLength(1);
    expect(says).toContain('purple');
    expect((await suggest(stage.world, 'pelican')).says).toBeUndefined();
  });

  test('that nothing has it, or only comes near, is said above as the popup says it', async () => {
    const stage = createStage();
    await keepLesson(stage.device, { note: 'pelican harvest' });
    await keepLesson(stage.device, { note: 'pelican island' });
    const says = async (typed: string) => (await suggest(stage.world, typed)).says;
    expect(await says('harvest island')).toMatch(/^Nothing here says all of that yet/);
    expect(await says('pelicam')).toMatch(/^Nobody wrote “pelicam” yet/);
    expect(await says('quokka')).toMatch(/^Nothing here says “quokka” yet/);
    expect(await says('is:question quokka')).toMatch(/^Nothing that fits these filters says “quokka”/);
    for (const found of ['pelican', 'pelican harvest', ' ']) expect(await says(found), found).toBeUndefined();
  });
});

describe('an address with a text fragment', () => {
  test.each([
    ['https://a.example/', 'one, two-three & four', 'https://a.example/#:~:text=one%2C%20two%2Dthree%20%26%20four'],
    ['https://a.example/#part', 'word', 'https://a.example/#part:~:text=word'],
    ['https://a.example/#:~:text=old', 'word', 'https://a.example/#:~:text=word'],
    ['https://a.example/', '  ', 'https://a.example/'],
    ['https://a.example/', undefined, 'https://a.example/'],
  ])('%s with %j', (href, quote, address) => {
    expect(withTextFragment(href, quote)).toBe(address);
  });

  test('a long quote is named by its first and last words', () => {
    const words = Array.from({ length: 60 }, (_, i) => `w${i}`);
    expect(withTextFragment('https://a.example/', words.join(' '))).toBe(
      'https://a.example/#:~:text=w0%20w1%20w2%20w3%20w4,w55%20w56%20w57%20w58%20w59',
    );
  });
});
