// @vitest-environment happy-dom
import '../stage.ts';
import { readFileSync } from 'node:fs';
import { render } from 'preact';
import { act } from 'preact/test-utils';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { DeskContext } from '../../../src/pages/popup/desk.ts';
import * as later from '../../../src/pages/popup/later.ts';
import { Popup } from '../../../src/pages/popup/popup.tsx';
import { typedSoFar } from '../../../src/pages/popup/typed-so-far.ts';
import { find } from '../../../src/store/find.ts';
import { createDevice, type Device, keepLesson, PAGE } from '../../store/device.ts';
import { type } from '../../ui/drawn.ts';
import { says, showPage, until } from '../stage.ts';

vi.spyOn(window, 'close').mockImplementation(() => {});

const html = readFileSync('src/pages/popup/index.html', 'utf8');

/** The page as the browser has it before any script of it has run. */
function loadShell(): HTMLInputElement {
  document.body.innerHTML = /<body>([\s\S]*)<\/body>/.exec(html)?.[1] ?? '';
  return document.querySelector('input') as HTMLInputElement;
}

const root = () => document.getElementById('popup') as HTMLElement;

function draw({ store }: Device, begun = {}): Promise<void> {
  const desk = { reading: store.relaxed, later: async () => ({ ...later, store }), ...begun };
  return act(() =>
    render(
      <DeskContext.Provider value={desk}>
        <Popup />
      </DeskContext.Provider>,
      root(),
    ),
  );
}

const rows = () => [...root().querySelectorAll('.row-first')].map((row) => row.textContent);

beforeEach(() => showPage({ url: PAGE, title: 'Guide' }));
afterEach(() => act(() => render(null, root())));

test('what was typed before the script came is searched for, in the field that it was typed into', async () => {
  const device = createDevice();
  await keepLesson(device, { note: 'Roll back a release' });
  await keepLesson(device, { note: 'Wash the cups' });
  const field = loadShell();
  field.focus();
  field.value = 'relea';
  expect(typedSoFar()).toBe('relea');
  await draw(device);
  await until(() => rows().length === 1);
  expect(rows()).toEqual(['Roll back a release']);
  expect(root().querySelector('input')).toBe(field);
  expect(document.activeElement).toBe(field);
  expect(field.value).toBe('relea');
});

test('what was begun for it is not asked for again, and emptying the field shows the home', async () => {
  const device = createDevice();
  await keepLesson(device, { note: 'Roll back a release' });
  loadShell().value = 'relea';
  const { hits } = await find(device.store.relaxed, 'relea', { limit: 10 });
  const marked = hits.map((hit) => ({ ...hit, record: { ...hit.record, body: { created: 1, note: 'Begun' } } }));
  await draw(device, {
    begun: {
      typed: 'relea',
      limit: 10,
      answer: Promise.resolve({ hits: marked, total: 1, whole: 1, completions: [] }),
    },
  });
  await until(() => rows().includes('Begun'));
  await type(root().querySelector('input') as HTMLInputElement, '');
  await until(() => rows().includes('Roll back a release'));
});

test('what was found before anything was drawn stands there with the first drawing, and is not searched for again', async () => {
  const device = createDevice();
  await keepLesson(device, { note: 'Roll back a release' });
  loadShell().value = 'relea';
  const found = await find(device.store.relaxed, 'relea', { limit: 10 });
  const seen = { ...found, completions: [] };
  const drawn: string[][] = [];
  const watch = new MutationObserver(() => drawn.push(rows() as string[]));
  watch.observe(root(), { childList: true, subtree: true });
  await draw(device, { begun: { typed: 'relea', limit: 10, answer: new Promise(() => {}), seen } });
  await until(() => rows().length === 1);
  watch.disconnect();
  expect(drawn[0]).toEqual(['Roll back a release']);
  await type(root().querySelector('input') as HTMLInputElement, 'roll');
  await until(() => root().querySelector('mark')?.textContent === 'Roll');
});

test('while older lessons cannot be found yet it is said, also where nothing was found', async () => {
  loadShell().value = 'quokka';
  const answer = Promise.resolve({ hits: [], total: 0, whole: 0, isPartial: true, completions: [] });
  await draw(createDevice(), { begun: { typed: 'quokka', limit: 10, answer } });
  await says(root(), 'Older lessons are still being made findable');
  await until(() =>
    [...root().querySelectorAll('[aria-live]')].some((one) => one.textContent?.includes('Older lessons')),
  );
  await type(root().querySelector('input') as HTMLInputElement, 'quokkas');
  await until(() => !root().textContent?.includes('Older lessons'));
});

test('the elements of the page without its script are those that the script draws', async () => {
  const before = loadShell();
  // Preact sets `spellcheck` as a property, which happy-dom does not write into the attribute.
  const names = [...before.attributes].map(({ name }) => name).filter((name) => name !== 'spellcheck');
  const path = document.querySelector('path')?.getAttribute('d');
  const shell = [...root().querySelectorAll('*')];
  await draw(createDevice());
  for (const element of shell) expect(root().contains(element), element.outerHTML).toBe(true);
  expect(root().querySelector('path')?.getAttribute('d')).toBe(path);
  for (const name of names) expect(root().querySelector('input')?.hasAttribute(name), name).toBe(true);
});

test('nothing of it is laid anew: what is taken out loses the cursor, and what an input method is composing', async () => {
  loadShell();
  const shell = [...root().querySelectorAll('*')];
  const taken: Node[] = [];
  const watch = new MutationObserver((changes) => {
    for (const { removedNodes } of changes) taken.push(...removedNodes);
  });
  watch.observe(root(), { childList: true, subtree: true });
  await draw(createDevice());
  await until(() => root().querySelector('footer') !== null);
  watch.disconnect();
  expect(shell.filter((element) => taken.includes(element))).toEqual([]);
});

test('the first script stands above the style sheet: below it, it would wait for that', () => {
  expect(html.indexOf('popup-first.js')).toBeGreaterThan(0);
  expect(html.indexOf('popup-first.js')).toBeLessThan(html.indexOf('popup.css'));
});
