import '../browser/fake-browser.ts';
import { describe, expect, test, vi } from 'vitest';
import { forgetTab } from '../../src/background/forget-tab.ts';
import { settle } from '../../src/background/settle.ts';
import { saveSettings } from '../../src/browser/settings.ts';
import { until } from '../../src/dev/browsers/until.ts';
import { dismiss } from '../../src/store/suggestions.ts';
import type { PageText } from '../../src/wire/page-text.ts';
import type { Part, Settings } from '../../src/wire/settings.ts';
import { did } from '../browser/fake-world.ts';
import { keepLesson, value } from '../store/device.ts';
import { createStage, PAGE, type Stage, TAB } from './stage.ts';

const TEXT = [
  'A chargeback is begun by the bank of the customer. Once a chargeback is open, a refund is not possible any more.',
  'The receipt, the signature and the tracking number are the evidence that decides a chargeback.',
  'Answer within seven days: the acquirer closes the dispute after that, and the chargeback fee is not given back.',
].join('\n');

const SECRET = 'nobody may read what stands here';

const read = (change: Partial<PageText> = {}): PageText => ({
  href: PAGE,
  alternates: [],
  title: 'Chargebacks and refunds',
  headings: ['Evidence for a chargeback'],
  body: `${TEXT}\n${SECRET}`,
  ...change,
});

const FITTING = {
  title: 'Chargeback evidence',
  quote: 'Receipt, signature and tracking number are the evidence the acquirer wants within seven days.',
  target: { url: 'https://bank.example/evidence', href: 'https://bank.example/evidence', selectors: [] },
};

async function createPage(text: PageText = read()) {
  const stage = createStage();
  let times = 0;
  stage.tab.answers = (source) => {
    if (!source.includes('read')) return null;
    times++;
    return text;
  };
  await keepLesson(stage.device, FITTING, 'fitting');
  for (let i = 0; i < 30; i++)
    await keepLesson(stage.device, { title: `Bread ${i}`, quote: `flour and water, loaf ${i}`, target: undefined });
  return { ...stage, times: () => times };
}

const choose = (change: (settings: Settings) => Partial<Settings>) =>
  saveSettings((settings) => ({ ...settings, ...change(settings) }));
const without = (part: Part) => choose(({ parts }) => ({ parts: { ...parts, [part]: false } }));

describe('what fits the page of a tab', () => {
  test('is found by its text, and given as keys and words of the record: nothing of the page comes back', async () => {
    const stage = await createPage();
    const found = value(await stage.fromUs('fits', { tabId: TAB, href: PAGE }));
    expect(found).toMatchObject({ read: 'read', pages: ['https://docs.example/guide'], most: 5 });
    expect(found.fits).toEqual([
      { team: '', id: 'fitting', isStrong: true, isSameSite: false, because: expect.arrayContaining(['evidence']) },
    ]);
    expect(JSON.stringify(found)).not.toContain('nobody');
  });

  test('is not said to go by its text where that is another page’s, which the tab showed before or after', async () => {
    const stage = await createPage();
    expect(value(await stage.fromUs('fits', { tabId: TAB, href: PAGE })).read).toBe('read');
    expect(value(await stage.fromUs('fits', { tabId: TAB, href: 'https://docs.example/next' })).read).toBe('title');
  });

  test('the page is read once, however often it is asked', async () => {
    const stage = await createPage();
    for (let i = 0; i < 3; i++) await stage.fromUs('fits', { tabId: TAB, href: PAGE });
    expect(stage.times()).toBe(1);
  });

  test('nothing of the page is stored', async () => {
    const stage = await createPage();
    await stage.fromUs('fits', { tabId: TAB, href: PAGE });
    for (const table of stage.device.store.relaxed.tables) {
      expect(JSON.stringify(await table.toArray()), table.name).not.toContain(SECRET);
    }
    expect(stage.requests).toEqual([]);
  });

  test('what stands on this very page is not suggested, also where it goes by its canonical link', async () => {
    const [href, canonical] = ['https://docs.example/guide?part=1&look=wide', 'https://docs.example/guide?part=1'];
    const stage = await createPage(read({ href, canonical }));
    const target = { url: canonical, href: canonical, selectors: [] };
    await keepLesson(stage.device, { ...FITTING, target }, 'here');
    const found = value(await stage.fromUs('fits', { tabId: TAB, href }));
    expect(found.fits.map(({ id }) => id)).toEqual(['fitting']);
  });

  test('what was waved away does not come again', async () => {
    const stage = await createPage();
    await dismiss(stage.device.store, { what: 'record', team: '', id: 'fitting' }, stage.device.clock);
    expect(value(await stage.fromUs('fits', { tabId: TAB, href: PAGE })).fits).toEqual([]);
  });

  test('where no script may enter, the title must do', async () => {
    const stage = await createPage();
    stage.tab.isClosed = true;
    stage.tab.title = 'Chargeback evidence';
    const found = value(await stage.fromUs('fits', { tabId: TAB, href: PAGE }));
    expect(found.read).toBe('title');
    expect(found.fits.map(({ id }) => id)).toEqual(['fitting']);
    stage.tab.isClosed = false;
    expect(value(await stage.fromUs('fits', { tabId: TAB, href: PAGE })).read).toBe('read');
  });
});

describe('a page that never answers', () => {
  const frozen = () => new Promise<PageText>(() => {});

  test('is not waited for by whoever asks, nor by the next', async () => {
    const stage = await createPage();
    const answers = stage.tab.answers;
    let isAsked = false;
    stage.tab.answers = () => {
      isAsked = true;
      return frozen();
    };
    const later = vi.spyOn(globalThis, 'setTimeout');
    const asked = stage.fromUs('fits', { tabId: TAB, href: PAGE });
    await until('it to be asked', () => isAsked);
    const patience = later.mock.calls.find(([, waitMs]) => waitMs === 10_000);
    later.mockRestore();
    patience?.[0]();
    expect(value(await asked).read).toBe('title');
    stage.tab.answers = answers;
    expect(value(await stage.fromUs('fits', { tabId: TAB, href: PAGE })).read).toBe('read');
  });

  test('since it was left is said to go by its title; no file of ours comes to the next for it', async () => {
    const stage = await createPage();
    stage.tab.answers = () => false;
    expect(value(await stage.fromUs('fits', { tabId: TAB, href: PAGE })).read).toBe('title');
    expect(did('scripting.file')).toEqual([]);
  });
});

describe('no page is read', () => {
  test.each<[string, (settings: Settings) => Partial<Settings>]>([
    ['on a site that was switched off', () => ({ sitesOff: ['docs.example'] })],
    ['on a site where suggestions were', () => ({ suggestionSitesOff: ['docs.example'] })],
    ['with suggestions switched off', ({ parts }) => ({ parts: { ...parts, suggestions: false } })],
  ])('%s', async (_, change) => {
    const stage = await createPage();
    await choose(change);
    const found = value(await stage.fromUs('fits', { tabId: TAB, href: PAGE }));
    await stage.fromPage('marks', { href: PAGE });
    expect(found).toMatchObject({ read: 'off', fits: [], people: [] });
    expect(stage.times()).toBe(0);
    expect(did('scripting.file')).not.toContainEqual([TAB, 'capture/read.js']);
  });

  test.each(['https://mail.google.com/mail/u/0', 'about:blank', 'file', ''])('at %j', async (href) => {
    const stage = await createPage();
    expect(value(await stage.fromUs('fits', { tabId: TAB, href }))).toMatchObject({ read: 'off' });
    expect(stage.times()).toBe(0);
  });

  test('of a tab that has moved on to a site that was switched off, nor its title', async () => {
    const stage = await createPage();
    await choose(() => ({ sitesOff: ['secret.example'] }));
    Object.assign(stage.tab, { url: 'https://secret.example/', title: 'Chargeback evidence' });
    const found = value(await stage.fromUs('fits', { tabId: TAB, href: PAGE }));
    expect(found).toMatchObject({ read: 'title', fits: [] });
    expect(stage.times()).toBe(0);
    expect(did('scripting.file')).toEqual([]);
  });

  test('on and nothing said of it, where the person says no while it is read', async () => {
    const stage = await createPage();
    const answers = stage.tab.answers;
    stage.tab.answers = async (source, args) => {
      await choose(() => ({ suggestionSitesOff: ['docs.example'] }));
      return answers?.(source, args);
    };
    expect(value(await stage.fromUs('fits', { tabId: TAB, href: PAGE }))).toMatchObject({ read: 'off', fits: [] });
    await choose(() => ({ suggestionSitesOff: [] }));
    stage.tab.answers = answers;
    await stage.fromUs('fits', { tabId: TAB, href: PAGE });
    expect(stage.times()).toBe(2);
  });

  test('where nothing is stored that could fit', async () => {
    const stage = createStage();
    await stage.fromUs('fits', { tabId: TAB, href: PAGE });
    expect(did('scripting.file')).toEqual([]);
  });

  test('for the icon, where it shows no number', async () => {
    const stage = await createPage();
    await without('badge');
    await stage.fromPage('marks', { href: PAGE });
    expect(stage.times()).toBe(0);
  });
});

const digits = (): string[] => did('badge').map(([said]) => (said as { text: string }).text);

const keepHere = (stage: Stage, title: string) =>
  keepLesson(stage.device, { title, target: { url: 'https://docs.example/guide', href: PAGE, selectors: [] } });

describe('the count on the icon', () => {
  test('has what stands on the page and what stands out as fitting it, and says which is which', async () => {
    const stage = await createPage();
    await keepLesson(stage.device, {
      title: 'Here',
      target: { url: 'https://docs.example/guide', href: PAGE, selectors: [] },
    });
    await stage.fromPage('marks', { href: PAGE, isNew: true });
    expect(did('badge').at(-1)).toEqual([{ tabId: TAB, text: '1' }]);
    await until('the fit', () => did('badge').length === 2);
    expect(did('badge').at(-1)).toEqual([{ tabId: TAB, text: '2' }]);
    const [{ title } = { title: '' }] = did('title').at(-1) as { title: string }[];
    expect(title).toBe('Sidelight: 1 on this page\nOne from elsewhere fits this page');
  });

  test('of a page that the tab has left meanwhile is not shown', async () => {
    const stage = await createPage();
    await stage.fromPage('marks', { href: PAGE, isNew: true });
    stage.tab.answers = () => read({ href: 'https://docs.example/other', title: '', headings: [], body: '' });
    await stage.fromPage('marks', { href: 'https://docs.example/other', isNew: true });
    await stage.fromUs('fits', { tabId: TAB, href: PAGE });
    expect(did('badge').at(-1)).toEqual([{ tabId: TAB, text: '' }]);
  });

  test('does not go down and up again where the page is only counted anew', async () => {
    const stage = await createPage();
    await keepHere(stage, 'here');
    await stage.fromPage('marks', { href: PAGE, isNew: true });
    await until('the fit', () => digits().at(-1) === '2');
    await stage.fromPage('marks', { href: PAGE });
    await stage.fromUs('fits', { tabId: TAB, href: PAGE });
    expect(digits()).toEqual(['1', '2']);
    await keepHere(stage, 'and here');
    await stage.fromPage('marks', { href: PAGE });
    await stage.fromUs('fits', { tabId: TAB, href: PAGE });
    expect(digits()).toEqual(['1', '2', '3']);
  });

  test('of another document, or another route, begins anew with what stands there', async () => {
    const stage = await createPage();
    await keepHere(stage, 'here');
    await stage.fromPage('marks', { href: PAGE, isNew: true });
    await until('the fit', () => digits().at(-1) === '2');
    stage.tab.answers = () => read({ href: PAGE, title: '', headings: [], body: 'flour and water' });
    await stage.fromPage('marks', { href: PAGE, isNew: true });
    expect(digits().at(-1)).toBe('1');
    await stage.fromUs('fits', { tabId: TAB, href: PAGE });
    expect(digits().at(-1)).toBe('1');
  });

  test('after the worker was stopped is said again when all of it is known, not before', async () => {
    const stage = await createPage();
    await keepHere(stage, 'here');
    await stage.fromPage('marks', { href: PAGE });
    await until('the count', () => digits().length > 0);
    expect(digits()).toEqual(['2']);
  });
});

describe('what was read of a page', () => {
  const ask = (stage: Stage) => stage.fromUs('fits', { tabId: TAB, href: PAGE });

  test('is read anew when the document has come again, or moved on', async () => {
    const stage = await createPage();
    await ask(stage);
    await without('badge');
    await stage.fromPage('marks', { href: PAGE });
    await ask(stage);
    expect(stage.times()).toBe(1);
    await stage.fromPage('marks', { href: PAGE, isNew: true });
    await ask(stage);
    expect(stage.times()).toBe(2);
  });

  test('holds for half a minute, since pages change in place', async () => {
    const stage = await createPage();
    await ask(stage);
    stage.device.turn(29_000);
    await ask(stage);
    expect(stage.times()).toBe(1);
    stage.device.turn(2_000);
    await ask(stage);
    expect(stage.times()).toBe(2);
  });

  test('is gone after that also where nothing told of the time', async () => {
    const stage = await createPage();
    vi.useFakeTimers({ toFake: ['setTimeout'] });
    try {
      await ask(stage);
      vi.advanceTimersByTime(30_000);
    } finally {
      vi.useRealTimers();
    }
    await ask(stage);
    expect(stage.times()).toBe(2);
  });

  test('is forgotten with its tab, and where the site is switched off', async () => {
    const stage = await createPage();
    await ask(stage);
    forgetTab(stage.world, TAB);
    await ask(stage);
    expect(stage.times()).toBe(2);
    await choose(() => ({ sitesOff: ['docs.example'] }));
    await settle(stage.world);
    await choose(() => ({ sitesOff: [] }));
    await ask(stage);
    expect(stage.times()).toBe(3);
  });
});
