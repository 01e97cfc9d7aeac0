// @vitest-environment happy-dom
import '../stage.ts';
import { act } from 'preact/test-utils';
import { beforeEach, describe, expect, onTestFinished, test, vi } from 'vitest';
import { leaveIntent } from '../../../src/browser/session.ts';
import { saveSettings } from '../../../src/browser/settings.ts';
import type { JsonObject } from '../../../src/domain/json.ts';
import { hashBody } from '../../../src/domain/version.ts';
import { StoreContext } from '../../../src/pages/sidebar/desk.ts';
import { Panel } from '../../../src/pages/sidebar/panel.tsx';
import { takeIn } from '../../../src/store/feed.ts';
import { keep } from '../../../src/store/keep.ts';
import { matchPage } from '../../../src/store/match-page.ts';
import { refuse } from '../../../src/store/outbox.ts';
import { notePlaces } from '../../../src/store/place.ts';
import { rowAt } from '../../../src/store/record-at.ts';
import { share } from '../../../src/store/share.ts';
import { addTeam } from '../../../src/store/team.ts';
import { events } from '../../browser/fake-browser.ts';
import { did, world } from '../../browser/fake-world.ts';
import { createDevice, type Device, keepLesson, lessonBody, PAGE, team, value } from '../../store/device.ts';
import { button, click, draw, submit, type } from '../../ui/drawn.ts';
import { answers, noFits, said, says, showPage, until } from '../stage.ts';

beforeEach(() => {
  world.hosts = ['*://*/*'];
  showPage({ url: PAGE, title: 'Guide' });
});

function open(device: Device): HTMLElement {
  return draw(
    <StoreContext.Provider value={device.store}>
      <Panel />
    </StoreContext.Provider>,
  ).root;
}

const cards = (root: Element) => [...root.querySelectorAll('article')];
const card = (root: Element, words: string) => until(() => cards(root).find((one) => one.textContent?.includes(words)));

async function createMember(): Promise<Device> {
  const device = createDevice();
  value(await addTeam(device.store, team({ syncedAt: 1 }), device.clock));
  await arrive(device, 'bo', 'profile', { created: 1, name: 'Bo' }, 'bo');
  return device;
}

/** A record of a colleague comes in from the team. */
async function arrive(device: Device, id: string, kind: string, body: object, author = 'bo'): Promise<void> {
  const version = { n: 1, time: 1, device: 'd', hash: await hashBody(body as JsonObject) };
  value(await takeIn(device.store, 'team-1', [{ id, kind, author, schema: 1, version, body: body as JsonObject }]));
}

const rows = (device: Device, of: string) => device.store.strict.records.where('about').equals(of).toArray();

describe('beside a page', () => {
  test('without a team and with nothing kept it teaches one thing, calmly', async () => {
    const root = open(createDevice());
    await says(root, 'Nothing here yet. Select a sentence');
    expect(root.textContent).toContain('Everything stays on this device.');
    expect(root.querySelectorAll('.empty')).toHaveLength(1);
  });

  test('own, team and questions stand in the order of the page, changed ones apart with the reason', async () => {
    const device = await createMember();
    const selectors = [{ type: 'TextQuoteSelector', exact: 'x' }];
    const target = { ...lessonBody().target, url: PAGE, href: PAGE, selectors };
    const mine = await keepLesson(device, { quote: 'Second', target });
    await arrive(device, 'first', 'lesson', { ...lessonBody(), quote: 'First', target });
    await arrive(device, 'asked', 'question', { created: 1, text: 'Third?', target });
    await arrive(device, 'moved', 'lesson', { ...lessonBody(), quote: 'Fourth', target });
    const place = (id: string, at: number) => ({ id, team: 'team-1', page: PAGE, at, seen: 1 });
    await notePlaces(device.store, [
      { ...place('first', 1), anchoring: { state: 'anchored' } },
      { ...place(mine.id, 2), team: '', anchoring: { state: 'anchored' } },
      { ...place('asked', 3), anchoring: { state: 'anchored' } },
      { ...place('moved', 0), anchoring: { state: 'changed', now: 'It says this.', reason: 'text-edited' } },
    ]);
    const root = open(device);
    await until(() => cards(root).length === 4);
    expect(cards(root).map((one) => /First|Second|Third|Fourth/.exec(one.textContent ?? '')?.[0])).toEqual([
      'First',
      'Second',
      'Third',
      'Fourth',
    ]);
    const headings = [...root.querySelectorAll('h2')].map((heading) => heading.textContent);
    expect(headings).toEqual(['On this page', 'Changed on the page']);
    expect(cards(root)[3]?.textContent).toContain('It says this.');
  });

  test('what colleagues share meanwhile waits behind a button; what is taken back goes at once', async () => {
    const device = await createMember();
    await arrive(device, 'old', 'lesson', { ...lessonBody(), quote: 'Read now' });
    const root = open(device);
    await card(root, 'Read now');
    await arrive(device, 'new', 'lesson', { ...lessonBody(), quote: 'Just in' });
    const news = await until(() => root.querySelector('.news button'));
    expect(news.textContent).toBe('1 new');
    expect(root.textContent).not.toContain('Just in');
    await click(news);
    await card(root, 'Just in');
    const version = { n: 2, time: 2, device: 'd', hash: '' };
    value(
      await takeIn(device.store, 'team-1', [
        { id: 'old', kind: 'lesson', author: 'bo', schema: 1, version, body: null },
      ]),
    );
    await until(() => !root.textContent?.includes('Read now'));
  });

  test.each([
    ['question', { created: 1, text: 'Why?' }, 'Question'],
    ['lesson', lessonBody(), 'Lesson'],
    [null, {}, 'Lesson or question'],
  ] as const)('above what is gone stands what it was: %s', async (kind, body, heading) => {
    const device = createDevice();
    if (kind) value(await keep(device.store, { id: 'one', kind, body } as never, device.clock));
    await leaveIntent(3, { intent: 'record', team: '', id: 'one', note: false });
    const root = open(device);
    if (kind) {
      await until(() => root.querySelector('.sheet article'));
      await click(button(root, 'Delete'));
    }
    await says(root, 'This is no longer here.');
    expect(root.querySelector('.sheet h1')?.textContent).toBe(heading);
  });

  test('one letter that begins nothing leaves the page; what is taken back goes from what was found', async () => {
    const device = await createMember();
    await arrive(device, 'old', 'lesson', { ...lessonBody(), quote: 'Read now' });
    const root = open(device);
    await card(root, 'Read now');
    const field = root.querySelector('[role=combobox]') as HTMLInputElement;
    await type(field, 'x');
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect(root.querySelector('main > div')?.hasAttribute('hidden')).toBe(false);
    await type(field, 'read');
    await until(() => root.querySelector('[role=option]'));
    expect(root.querySelector('main > div[hidden]')).not.toBeNull();
    const version = { n: 2, time: 2, device: 'd', hash: '' };
    const empty = { id: 'old', kind: 'lesson', author: 'bo', schema: 1, version, body: null };
    value(await takeIn(device.store, 'team-1', [empty]));
    await until(() => !root.querySelector('[role=option]'));
  });

  test('what is recent says whether it was answered, as soon as it is', async () => {
    const device = createDevice();
    const body = { created: 1, text: 'Why does it boil over?' };
    value(await keep(device.store, { id: 'q', kind: 'question', body }, device.clock));
    const root = open(device);
    const meta = () => root.querySelector('.recent .row-meta')?.textContent;
    await until(() => meta()?.includes('open'));
    const answer = { created: 2, question: 'q', text: 'It is high up.' };
    value(await keep(device.store, { id: 'a', kind: 'answer', body: answer }, device.clock));
    await until(() => meta()?.includes('answered'));
  });

  test('it follows the tab in view', async () => {
    const device = createDevice();
    await keepLesson(device, { quote: 'Of the guide' });
    const root = open(device);
    await card(root, 'Of the guide');
    await act(() => showPage({ url: 'https://other.example/', title: 'Other' }));
    await says(root, 'Nothing here yet.');
  });

  test('where the browser does not tell the page, it shows what is recent and one offer, asked for in the click', async () => {
    world.hosts = [];
    showPage({});
    const device = createDevice();
    await keepLesson(device, { note: 'Kept before' });
    const root = open(device);
    await says(root, 'Kept before');
    await click(button(root, 'Allow on all sites'));
    expect(did('permissions.request')).toEqual([[{ origins: ['*://*/*'] }]]);
    world.hosts = ['*://*/*'];
    showPage({ url: PAGE, title: 'Guide' });
    await act(() => void events.onAdded.happen({}));
    await card(root, 'Kept before');
  });
});

describe('sharing', () => {
  test('shows exactly what colleagues get before anything goes, and then it can be taken back', async () => {
    const device = await createMember();
    const kept = await keepLesson(device, { note: 'Mail ops.lead@brightwater.io about it' });
    const root = open(device);
    await click(button(await card(root, 'Mail ops'), 'Share…'));
    await says(root, 'Everyone in Kitchen gets exactly this:');
    expect(await rowAt(device.store.strict, ['', kept.id])).toBeDefined();
    expect(root.querySelector('.preview')?.textContent).toContain('Mail ••• about it');
    await submit(root.querySelector('form'));
    const shared = await until(() => root.querySelector('.chip.waiting'));
    expect(shared.textContent).toBe('On its way');
    const row = await rowAt(device.store.strict, ['team-1', kept.id]);
    expect(row?.body).toMatchObject({ note: 'Mail ••• about it' });
    expect(said.map(({ say }) => say)).toContain('sync');
    await click(button(await card(root, 'Mail'), 'Take back'));
    await until(() => root.querySelector('.chip')?.textContent === 'Only you');
    expect((await rowAt(device.store.strict, ['team-1', kept.id]))?.body).toBeNull();
  });

  test('a refused lesson says why, and how to go on', async () => {
    const device = await createMember();
    const kept = await keepLesson(device);
    const row = value(
      await share(device.store, kept.id, 'team-1', lessonBody() as unknown as JsonObject, device.clock),
    );
    await refuse(device.store, 'team-1', { id: kept.id, version: row.version }, 'too-large');
    const root = open(device);
    await says(root, 'Kitchen did not take this.');
    await click(button(root, 'Take back'));
    await until(() => root.querySelector('.chip')?.textContent === 'Only you');
  });

  test('a reader of a team is not offered it', async () => {
    const device = createDevice();
    const member = { id: 'member-1', name: 'Ada', role: 'reader' as const };
    value(await addTeam(device.store, team({ member }), device.clock));
    await keepLesson(device, { note: 'Mine' });
    const mine = await card(open(device), 'Mine');
    expect([...mine.querySelectorAll('button')].map((one) => one.textContent)).not.toContain('Share…');
  });

  test('a change to a shared lesson goes only when the person shares it', async () => {
    const device = await createMember();
    const kept = await keepLesson(device, { note: 'Before' });
    value(await share(device.store, kept.id, 'team-1', lessonBody({ note: 'Before' }) as never, device.clock));
    const root = open(device);
    await click(button(await card(root, 'Before'), 'Edit'));
    await type(await until(() => root.querySelector('textarea')), 'After');
    const stored = async () => (await rowAt(device.store.strict, ['team-1', kept.id]))?.body?.note;
    expect(await stored()).toBe('Before');
    await submit(root.querySelector('form'));
    await until(() => root.querySelector('form') === null);
    expect(await stored()).toBe('After');
  });
});

describe("a colleague's", () => {
  test('lesson can be thanked for, and the thanks taken back', async () => {
    const device = await createMember();
    await arrive(device, 'theirs', 'lesson', { ...lessonBody(), quote: 'Helpful' });
    const root = open(device);
    const thanks = async () => button(await card(root, 'Helpful'), 'Just what I needed');
    await click(await thanks());
    await until(() => root.querySelector('[aria-pressed=true]'));
    expect((await rows(device, 'theirs'))[0]).toMatchObject({ team: 'team-1', body: { sign: 'helped' } });
    await click(await thanks());
    await until(() => root.querySelector('[aria-pressed=false]'));
    expect((await rows(device, 'theirs')).filter((row) => row.body !== null)).toEqual([]);
  });

  test('question can be answered; what the answer should perhaps not carry is hidden', async () => {
    const device = await createMember();
    const target = { url: PAGE, href: PAGE, selectors: [] };
    await arrive(device, 'asked', 'question', { created: 1, text: 'How?', target });
    const root = open(device);
    await click(button(await card(root, 'How?'), 'Answer'));
    await type(await until(() => root.querySelector('textarea')), 'With AKIAQ3EGRJ7ZK4TXWM2P');
    await says(root, 'Look at this before you share');
    await submit(root.querySelector('form'));
    await says(root, 'With •••');
    expect((await rows(device, 'asked'))[0]).toMatchObject({ team: 'team-1', body: { text: 'With •••' } });
  });

  test('an answer that is being typed is still there after another tab was looked at', async () => {
    const device = await createMember();
    const target = { url: PAGE, href: PAGE, selectors: [] };
    await arrive(device, 'asked', 'question', { created: 1, text: 'How long?', target });
    const root = open(device);
    await click(button(await card(root, 'How long?'), 'Answer'));
    await type(await until(() => root.querySelector('textarea')), 'About');
    await act(() => showPage({ url: 'https://other.example/', title: 'Other' }));
    await until(() => root.querySelector('textarea') === null);
    await act(() => showPage({ url: PAGE, title: 'Guide' }));
    expect((await until(() => root.querySelector('textarea'))).value).toBe('About');
    await click(button(root, 'Cancel'));
  });
});

describe("one's own", () => {
  test('who thanked is told to the thanked alone', async () => {
    const device = await createMember();
    const kept = await keepLesson(device, { note: 'Mine' });
    value(await share(device.store, kept.id, 'team-1', lessonBody({ note: 'Mine' }) as never, device.clock));
    await arrive(device, 's', 'signal', { created: 1, about: kept.id, sign: 'helped' });
    await arrive(device, 'theirs', 'lesson', { ...lessonBody(), note: 'Theirs' });
    await arrive(device, 's2', 'signal', { created: 1, about: 'theirs', sign: 'helped' }, 'cy');
    const root = open(device);
    await says(await card(root, 'Mine'), 'Just what they needed: Bo');
    expect((await card(root, 'Theirs')).textContent).not.toContain('they needed');
  });

  test('Add why opens on the note; it is kept as it is typed', async () => {
    const device = createDevice();
    const kept = await keepLesson(device);
    await leaveIntent(3, { intent: 'record', team: '', id: kept.id, note: true });
    const root = open(device);
    const note = await until(() => root.querySelector('textarea'));
    expect(document.activeElement).toBe(note);
    await type(note, 'Less air above');
    await until(() => root.querySelector('.save-line')?.textContent?.trim() === 'Kept');
    expect((await rowAt(device.store.strict, ['', kept.id]))?.body?.note).toBe('Less air above');
  });

  test('what was undone stands in the search again, also beside what stands there', async () => {
    const device = createDevice();
    await keepLesson(device, { note: 'quokka one', created: 1 });
    await keepLesson(device, { note: 'quokka two', created: 2 });
    const root = open(device);
    const found = () => [...root.querySelectorAll('[role=option] .row-first')].map((row) => row.textContent);
    await click(button(await card(root, 'quokka one'), 'Delete'));
    const field = root.querySelector('[role=combobox]') as HTMLInputElement;
    await type(field, 'quokka');
    await until(() => found().length === 1);
    await click(button(root, 'Undo'));
    await until(() => found().length === 2);
    expect(found()).toContain('quokka one');
    expect(root.textContent).not.toContain('1 new');
  });

  test('deleting can be undone', async () => {
    const device = createDevice();
    await keepLesson(device, { note: 'Mine' });
    const root = open(device);
    await click(button(await card(root, 'Mine'), 'Delete'));
    await until(() => cards(root).length === 0);
    expect(document.activeElement?.textContent).toBe('Undo');
    await click(button(root, 'Undo'));
    await card(root, 'Mine');
    expect(document.activeElement).toBe(root.querySelector('main'));
  });
});

test('a question that arose on the page shows its passage, takes the cursor, and is kept before it is offered to the team', async () => {
  const device = await createMember();
  const root = open(device);
  const draft = { id: 'q1', href: PAGE, title: 'Guide', quote: 'at a lower temperature', selectors: [] };
  await act(async () => void (await leaveIntent(3, { intent: 'ask', draft })));
  const field = await until(() => root.querySelector('textarea'));
  expect(root.querySelector('blockquote')?.textContent).toBe('at a lower temperature');
  expect(document.activeElement).toBe(field);
  await type(field, 'How much lower?');
  await submit(field.closest('form'));
  await says(root, 'Everyone in Kitchen gets exactly this:');
  expect((await rowAt(device.store.strict, ['', 'q1']))?.body).toMatchObject({ text: 'How much lower?' });
});

test('lessons from elsewhere that fit the page stand below its own, saying why', async () => {
  const device = createDevice();
  showPage({ url: 'https://shop.example/disputes', title: 'Refund after a chargeback' });
  const href = 'https://shop.example/help';
  const target = { url: href, href, selectors: [] };
  await keepLesson(device, { title: 'No refund after a chargeback', quote: 'The bank decides.', target });
  for (let i = 0; i < 20; i++)
    await keepLesson(device, { title: `Note ${i}`, quote: `number ${i}`, target: undefined });
  answers.set('fits', async ({ href: url }: { href: string }) => {
    const page = { url, title: 'Refund after a chargeback', headings: [], body: '' };
    const matched = await matchPage(device.store.relaxed, page, [url], device.clock());
    return { ok: true, value: { read: 'title', pages: [url], ...matched } };
  });
  const root = open(device);
  const fit = await until(() => root.querySelector('.fit'));
  expect(fit.textContent).toMatch(/^same site · .*chargeback/);
  await click(fit.closest('button'));
  await card(root, 'The bank decides.');
});

test('what stands below waits while a page is known by its title alone, but no longer than a second', async () => {
  const device = createDevice();
  await keepLesson(device, { title: 'Note', quote: 'something else', target: undefined });
  showPage({ url: 'https://shop.example/disputes', title: 'Refund after a chargeback' });
  answers.set('fits', { ok: true, value: { ...noFits, read: 'title' } });
  const from = performance.now();
  const root = open(device);
  await says(root, 'Nothing here yet');
  await says(root, 'something else');
  expect(performance.now() - from).toBeGreaterThan(900);
});

test.each<[string, unknown]>([
  [
    'known by its title alone, since its document was on its way out',
    { ok: true, value: { ...noFits, read: 'title' } },
  ],
  ['not matched, since the background was stopped', { ok: false, failure: { code: 'no-answer' } }],
])('what fits a page is asked again where it was %s', async (_, missed) => {
  showPage({ url: 'https://shop.example/disputes', title: 'Refund after a chargeback' });
  const asked = () => said.filter(({ say }) => say === 'fits').length;
  const later = vi.spyOn(globalThis, 'setTimeout');
  onTestFinished(() => later.mockRestore());
  const pauses = () => later.mock.calls.filter(([tell]) => tell.name === 'again').map(([, waitMs]) => waitMs);
  answers.set('fits', missed);
  open(createDevice());
  await until(() => asked() === 2);
  answers.set('fits', { ok: true, value: noFits });
  await until(() => asked() === 3);
  await act(() => new Promise((resolve) => setTimeout(resolve, 900)));
  expect(asked()).toBe(3);
  // The same document may come again.
  answers.set('fits', missed);
  await act(async () => void (await saveSettings((settings) => ({ ...settings }))));
  await until(() => asked() === 4 && pauses().length > 2);
  expect(pauses()).toEqual([200, 400, 200]);
});

test('while the search index is made anew, what fits is asked again until nothing is missing', async () => {
  showPage({ url: 'https://shop.example/disputes', title: 'Refund after a chargeback' });
  answers.set('fits', { ok: true, value: { ...noFits, isPartial: true } });
  const later = vi.spyOn(globalThis, 'setTimeout');
  onTestFinished(() => later.mockRestore());
  // Dexie forgets what it remembers of a live query after as long.
  const timers = () => later.mock.calls.filter(([tell, waitMs]) => waitMs === 3_000 && tell.name === 'again');
  const asked = () => said.filter(({ say }) => say === 'fits').length;
  const root = open(createDevice());
  await says(root, 'Nothing here yet');
  await until(() => timers().length > 0);
  const [before, waited] = [asked(), timers()];
  answers.set('fits', { ok: true, value: noFits });
  await act(() => waited.at(-1)?.[0]());
  await until(() => asked() > before);
  await says(root, 'Nothing here yet');
  expect(timers().length).toBe(waited.length);
});
