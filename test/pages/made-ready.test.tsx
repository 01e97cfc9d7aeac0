// @vitest-environment happy-dom
import './stage.ts';
import Dexie from 'dexie';
import type { ComponentChild } from 'preact';
import { act } from 'preact/test-utils';
import { expect, onTestFinished, test } from 'vitest';
import { createId } from '../../src/kit/id.ts';
import { DeskContext } from '../../src/pages/popup/desk.ts';
import * as later from '../../src/pages/popup/later.ts';
import { Popup } from '../../src/pages/popup/popup.tsx';
import { StoreContext } from '../../src/pages/sidebar/desk.ts';
import { Panel } from '../../src/pages/sidebar/panel.tsx';
import { openStore, type Store } from '../../src/store/db.ts';
import { openReading } from '../../src/store/reading.ts';
import { Announcer } from '../../src/ui/announcer.tsx';
import { MadeReady } from '../../src/ui/made-ready.tsx';
import { closeStore } from '../store/close-store.ts';
import { draw } from '../ui/drawn.ts';
import { until } from './stage.ts';

const SENTENCE = 'Your lessons are being made ready. This takes a moment.';

/** An older database that its owner does not let go yet. */
async function openOlder(): Promise<{ store: Store; older: Dexie }> {
  const older = new Dexie(`older-${createId()}`);
  older.version(1).stores({ records: '[team+id]', meta: 'key' });
  older.on('versionchange', () => false);
  await older.open();
  const store = openStore(older.name);
  onTestFinished(() => closeStore(store));
  return { store, older };
}

const drawWhile = (open: () => PromiseLike<unknown>) =>
  draw(
    <>
      <Announcer />
      <MadeReady open={open} />
    </>,
  ).root;

const empty = (root: Element) => root.querySelector('.empty')?.textContent;
const said = (root: Element) => root.querySelector('[aria-live]')?.textContent;
const wait = (ms: number) => act(() => new Promise((resolve) => setTimeout(resolve, ms)));

test('while older tables are moved that is said, and not any more once they are', async () => {
  const { store, older } = await openOlder();
  const reading = openReading(async () => store.relaxed.open(), older.name);
  const root = drawWhile(() => reading.open());
  await wait(100);
  expect(root.textContent).toBe('');
  await until(() => empty(root) === SENTENCE);
  expect(said(root)).toBe(SENTENCE);
  older.close();
  await until(() => empty(root) === undefined);
  expect(reading.isOpen()).toBe(true);
});

/** The same for a page of ours, beside whatever else it shows. */
async function saysSoBefore(page: ComponentChild, scrolled: string, older: Dexie): Promise<void> {
  const { root } = draw(page);
  await until(() => empty(root) === SENTENCE);
  // Behind all that stands or comes meanwhile: it moves nothing as it comes, nor as it goes.
  expect(root.querySelector(scrolled)?.lastElementChild?.textContent).toBe(SENTENCE);
  older.close();
  await until(() => empty(root) !== SENTENCE);
}

test('the popup says so, and then what there is to know', async () => {
  const { store, older } = await openOlder();
  const reading = openReading(async () => store.relaxed.open(), older.name);
  const desk = { reading, later: async () => ({ ...later, store }) };
  await saysSoBefore(
    <DeskContext.Provider value={desk}>
      <Popup />
    </DeskContext.Provider>,
    '.home-rows',
    older,
  );
});

test('and so does the panel', async () => {
  const { store, older } = await openOlder();
  await saysSoBefore(
    <StoreContext.Provider value={store}>
      <Panel />
    </StoreContext.Provider>,
    'main',
    older,
  );
});

test('nothing is said of a database that opens as it mostly does', async () => {
  const store = openStore(`new-${createId()}`);
  onTestFinished(() => closeStore(store));
  const root = drawWhile(() => store.relaxed.open());
  await wait(700);
  expect(root.textContent).toBe('');
});
