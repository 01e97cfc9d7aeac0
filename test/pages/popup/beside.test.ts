// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, onTestFinished, test, vi } from 'vitest';
import { searchBeside as answerBeside } from '../../../src/background/search-beside.ts';
import { type SearchingBeside, searchBeside } from '../../../src/pages/popup/beside.ts';
import { findFirst } from '../../../src/pages/popup/find-first.ts';
import type { Db } from '../../../src/store/db.ts';
import type { Found } from '../../../src/store/find.ts';
import { knownIndex } from '../../../src/store/index-parts.ts';
import type { Reading } from '../../../src/store/reading.ts';
import { FIRST } from '../../../src/ui/use-searching.ts';
import { BESIDE, BESIDE_LIMIT, type Beside } from '../../../src/wire/beside.ts';
import { soon } from '../../soon.ts';
import { createDevice, type Device, keepLesson } from '../../store/device.ts';

const getOne = IDBObjectStore.prototype.get;
let device: Device;
let beside: SearchingBeside;
const field = () => document.querySelector('input') as HTMLInputElement;
const notes = ({ hits }: Found) => hits.map(({ record }) => (record.body as { note: string }).note);

/** As somebody types into the field that stands there before the page's own script. */
function type(typed: string): void {
  field().value = typed;
  field().dispatchEvent(new InputEvent('input', { bubbles: true }));
}

/** Whoever stands on the channel beside the popup; gives what was said there. */
function listen(hear: (word: Beside<Found>, say: (word: Beside<Found>) => void) => void = () => {}): Beside<Found>[] {
  const channel = new BroadcastChannel(BESIDE);
  const said: Beside<Found>[] = [];
  channel.onmessage = ({ data }) => {
    said.push(data);
    hear(data, (word) => channel.postMessage(word));
  };
  onTestFinished(() => channel.close());
  return said;
}

/** A store that must not be read. */
const unread = { open: () => Promise.reject(new Error('It is read here.')), isOpen: () => false } as unknown as Reading;

beforeEach(async () => {
  document.body.innerHTML = '<div class="finder-field"><input /></div>';
  device = createDevice();
  await keepLesson(device, { note: 'Roll back a release' });
  beside = searchBeside();
  Object.assign(globalThis, { opening: { beside, index: new Promise(() => {}) } });
});
afterEach(() => {
  beside.end();
  Object.assign(globalThis, { opening: undefined });
});

test('a worker that lives searches for what is typed while the popup opens', async () => {
  const stop = answerBeside({ store: device.store });
  onTestFinished(stop);
  type('relea');
  expect(notes(await findFirst(unread, 'relea'))).toEqual(['Roll back a release']);
  expect(beside.last()?.isHeard).toBe(true);
});

test('where none lives it is searched for here, as soon as the index is known', async () => {
  Object.assign(globalThis, { opening: { beside, index: Promise.resolve() } });
  type('relea');
  expect(notes(await findFirst(device.store.relaxed, 'relea'))).toEqual(['Roll back a release']);
  expect(beside.last()?.isHeard).toBe(false);
});

test('names are asked for behind the records that are searched for here, and at once where a worker searches', async () => {
  const order: string[] = [];
  const askPeople = () => order.push('names');
  Object.assign(globalThis, { opening: { beside, index: Promise.resolve(), askPeople } });
  const get = vi.spyOn(IDBObjectStore.prototype, 'get').mockImplementation(function (this: IDBObjectStore, ...key) {
    if (this.name === 'records') order.push(this.name);
    return getOne.apply(this, key);
  });
  onTestFinished(() => get.mockRestore());
  type('relea');
  await findFirst(device.store.relaxed, 'relea');
  expect(order).toEqual(['records', 'names']);
  listen(({ asks }, say) => asks && say({ hears: asks }));
  type('release');
  await soon(() => expect(beside.last()?.isHeard).toBe(true));
  order.length = 0;
  await findFirst(device.store.relaxed, 'release');
  expect(order[0]).toBe('names');
});

test('one that has heard and does not answer is not waited for long', async () => {
  Object.assign(globalThis, { opening: { beside, index: Promise.resolve() } });
  listen(({ asks }, say) => asks && say({ hears: asks }));
  type('relea');
  await soon(() => expect(beside.last()?.isHeard).toBe(true));
  expect(notes(await findFirst(device.store.relaxed, 'relea'))).toEqual(['Roll back a release']);
});

test('an answer that takes longer than the popup waits with drawing is taken all the same', async () => {
  const said = listen(({ asks }, say) => {
    if (!asks) return;
    say({ hears: asks });
    setTimeout(() => say({ answers: asks, found: { hits: [], total: 7, whole: 7 } }), 50);
  });
  type('relea');
  const found = findFirst(unread, 'relea');
  await soon(() => expect(said).not.toEqual([]));
  beside.end();
  expect((await found).total).toBe(7);
});

test('an answer to what was typed before is not taken for this one', async () => {
  const old: Found = { hits: [], total: 7, whole: 7 };
  listen(({ asks }, say) => {
    if (asks === 'release') say({ answers: 'relea', found: old });
    if (asks === 'release') say({ answers: 'release', found: { ...old, total: 1 } });
  });
  type('relea');
  type('release');
  expect((await findFirst(unread, 'release')).total).toBe(1);
});

test('nobody is asked for nothing, for the same twice, or once the popup searches itself', async () => {
  const said = listen();
  type('  ');
  type('relea');
  type(' relea');
  beside.end();
  type('release');
  type('');
  // The channel keeps its order: what was said before this would be there.
  const last = new BroadcastChannel(BESIDE);
  onTestFinished(() => last.close());
  last.postMessage({ hears: 'the end' });
  await soon(() => expect(said.at(-1)).toEqual({ hears: 'the end' }));
  expect(said.map(({ asks }) => asks)).toEqual(['relea', undefined]);
});

test('a worker that was just woken searches once for itself, so that what it is asked is not its first', async () => {
  expect(knownIndex(device.store.relaxed, () => {})).toBeNull();
  onTestFinished(answerBeside({ store: device.store }));
  await soon(() => expect(knownIndex(device.store.relaxed, () => {})).not.toBeNull());
});

test('a worker whose search fails says nothing, and the popup searches itself', async () => {
  Object.assign(globalThis, { opening: { beside, index: Promise.resolve() } });
  onTestFinished(answerBeside({ store: { ...device.store, relaxed: unread as Db } }));
  type('relea');
  await soon(() => expect(beside.last()?.isHeard).toBe(true));
  expect(notes(await findFirst(device.store.relaxed, 'relea'))).toEqual(['Roll back a release']);
});

test('a worker answers what is a text and nothing else, with as many rows as the popup shows', async () => {
  expect(BESIDE_LIMIT).toBe(FIRST);
  const said = listen();
  onTestFinished(answerBeside({ store: device.store }));
  const channel = new BroadcastChannel(BESIDE);
  onTestFinished(() => channel.close());
  for (const word of [null, 7, 'relea', {}, { asks: 7 }, { asks: null }, { asks: 'release' }])
    channel.postMessage(word);
  await soon(() => expect(said.filter((word) => word?.answers !== undefined)).toHaveLength(1));
  expect(said.flatMap((word) => word?.hears ?? [])).toEqual(['release']);
});
