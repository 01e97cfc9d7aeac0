// @vitest-environment happy-dom
import '../stage.ts';
import { act } from 'preact/test-utils';
import { beforeEach, describe, expect, test, vi } from 'vitest';
import type { JsonObject } from '../../../src/domain/json.ts';
import { hashBody } from '../../../src/domain/version.ts';
import { StoreContext } from '../../../src/pages/sidebar/desk.ts';
import { Panel } from '../../../src/pages/sidebar/panel.tsx';
import { takeIn } from '../../../src/store/feed.ts';
import { keep } from '../../../src/store/keep.ts';
import { budget, dismissals } from '../../../src/store/suggestions.ts';
import { addTeam } from '../../../src/store/team.ts';
import { fakeBrowser } from '../../browser/fake-browser.ts';
import { world } from '../../browser/fake-world.ts';
import { createDevice, type Device, keepLesson, lessonBody, PAGE, team, value } from '../../store/device.ts';
import { button, click, draw, press } from '../../ui/drawn.ts';
import { answers, noFits, said, says, showPage, until } from '../stage.ts';

/** Until when open questions are not read, and what stands on a page. */
const slow = vi.hoisted(() => ({ until: Promise.resolve(), page: undefined as Promise<void> | undefined }));
vi.mock('../../../src/store/beside-page.ts', async (load) => {
  const { besidePage } = await load<typeof import('../../../src/store/beside-page.ts')>();
  const late: typeof besidePage = (...of) => (slow.page ? slow.page.then(() => besidePage(...of)) : besidePage(...of));
  return { besidePage: late };
});
vi.mock('../../../src/store/open-questions.ts', async (load) => {
  const { openQuestions } = await load<typeof import('../../../src/store/open-questions.ts')>();
  const late: typeof openQuestions = (...of) => slow.until.then(() => openQuestions(...of));
  return { openQuestions: late };
});

const ELSEWHERE = 'https://docs.example/elsewhere';
const target = { url: ELSEWHERE, href: ELSEWHERE, selectors: [] };

/** Everything is in view, at once. */
class InView {
  constructor(readonly tell: (entries: { isIntersecting: boolean }[]) => void) {}
  observe = () => this.tell([{ isIntersecting: true }]);
  disconnect = () => {};
}

let device: Device;
let fits: object[];
beforeEach(() => {
  Object.assign(globalThis, { IntersectionObserver: InView });
  world.hosts = ['*://*/*'];
  showPage({ url: PAGE, title: 'Guide' });
  device = createDevice();
  slow.until = Promise.resolve();
  slow.page = undefined;
  fits = [];
  answers.set('fits', async () => ({ ok: true, value: { ...noFits, pages: [PAGE], fits, most: 2 } }));
});

const open = (): HTMLElement =>
  draw(
    <StoreContext.Provider value={device.store}>
      <Panel />
    </StoreContext.Provider>,
  ).root;

/** A lesson from elsewhere that the background finds for the page. */
async function fitting(note: string, because: string[] = ['refund', 'chargeback', 'till', 'more'], isSameSite = true) {
  const { id } = await keepLesson(device, { note, quote: `${note}, said the page`, target });
  fits = [...fits, { team: '', id, isStrong: false, isSameSite, because }];
  return id;
}

const section = (root: Element, heading: string) =>
  until(() => [...root.querySelectorAll('section')].find((one) => one.querySelector('h2')?.textContent === heading));
const headings = (root: Element) => [...root.querySelectorAll('h2')].map(({ textContent }) => textContent);
const menuOf = async (root: Element, note: string) => {
  await says(root, note);
  const menu = button(root, `Not helpful? ${note}`);
  await click(menu);
  return [...root.querySelectorAll<HTMLElement>('[role=menuitem]')];
};

describe('for this page', () => {
  test('a few come, each with a few words why; the rest stand behind "more"', async () => {
    for (const note of ['First', 'Second', 'Third']) await fitting(note);
    await fitting('Fourth', ['tea'], false);
    const root = open();
    const list = await section(root, 'For this page');
    expect([...list.querySelectorAll('.row-first')].map(({ textContent }) => textContent)).toEqual(['First', 'Second']);
    expect([...list.querySelectorAll('.fit')].map(({ textContent }) => textContent)).toEqual(
      Array(2).fill('same site · refund, chargeback, till'),
    );
    await click(button(list, 'Show 2 more'));
    expect(list.textContent).toContain('Fourth');
    expect([...list.querySelectorAll('.fit')].at(-1)?.textContent).toBe('tea');
  });

  test('nothing that fits is nothing at all, and nothing is asked but the page in view', async () => {
    const root = open();
    await says(root, 'Nothing here yet.');
    await until(() => said.some(({ say }) => say === 'fits'));
    expect(headings(root)).not.toContain('For this page');
    expect(said.filter(({ say }) => say === 'fits')).toEqual([{ say: 'fits', takes: { tabId: 7, href: PAGE } }]);
  });

  test('what fits is not repeated among what is recent', async () => {
    await fitting('Once only');
    const root = open();
    await section(root, 'For this page');
    await until(() => root.textContent?.match(/Once only/g));
    expect(root.textContent?.match(/Once only(?!,)/g)).toHaveLength(1);
  });

  test('it follows the tab: another page has other ones', async () => {
    await fitting('For the guide');
    const root = open();
    await says(root, 'For the guide');
    fits = [];
    await fitting('For the other');
    await act(() => showPage({ url: 'https://other.example/', title: 'Other' }));
    await says(root, 'For the other');
    expect((await section(root, 'For this page')).textContent).not.toContain('For the guide');
  });

  test('an application that shows its words after its address is asked about again once its title changes', async () => {
    const asked = () => said.filter(({ say }) => say === 'fits').length;
    await fitting('Drawn');
    const root = open();
    await says(root, 'Drawn');
    const before = asked();
    await act(() => showPage({ url: PAGE, title: 'Another view' }));
    await until(() => asked() > before);
    expect(asked()).toBe(before + 1);
  });

  test('better ones that come while it is read wait behind a number', async () => {
    await fitting('Read now');
    const root = open();
    await says(root, 'Read now');
    const [first] = fits;
    fits = [];
    await fitting('Better');
    if (first) fits.push(first);
    const news = await until(() => root.querySelector('.news button'));
    expect((await section(root, 'For this page')).textContent).not.toContain('Better');
    await click(news);
    await until(() => [...root.querySelectorAll('.fit')].length === 2);
    expect((await section(root, 'For this page')).textContent).toContain('Better');
  });

  test('an answer that comes when something is being read waits as a whole, who knows with it', async () => {
    value(await addTeam(device.store, team({ syncedAt: 1 }), device.clock));
    await fitting('Late');
    await keepLesson(device, { note: 'Read meanwhile', target: undefined });
    const people = [{ team: 'team-1', author: 'bo', because: ['refund'], from: [] }];
    let answer = (_: unknown) => {};
    answers.set('fits', () => new Promise((resolve) => (answer = resolve)));
    const root = open();
    expect(headings(root)).not.toContain('Recent');
    await says(root, 'Read meanwhile');
    answer({ ok: true, value: { ...noFits, pages: [PAGE], fits, people } });
    const news = await until(() => root.querySelector('.news button'));
    expect(news.textContent).toBe('2 new');
    expect(headings(root)).toEqual(['Recent']);
    await click(news);
    await section(root, 'For this page');
    await section(root, 'People who know');
  });
});

describe('teaching', () => {
  test('not this one: it leaves at once, stays away, and can be had back', async () => {
    const id = await fitting('Unwanted');
    await fitting('Wanted');
    const before = fits;
    const root = open();
    const [notThis] = await menuOf(root, 'Unwanted');
    expect(notThis?.textContent).toBe('Not this one');
    fits = before.slice(1);
    await click(notThis);
    await says(root, 'It is not suggested any more.');
    await until(() => !root.textContent?.includes('Unwanted'));
    expect(headings(root)).toContain('For this page');
    expect(await dismissals(device.store.relaxed)).toMatchObject([
      { dismissal: { what: 'record', team: '', id }, because: ['refund', 'chargeback', 'till', 'more'] },
    ]);
    expect(document.activeElement?.textContent).toBe('Undo');
    fits = before;
    await click(button(root, 'Undo'));
    await until(() => root.querySelector('.undo') === null);
    expect(await dismissals(device.store.relaxed)).toEqual([]);
    await says(root, 'Unwanted');
    const first = [...root.querySelectorAll('.row-first')].map(({ textContent }) => textContent);
    expect(first).toEqual(['Unwanted', 'Wanted']);
  });

  test('not this topic: its words are named, and remembered', async () => {
    await fitting('Unwanted');
    const root = open();
    const [, , notThat] = await menuOf(root, 'Unwanted');
    expect(notThat?.textContent).toBe('Nothing about refund, chargeback');
    await click(notThat);
    await says(root, 'Nothing about refund, chargeback is suggested any more.');
    expect(await dismissals(device.store.relaxed)).toMatchObject([
      { dismissal: { what: 'topic', words: ['refund', 'chargeback'] } },
    ]);
  });

  test('not on this site: suggestions are switched off there, and on again by undo', async () => {
    await fitting('Unwanted');
    const root = open();
    const items = await menuOf(root, 'Unwanted');
    await press(items[0]?.parentElement as Element, 'ArrowDown');
    expect(document.activeElement?.textContent).toBe('Nothing on docs.example');
    await click(document.activeElement);
    const off = async () =>
      (await fakeBrowser.storage.local.get('settings')) as Record<string, { suggestionSitesOff: string[] }>;
    await says(root, 'Nothing is suggested on docs.example any more.');
    expect((await off()).settings?.suggestionSitesOff).toEqual(['docs.example']);
    await click(button(root, 'Undo'));
    await until(() => !root.querySelector('.undo'));
    expect((await off()).settings?.suggestionSitesOff).toEqual([]);
  });

  test('what was in view counts as shown, what was opened as used', async () => {
    await fitting('Seen and opened');
    await fitting('Seen');
    const root = open();
    const list = await section(root, 'For this page');
    await until(() => list.querySelectorAll('.fit').length === 2);
    await click(list.querySelector('.recent button'));
    await says(root, 'Seen and opened');
    await until(() => root.querySelector('.sheet'));
    const fared = await budget(device.store.relaxed);
    expect(fared).toMatchObject({ shown: 2, used: 1 });
  });
});

describe('with a team', () => {
  const arrive = async (id: string, kind: string, body: object) => {
    const version = { n: 1, time: 1, device: 'd', hash: await hashBody(body as JsonObject) };
    value(
      await takeIn(device.store, 'team-1', [{ id, kind, author: 'bo', schema: 1, version, body: body as JsonObject }]),
    );
  };
  beforeEach(async () => {
    value(await addTeam(device.store, team({ syncedAt: 1 }), device.clock));
    await arrive('bo', 'profile', { created: 1, name: 'Bo' });
  });

  test('who knows is named with what they shared, which opens from there', async () => {
    await arrive('theirs', 'lesson', { ...lessonBody({ note: 'From Bo' }), target });
    const people = [{ team: 'team-1', author: 'bo', because: ['refund'], from: [['team-1', 'theirs']] }];
    answers.set('fits', { ok: true, value: { ...noFits, pages: [PAGE], people } });
    const root = open();
    const list = await section(root, 'People who know');
    const person = list.querySelector('button');
    expect(person?.textContent).toBe('Boshared about refund');
    expect(person?.getAttribute('aria-expanded')).toBe('false');
    await click(person);
    await until(() => list.textContent?.includes('From Bo'));
  });

  test('open questions of the site stand apart; those on the page stand where they were asked', async () => {
    const ask = (id: string, url: string) =>
      arrive(id, 'question', { created: 1, text: `Asked ${id}?`, target: { url, href: url, selectors: [] } });
    await ask('here', PAGE);
    await ask('next door', ELSEWHERE);
    const root = open();
    const apart = await section(root, 'Open questions here');
    await until(() => !apart.textContent?.includes('Asked here?') && apart.textContent?.includes('Asked next door?'));
    expect((await section(root, 'On this page')).textContent).toContain('Asked here?');
  });

  test('what is recent waits for what is asked here, which stands above it', async () => {
    let read = () => {};
    slow.until = new Promise((resolve) => {
      read = resolve;
    });
    await fitting('Fits');
    await arrive('asked', 'question', { created: 1, text: 'Asked next door?', target });
    await keepLesson(device, { note: 'Elsewhere', target: undefined });
    const root = open();
    await section(root, 'For this page');
    await act(() => new Promise((resolve) => setTimeout(resolve, 100)));
    expect(headings(root)).not.toContain('Recent');
    read();
    await section(root, 'Recent');
    expect(headings(root)).toContain('Open questions here');
  });

  test('an open question from elsewhere that fits the page stands there too', async () => {
    const there = { url: 'https://tea.example/', href: 'https://tea.example/', selectors: [] };
    await arrive('far', 'question', { created: 1, text: 'Asked far away?', target: there });
    fits = [{ team: 'team-1', id: 'far', isStrong: true, isSameSite: false, because: ['far'] }];
    const root = open();
    expect((await section(root, 'Open questions here')).textContent).toContain('Asked far away?');
  });

  test('what is recent stays as far as it is drawn while other things wait above it', async () => {
    for (let i = 0; i < 12; i++)
      await arrive(`old-${i}`, 'lesson', lessonBody({ created: i, note: `Old ${i}`, target }));
    const root = open();
    const list = await section(root, 'Recent');
    const rows = () => [...list.querySelectorAll('.row-first')].map(({ textContent }) => textContent);
    await until(() => rows().length === 12);
    const before = rows();
    for (let i = 0; i < 3; i++)
      await arrive(`new-${i}`, 'lesson', lessonBody({ created: 100 + i, note: `New ${i}`, target }));
    await until(() => list.textContent?.includes('3 new'));
    expect(rows()).toEqual(before);
  });

  test('what comes to the page itself is no news among what is recent, however late it is read there', async () => {
    await arrive('old', 'lesson', lessonBody({ note: 'Old', target }));
    const root = open();
    const list = await section(root, 'Recent');
    await until(() => list.textContent?.includes('Old'));
    slow.page = new Promise(() => {});
    await arrive('here', 'lesson', lessonBody({ created: 2_000, note: 'Here' }));
    await arrive('elsewhere', 'lesson', lessonBody({ created: 3_000, note: 'Elsewhere', target }));
    await until(() => list.textContent?.includes('new'));
    await act(() => new Promise((resolve) => setTimeout(resolve, 100)));
    expect(list.querySelector('.news')?.textContent).toBe('1 new');
  });

  test('a question that was let in among what is recent is not counted again, however late it is read as an open one', async () => {
    await arrive('old', 'lesson', lessonBody({ note: 'Old', target }));
    const root = open();
    const list = await section(root, 'Recent');
    await until(() => list.textContent?.includes('Old'));
    let read = () => {};
    slow.until = new Promise((resolve) => {
      read = resolve;
    });
    await arrive('asked', 'question', { created: 2_000, text: 'Asked next door?', target });
    await click(await until(() => list.querySelector('.news button')));
    await until(() => list.textContent?.includes('Asked next door?'));
    read();
    await act(() => new Promise((resolve) => setTimeout(resolve, 100)));
    expect(root.querySelector('.news button')).toBeNull();
    expect(headings(root)).toEqual(['Recent']);
  });

  test('of many open questions a few are drawn, the rest behind "more"', async () => {
    for (const id of ['one', 'two', 'three', 'four', 'five']) {
      const there = { url: ELSEWHERE, href: ELSEWHERE, selectors: [] };
      await arrive(id, 'question', { created: 1, text: `Asked ${id}?`, target: there });
    }
    const list = await section(open(), 'Open questions here');
    expect(list.querySelectorAll('.row-first').length).toBe(3);
    await click(button(list, 'Show 2 more'));
    expect(list.querySelectorAll('.row-first').length).toBe(5);
  });

  test('one page under two addresses has what stands under either', async () => {
    const print = `${PAGE}/print`;
    value(
      await keep(
        device.store,
        {
          id: 'q',
          kind: 'lesson',
          body: lessonBody({ note: 'Printed', target: { url: print, href: print, selectors: [] } }),
        },
        device.clock,
      ),
    );
    answers.set('fits', { ok: true, value: { ...noFits, pages: [PAGE, print] } });
    const root = open();
    expect((await section(root, 'On this page')).textContent).toContain('Printed');
  });
});
