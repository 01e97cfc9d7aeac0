import '../browser/fake-browser.ts';
import { describe, expect, onTestFinished, test, vi } from 'vitest';
import type { Sender } from '../../src/browser/answer.ts';
import { takeIntent } from '../../src/browser/session.ts';
import { fakeBrowser } from '../browser/fake-browser.ts';
import { did, world } from '../browser/fake-world.ts';
import { codeOf, keepLesson, value } from '../store/device.ts';
import { createStage, draft, PAGE, TAB } from './stage.ts';

test('what this tab kept opens on its note', async () => {
  const stage = createStage();
  await stage.fromPage('keep', draft());
  value(await stage.fromPage('open', { team: '', id: 'draft-1', note: true }));
  expect(await takeIntent()).toEqual({ intent: 'record', team: '', id: 'draft-1', note: true });
  expect(did('popup')).toHaveLength(1);
});

test('where the panel is open already, nothing else opens over it', async () => {
  const stage = createStage();
  await stage.fromPage('keep', draft());
  world.panelIsOpen = true;
  value(await stage.fromPage('open', { team: '', id: 'draft-1', note: true }));
  expect(await takeIntent()).toMatchObject({ id: 'draft-1' });
  expect(did('popup')).toEqual([]);
});

test('what this tab has painted opens', async () => {
  const stage = createStage();
  const { id } = await keepLesson(stage.device, {
    target: { url: 'https://docs.example/guide', href: PAGE, selectors: [{ type: 'TextQuoteSelector', exact: 'x' }] },
  });
  await stage.fromPage('marks', { href: PAGE });
  value(await stage.fromPage('open', { team: '', id, note: false }));
  expect(await takeIntent()).toMatchObject({ id });
});

test('what opens is for the window of the click', async () => {
  const stage = createStage();
  await stage.fromPage('keep', draft());
  const there = { tab: { id: TAB, windowId: 9 } };
  value(await stage.fromPage('open', { team: '', id: 'draft-1', note: true }, there));
  expect(await takeIntent()).toBeNull();
  stage.tab.windowId = 9;
  expect(await takeIntent()).toMatchObject({ intent: 'record' });
  value(await stage.fromPage('ask', draft(), there));
  stage.tab.windowId = 1;
  world.tabs.push({ id: 8, windowId: 9 });
  expect(await takeIntent()).toBeNull();
});

test('nothing else does', async () => {
  const stage = createStage();
  const { id } = await keepLesson(stage.device);
  expect(codeOf(await stage.fromPage('open', { team: '', id, note: false }))).toBe('not-allowed');
  expect(await takeIntent()).toBeNull();
});

test('where the browser opens nothing, a sentence says what to press', async () => {
  const stage = createStage();
  await stage.fromPage('keep', draft());
  world.popupOpens = false;
  expect(codeOf(await stage.fromPage('open', { team: '', id: 'draft-1', note: true }))).toBe('panel-closed');
});

describe('a question that the browser opens nothing for', () => {
  test('says what to do, and stands in nothing that is opened later', async () => {
    const stage = createStage();
    world.popupOpens = false;
    for (const id of ['1', '2', '3']) {
      expect(codeOf(await stage.fromPage('ask', { ...draft({ id }), opens: true }))).toBe('ask-closed');
    }
    expect(await takeIntent()).toBeNull();
  });

  test('is begun all the same in a panel that stood open and took it', async () => {
    const stage = createStage();
    const opening = vi.spyOn(fakeBrowser.action, 'openPopup').mockImplementation(async () => {
      expect(await takeIntent()).toMatchObject({ intent: 'ask' });
      throw new Error('No window in front');
    });
    onTestFinished(() => opening.mockRestore());
    value(await stage.fromPage('ask', { ...draft(), opens: true }));
  });
});

test('a frame, or a page without an address, has not even the panel opened, which comes before anything is looked up', async () => {
  const opened = vi.fn(async () => {});
  vi.stubGlobal('chrome', { sidePanel: { open: opened } });
  try {
    const stage = createStage();
    await stage.fromPage('keep', draft());
    const open = (sender: Sender) => stage.fromPage('open', { team: '', id: 'draft-1', note: true }, sender);
    for (const sender of [{ frameId: 3 }, { url: 'about:blank', origin: 'https://docs.example' }]) {
      expect(codeOf(await open(sender))).toBe('not-allowed');
    }
    expect(opened).not.toHaveBeenCalled();
    value(await open({}));
    expect(opened).toHaveBeenCalledTimes(1);
  } finally {
    vi.unstubAllGlobals();
  }
});
