import '../browser/fake-browser.ts';
import { describe, expect, test } from 'vitest';
import { captureIn } from '../../src/background/capture-in.ts';
import { takeIntent } from '../../src/browser/session.ts';
import { loadSettings, saveSettings } from '../../src/browser/settings.ts';
import { world as browserWorld, did } from '../browser/fake-world.ts';
import { soon } from '../soon.ts';
import { allRows, codeOf, keepLesson, value } from '../store/device.ts';
import { createStage, PAGE, type Stage, TAB } from './stage.ts';

const here = { tabId: TAB, windowId: 1, url: PAGE, title: 'Guide' };

/** The page layer as the background meets it: there after its file was injected, giving this outcome. */
function pageGives(stage: Stage, outcome: string): void {
  stage.tab.answers = () => (did('scripting.file').length > 0 ? outcome : null);
}

describe('a gesture', () => {
  test('brings the capturing part into the page, once', async () => {
    const stage = createStage();
    pageGives(stage, 'kept');
    value(await captureIn(stage.world, here, 'lesson', 'key'));
    value(await captureIn(stage.world, here, 'lesson', 'key'));
    expect(did('scripting.file')).toEqual([[TAB, 'capture/keep.js']]);
  });

  test('in a field is left alone: nothing is kept and nothing is said', async () => {
    const stage = createStage();
    pageGives(stage, 'left-alone');
    value(await captureIn(stage.world, here, 'lesson', 'key'));
    expect(await allRows(stage.device)).toEqual([]);
    expect(await takeIntent()).toBeNull();
  });
});

describe('where scripts may not run', () => {
  const browserPage = { tabId: TAB, windowId: 1, url: 'chrome://settings/', title: 'Settings' };

  test('our popup says so', async () => {
    const stage = createStage();
    stage.tab.isClosed = true;
    expect(codeOf(await captureIn(stage.world, browserPage, 'lesson', 'key'))).toBe('page-closed');
    expect(await takeIntent()).toEqual({ intent: 'notice', code: 'page-closed' });
    expect(did('popup')).toHaveLength(1);
  });

  test('a page with an address of its own can still be kept from there', async () => {
    const stage = createStage();
    stage.tab.isClosed = true;
    await captureIn(stage.world, here, 'lesson', 'key');
    expect(await takeIntent()).toEqual({ intent: 'notice', code: 'page-closed', detail: PAGE });
  });

  const file = { tabId: TAB, windowId: 1, url: 'file:///home/me/notes.html', title: 'Notes' };

  test.each([
    [false, 'file-closed'],
    [true, 'page-closed'],
  ])('a file that scripts cannot enter, with files open to us: %s', async (may, code) => {
    const stage = createStage();
    stage.tab.isClosed = true;
    browserWorld.mayEnterFiles = may;
    expect(codeOf(await captureIn(stage.world, file, 'lesson', 'key'))).toBe(code);
    expect(await takeIntent()).toEqual({ intent: 'notice', code, detail: file.url });
  });

  test('a button of ours says it itself', async () => {
    const stage = createStage();
    stage.tab.isClosed = true;
    expect(codeOf(await stage.fromUs('keepHere', { tabId: TAB, what: 'lesson' }))).toBe('page-closed');
    expect(await takeIntent()).toBeNull();
    expect(did('popup')).toEqual([]);
  });

  test('text from the context menu is kept without its place, and opens to say so', async () => {
    const stage = createStage();
    stage.tab.isClosed = true;
    value(await captureIn(stage.world, here, 'lesson', 'selection', { text: 'words of a PDF' }));
    const [row] = await allRows(stage.device);
    expect(row?.body).toMatchObject({ quote: 'words of a PDF', target: { href: PAGE, selectors: [] } });
    expect(await takeIntent()).toMatchObject({ intent: 'record', id: row?.id });
  });

  test('a question is begun about the page', async () => {
    const stage = createStage();
    stage.tab.isClosed = true;
    value(await captureIn(stage.world, here, 'question', 'selection', { text: 'words of a PDF' }));
    expect(await takeIntent()).toMatchObject({ intent: 'ask', draft: { href: PAGE, quote: 'words of a PDF' } });
  });
});

test('a page that cannot read its own selection (PDF) says that the words were kept without their place', async () => {
  const stage = createStage();
  const said: unknown[][] = [];
  stage.tab.answers = (source, args) => {
    if (!source.includes('say')) return 'no-selection';
    said.push(args);
    return true;
  };
  value(await captureIn(stage.world, here, 'lesson', 'selection', { text: 'words of a PDF' }));
  const [row] = await allRows(stage.device);
  expect(said).toEqual([['toastKeptWithoutPlace', row?.id]]);
});

test('a site that was switched off obeys for key and menu too, with a sentence', async () => {
  const stage = createStage();
  await saveSettings((settings) => ({ ...settings, sitesOff: ['docs.example'] }));
  expect(codeOf(await captureIn(stage.world, here, 'lesson', 'key'))).toBe('site-off');
  expect(await takeIntent()).toEqual({ intent: 'notice', code: 'site-off', detail: 'docs.example' });
  expect(did('scripting.file')).toEqual([]);
});

describe('a site that looks private', () => {
  const mail = { tabId: TAB, windowId: 1, url: 'https://mail.google.com/inbox', title: 'Inbox' };
  const draft = { id: 'd', href: mail.url, title: 'Inbox', selectors: [] };
  const sender = { url: mail.url, origin: 'https://mail.google.com' };

  test('is asked about in the page, until the person went on there', async () => {
    const stage = createStage();
    const asked: unknown[] = [];
    stage.tab.answers = (_source, args) => {
      asked.push(args[3]);
      return 'asked-first';
    };
    value(await captureIn(stage.world, mail, 'lesson', 'key'));
    value(await stage.fromPage('keep', draft, sender));
    await soon(async () => expect((await loadSettings()).sitesOn).toEqual(['mail.google.com']));
    value(await captureIn(stage.world, mail, 'lesson', 'key'));
    expect(asked).toEqual([true, false]);
  });

  test('is not kept from where it cannot be asked about in the page (a PDF)', async () => {
    const stage = createStage();
    stage.tab.isClosed = true;
    const code = codeOf(await captureIn(stage.world, mail, 'lesson', 'selection', { text: 'words of a statement' }));
    expect(code).toBe('site-private');
    expect(await takeIntent()).toEqual({ intent: 'notice', code, detail: 'mail.google.com' });
    expect(await allRows(stage.device)).toEqual([]);
  });

  test('shows nothing by itself', async () => {
    const stage = createStage();
    await keepLesson(stage.device, {
      target: { ...draft, url: mail.url, selectors: [{ type: 'TextQuoteSelector', exact: 'x' }] },
    });
    expect(value(await stage.fromPage('marks', { href: mail.url }, sender))).toEqual({
      marks: [],
      count: 0,
      bar: false,
    });
  });

  test('a question begun there opens in the turn of the click', async () => {
    const stage = createStage();
    value(await stage.fromPage('ask', { ...draft, opens: true }, sender));
    expect(await takeIntent()).toEqual({ intent: 'ask', draft });
    expect(did('popup')).toHaveLength(1);
  });
});
