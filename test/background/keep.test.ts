import '../browser/fake-browser.ts';
import { describe, expect, onTestFinished, test, vi } from 'vitest';
import { takeIntent } from '../../src/browser/session.ts';
import { fakeBrowser } from '../browser/fake-browser.ts';
import { did } from '../browser/fake-world.ts';
import { soon } from '../soon.ts';
import { allRows, codeOf } from '../store/device.ts';
import { createStage, draft, PAGE, TAB } from './stage.ts';

test('a tab that moved on to a site that looks private meanwhile gets nothing of ours', async () => {
  const stage = createStage();
  await stage.fromPage('keep', draft());
  stage.tab.url = 'https://mail.company.example/inbox';
  await new Promise((resolve) => setTimeout(resolve, 300));
  expect(did('scripting.file')).toEqual([]);
});

describe('keeping from a page', () => {
  test('the lesson has the passage, where it stands, and the page by its identity', async () => {
    const stage = createStage();
    expect(await stage.fromPage('keep', draft({ lang: 'en' }))).toEqual({ ok: true, value: { id: 'draft-1' } });
    const [row] = await allRows(stage.device);
    expect(row).toMatchObject({
      team: '',
      kind: 'lesson',
      page: 'https://docs.example/guide',
      body: { quote: 'Water boils lower up there', title: 'Guide', lang: 'en', target: { href: PAGE } },
    });
  });

  test('said again after a lost answer, it is one lesson', async () => {
    const stage = createStage();
    await Promise.all([
      stage.fromPage('keep', draft()),
      stage.fromPage('keep', draft()),
      stage.fromPage('keep', draft()),
    ]);
    expect(await allRows(stage.device)).toHaveLength(1);
  });

  test('nothing selected keeps the page itself', async () => {
    const stage = createStage();
    await stage.fromPage('keep', draft({ quote: undefined, selectors: [] }));
    const [row] = await allRows(stage.device);
    expect(row?.body).not.toHaveProperty('quote');
    expect(row?.page).toBe('https://docs.example/guide');
  });

  test.each([
    ['another site', { url: 'https://evil.example/' }],
    ['a frame', { frameId: 4 }],
    ['a sandboxed frame', { url: 'about:srcdoc', frameId: 4 }],
    ['another port', { url: 'https://docs.example:8443/guide' }],
    ['another scheme', { url: 'http://docs.example/guide' }],
  ])('%s cannot keep in the name of this page', async (_who, sender) => {
    const stage = createStage();
    expect(codeOf(await stage.fromPage('keep', draft(), sender))).toBe('not-allowed');
    expect(await allRows(stage.device)).toEqual([]);
  });

  test('the id of an older record is not a way to it', async () => {
    const stage = createStage();
    await stage.fromPage('keep', draft());
    stage.device.turn(10 * 60_000);
    expect(codeOf(await stage.fromPage('keep', draft()))).toBe('not-allowed');
  });

  test('then the page paints it', async () => {
    const stage = createStage();
    await stage.fromPage('keep', draft());
    const layer = [
      [TAB, 'capture/gate.js'],
      [TAB, 'capture/main.js'],
    ];
    await soon(() => expect(did('scripting.file')).toEqual(layer));
  });
});

describe('a full disk', () => {
  test('says so, and the text stays in front of the person', async () => {
    const stage = createStage();
    stage.device.store.strict.records.hook('creating', () => {
      throw new DOMException('full', 'QuotaExceededError');
    });
    expect(codeOf(await stage.fromPage('keep', draft()))).toBe('disk-full');
    const intent = await takeIntent();
    expect(intent).toMatchObject({ intent: 'not-kept', code: 'disk-full' });
    expect(JSON.stringify(intent)).toContain('Water boils lower up there');
    expect(did('popup')).toHaveLength(1);
    expect(await allRows(stage.device)).toEqual([]);
  });

  test('says so, and opens on what waits, also where there is no room left for the text', async () => {
    const stage = createStage();
    stage.device.store.strict.records.hook('creating', () => {
      throw new DOMException('full', 'QuotaExceededError');
    });
    await stage.fromPage('keep', draft());
    const set = vi.spyOn(fakeBrowser.storage.session, 'set');
    set.mockRejectedValueOnce(new Error('Session storage quota bytes exceeded. Values were not stored.'));
    onTestFinished(() => set.mockRestore());
    expect(codeOf(await stage.fromPage('keep', draft({ id: 'draft-2', quote: 'Another' })))).toBe('disk-full');
    expect(did('popup')).toHaveLength(2);
    expect(JSON.stringify(await takeIntent())).toContain('Water boils lower up there');
  });
});

test('a whole book is too much, and a sentence says so', async () => {
  const stage = createStage();
  expect(codeOf(await stage.fromPage('keep', draft({ quote: 'x'.repeat(1_100_000) })))).toBe('too-large');
});
