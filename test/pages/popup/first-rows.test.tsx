// @vitest-environment happy-dom
import '../stage.ts';
import { readFileSync } from 'node:fs';
import { render } from 'preact';
import { act } from 'preact/test-utils';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { JsonObject } from '../../../src/domain/json.ts';
import { afterFrame } from '../../../src/pages/popup/after-frame.ts';
import { type Begun, type Desk, DeskContext } from '../../../src/pages/popup/desk.ts';
import { drawFirstRows } from '../../../src/pages/popup/first-rows.tsx';
import * as later from '../../../src/pages/popup/later.ts';
import { begun } from '../../../src/pages/popup/opening.ts';
import { Popup } from '../../../src/pages/popup/popup.tsx';
import { takeIn } from '../../../src/store/feed.ts';
import { find } from '../../../src/store/find.ts';
import { quickPeople } from '../../../src/store/quick-names.ts';
import { addTeam } from '../../../src/store/team.ts';
import { createDevice, type Device, keepLesson, lessonBody, PAGE, team, value } from '../../store/device.ts';
import { says, showPage, until } from '../stage.ts';

const html = readFileSync('src/pages/popup/index.html', 'utf8');
const root = () => document.getElementById('popup') as HTMLElement;
const rows = () => [...root().querySelectorAll('[role=option]')];

/** The page as it stands before any script, with something typed and its answer. */
async function open({ store }: Device, typed: string, more: Partial<Begun['seen']> = {}): Promise<Desk> {
  document.body.innerHTML = /<body>([\s\S]*)<\/body>/.exec(html)?.[1] ?? '';
  (document.querySelector('input') as HTMLInputElement).value = typed;
  const found = await find(store.relaxed, typed, { limit: 10 });
  const seen = { ...found, completions: [], ...more };
  Object.assign(globalThis, { opening: { seen: { people: await quickPeople(store.relaxed) } } });
  return {
    reading: store.relaxed,
    later: async () => ({ ...later, store }),
    begun: { typed, limit: 10, answer: Promise.resolve(seen), seen },
  };
}

const draw = (desk: Desk) =>
  act(() =>
    render(
      <DeskContext.Provider value={desk}>
        <Popup />
      </DeskContext.Provider>,
      root(),
    ),
  );

beforeEach(() => showPage({ url: PAGE, title: 'Guide' }));
afterEach(async () => {
  await act(() => render(null, root()));
  Object.assign(globalThis, { opening: undefined });
});

test('the first rows are those that the popup draws: it takes them over as they stand', async () => {
  const device = createDevice();
  for (const note of ['Roll back a release', 'Release on Monday', 'A release was late', 'Wash the cups']) {
    await keepLesson(device, { note });
  }
  const desk = await open(device, 'relea');
  const field = root().querySelector('input');
  expect(drawFirstRows(desk)).toBe(true);
  const [before, said] = [rows(), rows().map((row) => row.outerHTML)];
  const list = root().querySelector('[role=listbox]')?.cloneNode() as Element;
  expect(before).toHaveLength(3);
  expect(before[0]?.getAttribute('aria-selected')).toBe('true');
  expect(before[0]?.querySelector('mark')?.textContent?.toLowerCase()).toContain('release');
  await draw(desk);
  expect(rows()).toEqual(before);
  expect(rows().map((row) => row.outerHTML)).toEqual(said);
  expect(root().querySelector('[role=listbox]')?.cloneNode()).toEqual(list);
  expect(root().querySelectorAll('.home-rows')).toHaveLength(1);
  expect(root().querySelector('input')).toBe(field);
  expect(field?.getAttribute('aria-activedescendant')).toBe(before[0]?.id);
  expect(field?.getAttribute('aria-controls')).toBe(root().querySelector('[role=listbox]')?.id);
});

test('what is found by who wrote it says so in their name, plainly drawn and after', async () => {
  const device = createDevice();
  value(await addTeam(device.store, team(), device.clock));
  const from = (id: string, kind: string, body: JsonObject) => {
    const version = { n: 1, time: 1, device: 'd', hash: id };
    return { id, kind, author: 'bo', schema: 1, version, body };
  };
  const records = [
    from('bo', 'profile', { created: 1, name: 'Bo Lindqvist' }),
    from('l', 'lesson', lessonBody() as never),
  ];
  value(await takeIn(device.store, 'team-1', records));
  const desk = await open(device, 'lindq');
  const marked = () => root().querySelector('.row-meta mark')?.textContent;
  expect(drawFirstRows(desk)).toBe(true);
  const plain = rows()[0]?.outerHTML;
  expect(marked()).toBe('Lindqvist');
  await draw(desk);
  expect(rows()[0]?.outerHTML).toBe(plain);
});

test('what comes in after the rows and before anything is live is told, and waits', async () => {
  const device = createDevice();
  await keepLesson(device, { note: 'Roll back a release' });
  const desk = await open(device, 'relea');
  Object.assign(begun()?.seen ?? {}, { stamp: 'as it stood then' });
  await keepLesson(device, { note: 'Another release' });
  drawFirstRows(desk);
  await draw(desk);
  await says(root(), '1 new');
  expect(rows()).toHaveLength(1);
});

test('no more of them than can be seen; the others follow', async () => {
  const device = createDevice();
  for (let i = 0; i < 8; i++) await keepLesson(device, { note: `Release ${i}` });
  const desk = await open(device, 'relea');
  drawFirstRows(desk);
  const before = rows();
  expect(before).toHaveLength(5);
  await draw(desk);
  await until(() => rows().length === 8);
  expect(rows().slice(0, 5)).toEqual(before);
});

test('where more is to be said than rows, or something else was typed, all of it waits for the popup', async () => {
  const device = createDevice();
  await keepLesson(device, { note: 'Roll back a release' });
  expect(drawFirstRows(await open(device, 'quokka'))).toBe(false);
  await keepLesson(device, { note: 'A kettle whistles' });
  for (const typed of ['release whistles', 'release quokka'])
    expect(drawFirstRows(await open(device, typed)), typed).toBe(false);
  expect(drawFirstRows(await open(device, 'relea', { isPartial: true }))).toBe(false);
  expect(drawFirstRows(await open(device, 'relea', { completions: ['tag:release'] }))).toBe(false);
  expect(drawFirstRows(await open(device, 'relea', { problem: { code: 'not-searched' } }))).toBe(false);
  const desk = await open(device, 'relea');
  (document.querySelector('input') as HTMLInputElement).value = 'release l';
  expect(drawFirstRows(desk)).toBe(false);
  expect(drawFirstRows(undefined)).toBe(false);
  expect(rows()).toEqual([]);
});

test('a key finds the popup drawn: it need not wait for the frame', () => {
  const did = vi.fn();
  afterFrame(did);
  expect(did).not.toHaveBeenCalled();
  const heard: number[] = [];
  document.body.addEventListener('keydown', () => heard.push(did.mock.calls.length));
  document.body.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', bubbles: true }));
  document.body.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', bubbles: true }));
  expect(heard).toEqual([1, 1]);
});

test('without a key it comes after the frame, once', async () => {
  const did = vi.fn();
  afterFrame(did);
  await until(() => did.mock.calls.length > 0);
  window.dispatchEvent(new Event('pointerdown'));
  expect(did).toHaveBeenCalledTimes(1);
});
