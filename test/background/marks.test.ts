import '../browser/fake-browser.ts';
import { describe, expect, test } from 'vitest';
import { loadSettings, saveSettings } from '../../src/browser/settings.ts';
import { takeIn } from '../../src/store/feed.ts';
import { keep } from '../../src/store/keep.ts';
import { addTeam } from '../../src/store/team.ts';
import type { Part } from '../../src/wire/settings.ts';
import { did, world } from '../browser/fake-world.ts';
import { codeOf, keepLesson, lessonBody, team, value } from '../store/device.ts';
import { createStage, draft, PAGE, TAB } from './stage.ts';

const target = {
  url: 'https://docs.example/guide',
  href: PAGE,
  selectors: [{ type: 'TextQuoteSelector', exact: 'x' }],
};
const SECRET = 'what was noted about it';

async function createPage() {
  const stage = createStage();
  const { store, clock } = stage.device;
  await keepLesson(stage.device, { target, note: SECRET, tags: [SECRET] }, 'own');
  await keepLesson(stage.device, { target: { ...target, selectors: [] }, note: SECRET }, 'page');
  const question = { created: 1, text: SECRET, target };
  await keep(store, { id: 'asked', kind: 'question', body: question }, clock);
  await addTeam(store, team(), clock);
  const version = { n: 1, time: 1, device: 'd', hash: 'h' };
  const theirs = {
    id: 'theirs',
    kind: 'lesson',
    author: 'bob',
    schema: 1,
    version,
    body: lessonBody({ target, note: SECRET }),
  };
  value(await takeIn(store, 'team-1', [theirs as never]));
  return stage;
}

const toneById = (marks: { id: string; tone: string }[]) => Object.fromEntries(marks.map(({ id, tone }) => [id, tone]));

const without = (...parts: Part[]) =>
  saveSettings((settings) => ({
    ...settings,
    parts: { ...settings.parts, ...Object.fromEntries(parts.map((part) => [part, false])) },
  }));

describe('what a page is told', () => {
  test('where passages stand and whose they are; everything on the page is counted', async () => {
    const stage = await createPage();
    const page = value(await stage.fromPage('marks', { href: PAGE }));
    expect(toneById(page.marks)).toEqual({ own: 'own', asked: 'question', theirs: 'team' });
    expect(page.count).toBe(4);
  });

  test('by one painter, however many layers ask at once: a second would take away what the first has painted', async () => {
    const stage = await createPage();
    await without('suggestions');
    const painters = () => did('scripting.file').filter(([, file]) => file === 'capture/paint.js').length;
    // A page takes its time to answer, so that the second would look before the first has injected.
    stage.tab.answers = async (run) => {
      const isThere = painters() > 0;
      await new Promise((answer) => setTimeout(answer, 100));
      return run.includes('painter') ? isThere : null;
    };
    await Promise.all([stage.fromPage('marks', { href: PAGE }), stage.fromPage('marks', { href: PAGE })]);
    expect(painters()).toBe(1);
  });

  test('nothing that anyone noted', async () => {
    const stage = await createPage();
    expect(JSON.stringify(await stage.fromPage('marks', { href: PAGE }))).not.toContain(SECRET);
  });

  test('only about itself', async () => {
    const stage = await createPage();
    expect(codeOf(await stage.fromPage('marks', { href: PAGE }, { url: 'https://evil.example/' }))).toBe('not-allowed');
  });

  test('the painter comes where there is something to paint, and only then', async () => {
    const stage = await createPage();
    await without('suggestions');
    await stage.fromPage('marks', { href: 'https://docs.example/other' });
    expect(did('scripting.file')).toEqual([]);
    await stage.fromPage('marks', { href: PAGE });
    expect(did('scripting.file')).toEqual([[TAB, 'capture/paint.js']]);
    expect(did('scripting.style')).toEqual([[TAB]]);
  });

  test('the painter does not come twice', async () => {
    const stage = await createPage();
    await without('suggestions');
    stage.tab.answers = () => true;
    await stage.fromPage('marks', { href: PAGE });
    expect(did('scripting.file')).toEqual([]);
  });
});

describe('each part is switched off apart from the others', () => {
  test.each<[Part, string[]]>([
    ['highlights', ['theirs']],
    ['teamHighlights', ['own', 'asked']],
    ['badge', ['own', 'asked', 'theirs']],
  ])('without %s', async (part, painted) => {
    const stage = await createPage();
    await without(part);
    const page = value(await stage.fromPage('marks', { href: PAGE }));
    expect(page.marks.map(({ id }) => id).sort()).toEqual([...painted].sort());
  });

  test('a site that was switched off is told nothing', async () => {
    const stage = await createPage();
    await saveSettings((settings) => ({ ...settings, sitesOff: ['docs.example'] }));
    expect(value(await stage.fromPage('marks', { href: PAGE }))).toEqual({ marks: [], count: 0, bar: false });
  });
});

describe('the count on the icon', () => {
  test('is a number, and words in the tooltip', async () => {
    const stage = await createPage();
    await stage.fromPage('marks', { href: PAGE, isNew: true });
    expect(did('badge')).toEqual([[{ tabId: TAB, text: '4' }]]);
    expect(did('title')).toEqual([[{ tabId: TAB, title: 'Sidelight: 4 on this page' }]]);
  });

  test('is not there where there is nothing, or it is switched off', async () => {
    const stage = await createPage();
    await stage.fromPage('marks', { href: 'https://docs.example/other', isNew: true });
    await without('badge');
    await stage.fromPage('marks', { href: PAGE, isNew: true });
    expect(did('badge')).toEqual([[{ tabId: TAB, text: '' }], [{ tabId: TAB, text: '' }]]);
  });
});

test('how passages stand is kept for those that were painted, and for no others', async () => {
  const stage = await createPage();
  await stage.fromPage('marks', { href: PAGE });
  const selectors = [{ type: 'TextQuoteSelector', exact: 'y' }];
  const placements = [
    { team: '', id: 'own', state: 'changed' as const, reason: 'text-edited', now: 'y', selectors, at: 3 },
    { team: '', id: 'asked', state: 'changed' as const, now: 'y'.repeat(30_000), selectors },
    { team: '', id: 'stranger', state: 'anchored' as const },
    { team: 'team-1', id: 'theirs', state: 'orphaned' as const, reason: 'nonsense' },
  ];
  await stage.fromPage('placed', { href: PAGE, placements });
  const rows = await stage.device.store.relaxed.places.toArray();
  expect(Object.fromEntries(rows.map(({ id, anchoring }) => [id, anchoring]))).toEqual({
    own: { state: 'changed', reason: 'text-edited', now: 'y', selectors },
    // What the selectors find is not what was cut off for reading.
    asked: { state: 'changed', reason: 'not-found', now: 'y'.repeat(20_000) },
    theirs: { state: 'orphaned', reason: 'not-found' },
  });
});

test('a passage the person came to see is shown once', async () => {
  const stage = await createPage();
  world.hosts = ['*://*/*'];
  stage.tab.hears = true;
  value(await stage.fromUs('goTo', { team: '', id: 'own' }));
  expect(did('tabs.sendMessage')).toEqual([[TAB, { tell: 'show', team: '', id: 'own' }]]);
  expect(value(await stage.fromPage('marks', { href: PAGE })).show).toEqual({ team: '', id: 'own' });
  expect(value(await stage.fromPage('marks', { href: PAGE })).show).toBeUndefined();
});

test('a lesson kept a moment ago may be opened after its page was left', async () => {
  const stage = await createPage();
  await stage.fromPage('keep', draft({ id: 'fresh' }));
  await stage.fromPage('marks', { href: 'https://docs.example/other' });
  value(await stage.fromPage('open', { team: '', id: 'fresh', note: true }));
});

describe('the bar at a selection', () => {
  const on = () => saveSettings((settings) => ({ ...settings, parts: { ...settings.parts, bar: true } }));
  const isBar = async (stage: Awaited<ReturnType<typeof createPage>>) =>
    value(await stage.fromPage('marks', { href: PAGE })).bar;

  test('comes only where it was chosen', async () => {
    const stage = await createPage();
    expect(await isBar(stage)).toBe(false);
    await on();
    expect(await isBar(stage)).toBe(true);
    expect(did('scripting.file')).toContainEqual([TAB, 'capture/keep.js']);
  });

  test('can be told, on itself, not to come on this site', async () => {
    const stage = await createPage();
    await on();
    value(await stage.fromPage('barOff', { where: 'site' }));
    expect(await isBar(stage)).toBe(false);
    expect((await loadSettings()).parts.bar).toBe(true);
    expect((await loadSettings()).barSitesOff).toEqual(['docs.example']);
  });

  test('or never again', async () => {
    const stage = await createPage();
    await on();
    value(await stage.fromPage('barOff', { where: 'everywhere' }));
    expect((await loadSettings()).parts.bar).toBe(false);
  });
});

describe('a page by another address', () => {
  const variant = 'https://docs.example/guide?look=wide';

  test('is told what stands on it by its canonical link, where that is honest', async () => {
    const stage = await createPage();
    const page = value(await stage.fromPage('marks', { href: variant, canonical: 'https://docs.example/guide' }));
    expect(page.count).toBe(4);
  });

  test('and nothing of another page, whatever its link says', async () => {
    const stage = await createPage();
    const href = 'https://docs.example/other';
    expect(value(await stage.fromPage('marks', { href, canonical: PAGE })).count).toBe(0);
    expect(value(await stage.fromPage('marks', { href, canonical: 'https://docs.example/' })).count).toBe(0);
  });
});

test('a page that a team has filled is told of the newest, and counts all', async () => {
  const stage = await createPage();
  const lesson = (i: number) => ({
    ...{
      id: `flood-${i}`,
      kind: 'lesson',
      author: 'bob',
      schema: 1,
      version: { n: 1, time: 1, device: 'd', hash: 'h' },
    },
    body: { ...lessonBody({ target }), created: i },
  });
  value(await takeIn(stage.device.store, 'team-1', Array.from({ length: 700 }, (_, i) => lesson(i)) as never));
  const page = value(await stage.fromPage('marks', { href: PAGE }));
  expect(page.count).toBe(704);
  expect(page.marks.filter(({ tone }) => tone === 'team')).toHaveLength(500);
  expect(page.marks.map(({ id }) => id)).toContain('flood-699');
});
