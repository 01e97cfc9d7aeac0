// @vitest-environment happy-dom
import '../stage.ts';
import { afterEach, expect, onTestFinished, test, vi } from 'vitest';
import { rememberIndex } from '../../../src/browser/last-index.ts';
import { DeskContext } from '../../../src/pages/popup/desk.ts';
import * as later from '../../../src/pages/popup/later.ts';
import { begun, type Opening } from '../../../src/pages/popup/opening.ts';
import { Popup } from '../../../src/pages/popup/popup.tsx';
import { openStore } from '../../../src/store/db.ts';
import { readIndexRows } from '../../../src/store/index-rows.ts';
import { indexToText } from '../../../src/store/index-text.ts';
import { remove } from '../../../src/store/remove.ts';
import { soon } from '../../soon.ts';
import { closeStore } from '../../store/close-store.ts';
import { createDevice, type Device, keepLesson, PAGE } from '../../store/device.ts';
import { draw } from '../../ui/drawn.ts';
import { showPage, until } from '../stage.ts';

vi.spyOn(window, 'close').mockImplementation(() => {});

/** Runs the page's first script as the page does, on a device's own database. */
async function runFirst(): Promise<Opening> {
  vi.resetModules();
  await import('../../../src/pages/popup/first.ts');
  const opening = begun();
  if (!opening) throw new Error('Nothing was begun.');
  return opening;
}

const open = ({ store }: Device): HTMLElement =>
  draw(
    <DeskContext.Provider value={{ reading: store.relaxed, later: async () => ({ ...later, store }) }}>
      <Popup />
    </DeskContext.Provider>,
  ).root;

const rows = (root: Element) => [...root.querySelectorAll('.row-first')].map((row) => row.textContent);

afterEach(() => Object.assign(globalThis, { opening: undefined }));

test('what the first script has read stands there with the first drawing, and is not kept once it is live', async () => {
  const device: Device = { ...createDevice(), store: openStore() };
  onTestFinished(() => closeStore(device.store));
  showPage({ url: PAGE, title: 'Guide' });
  const { team, id } = await keepLesson(device, { note: 'Here' });
  const opening = await runFirst();
  await opening.home;
  const root = open(device);
  expect(rows(root)).toEqual(['Here']);
  await until(() => opening.home === undefined);
  await remove(device.store, [[team, id]], 60_000, device.clock);
  await until(() => rows(root).length === 0);
});

test('where there was no database yet the page makes it and reads for itself', async () => {
  showPage({ url: PAGE, title: 'Guide' });
  const never = Promise.reject(new Error('There is no database yet.'));
  never.catch(() => {});
  const page = new Promise<never>(() => {});
  Object.assign(globalThis, { opening: { database: never, page, home: never, index: never, seen: {} } });
  const device = createDevice();
  await keepLesson(device, { note: 'Elsewhere', target: undefined });
  Object.assign(begun() ?? {}, {
    seen: { page: { tabId: 1, windowId: 1, url: PAGE, title: '', page: PAGE, site: 'a', isClosed: false } },
  });
  const root = open(device);
  await until(() => rows(root).includes('Elsewhere'));
});

test('how the index stands is known before the database is open, where it was remembered', async () => {
  const device = createDevice();
  await keepLesson(device, { note: 'Here' });
  const rows = await readIndexRows(device.store.relaxed);
  await rememberIndex(indexToText(rows));
  onTestFinished(() => rememberIndex(null));
  // One that never opens.
  const opened = vi.spyOn(indexedDB, 'open').mockReturnValue({} as IDBOpenDBRequest);
  onTestFinished(() => opened.mockRestore());
  const opening = await runFirst();
  expect(await opening.index).toEqual(rows);
});

test('who has typed gets names after what finds the rows, when they are asked for', async () => {
  const device: Device = { ...createDevice(), store: openStore() };
  onTestFinished(() => closeStore(device.store));
  await keepLesson(device, { note: 'Here' });
  document.body.innerHTML = '<div class="finder-field"><input value="her" /></div>';
  onTestFinished(() => document.body.replaceChildren());
  const opening = await runFirst();
  const known = vi.fn();
  void opening.people.then(known);
  await opening.index;
  expect(known).not.toHaveBeenCalled();
  opening.askPeople?.();
  await soon(() => expect(known).toHaveBeenCalled());
});
