// @vitest-environment happy-dom
import '../stage.ts';
import { act } from 'preact/test-utils';
import { expect, test, vi } from 'vitest';
import type { JsonObject } from '../../../src/domain/json.ts';
import { StoreContext } from '../../../src/pages/sidebar/desk.ts';
import { Panel } from '../../../src/pages/sidebar/panel.tsx';
import { takeIn } from '../../../src/store/feed.ts';
import { edit, keep } from '../../../src/store/keep.ts';
import { addTeam } from '../../../src/store/team.ts';
import { createDevice, type Device, keepLesson, lessonBody, team, value } from '../../store/device.ts';
import { button, click, draw, press, type } from '../../ui/drawn.ts';
import { says, until } from '../stage.ts';

async function search(device: Device, words: string): Promise<HTMLElement> {
  const { root } = draw(
    <StoreContext.Provider value={device.store}>
      <Panel />
    </StoreContext.Provider>,
  );
  await type(field(root), words);
  await until(() => root.querySelector(`[data-typed="${words}"] [role=option]`));
  return root;
}

const field = (root: ParentNode) => root.querySelector('[role=combobox]') as HTMLInputElement;
const rows = (root: ParentNode) => [...root.querySelectorAll('[role=option]')];

test('what came since waits where more is shown, and moves no row; Enter shows what stands in the chosen one', async () => {
  const device = createDevice();
  await keepLesson(device, { quote: 'A kettle whistles', note: '' });
  for (let i = 0; i < 12; i++) await keepLesson(device, { quote: `A kettle of kind ${i}`, note: '' });
  const root = await search(device, 'kettle whistles');
  await until(() => rows(root).length === 10);
  await keepLesson(device, { quote: 'This kettle whistles too', note: '' });
  await click(button(root, 'Show more'));
  await until(() => rows(root).length > 10);
  expect(root.querySelector('[aria-selected=true]')).toBe(rows(root)[10]);
  const isFound = (words: string) => rows(root).some((row) => row.textContent?.includes(words));
  expect(isFound('This kettle whistles too')).toBe(false);
  expect(root.textContent).not.toContain('Show more');
  await click(button(root, '1 new'));
  await until(() => isFound('This kettle whistles too'));
  await press(field(root), 'Home');
  await press(field(root), 'ArrowDown');
  expect(root.querySelector('[aria-selected=true]')?.textContent).toContain('This kettle whistles too');
  await press(field(root), 'Enter');
  await until(() => root.querySelector('article'));
  expect(root.querySelector('article')?.textContent).toContain('This kettle whistles too');
});

test('a filter that nothing fits is named, and can be left out', async () => {
  const device = createDevice();
  await keepLesson(device);
  const root = await search(device, 'water');
  const says = (sentence: string) => until(() => root.textContent?.includes(sentence));
  await type(field(root), 'water site:nowhere');
  await says('Nothing here fits “site:nowhere”.Search without itAsk it as a question');
  expect(root.textContent).not.toContain('Nothing that fits these filters');
  await click(button(root, 'Search without it'));
  expect(field(root).value).toBe('water');
  await type(field(root), 'site:nowhere');
  await says('Nothing here fits “site:nowhere”.');
  await until(() => !root.textContent?.includes('Ask it as a question'));
});

test('beside what was typed wrongly it is said that nothing was found, or only something near, with the way to ask', async () => {
  const device = createDevice();
  await keepLesson(device, { note: 'A kettle whistles' });
  await keepLesson(device, { note: 'A train arrives' });
  const root = await search(device, 'kettle');
  await type(field(root), 'quokka is:purple');
  await says(root, 'There is no is:purple.');
  await says(root, 'Nothing here says “quokka” yet.Ask it as a question');
  await type(field(root), 'kettle arrives is:purple');
  await says(root, 'Nothing here says all of that yet. This comes nearest.Ask it as a question');
  expect(root.textContent).toContain('There is no is:purple.');
});

test('where more is found than stands there, an operator below it narrows it', async () => {
  const device = createDevice();
  for (let i = 0; i < 12; i++) await keepLesson(device, { quote: `A kettle of kind ${i}`, note: '' });
  const root = await search(device, 'kettle');
  await click(button(root, 'has:'));
  expect(field(root).value).toBe('kettle has:');
});

test('what is found by who wrote it says so in their name', async () => {
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
  const root = await search(device, 'lindqvist');
  expect(await until(() => root.querySelector('.row-meta mark')?.textContent)).toBe('Lindqvist');
});

test('as long as something found stands there, how it stands goes with what becomes of it', async () => {
  const device = createDevice();
  const put = (id: string, kind: 'question' | 'answer', body: object) =>
    keep(device.store, { id, kind, body: { created: 1, ...body } as never }, device.clock).then(value);
  await put('why', 'question', { text: 'Why does the kettle whistle?' });
  const root = await search(device, 'kettle');
  const state = (word: string) => until(() => rows(root)[0]?.textContent?.includes(word));
  await state('open');
  await put('because', 'answer', { question: 'why', text: 'Steam' });
  await state('answered');
});

test('where nothing has all of what was typed that is said, with the way to ask it', async () => {
  const device = createDevice();
  await keepLesson(device, { note: 'A kettle whistles' });
  await keepLesson(device, { note: 'A train arrives' });
  const root = await search(device, 'kettle arrives');
  await says(root, 'Nothing here says all of that yet. This comes nearest.');
  await click(button(root, 'Ask it as a question'));
  await until(() => [...root.querySelectorAll('textarea')].some(({ value }) => value === 'kettle arrives'));
});

test('what is edited elsewhere says so in the row where it stands, though it may not say any more what was asked for', async () => {
  const device = createDevice();
  await keepLesson(device, { quote: '', note: 'The pomodoro of the pantry' }, 'lesson');
  const asked = { created: 2, text: 'Whose pomodoro is it?' };
  value(await keep(device.store, { id: 'question', kind: 'question', body: asked }, device.clock));
  await keepLesson(device, { quote: '', note: 'Pomodoro, again' });
  const root = await search(device, 'pomodoro');
  const said = () => rows(root).map((row) => row.querySelector('.row-first')?.textContent);
  await until(() => rows(root).length === 3);
  const before = rows(root);
  const words = said();
  const put = (id: string, change: object) =>
    edit(device.store, ['', id], (body) => ({ ...body, ...change }), device.clock).then(value);
  await put('lesson', { note: 'Tomatoes' });
  await put('question', { text: 'Whose good pomodoro is it?' });
  await until(() => said().includes('Tomatoes') && said().includes('Whose good pomodoro is it?'));
  const changed = new Map([
    ['The pomodoro of the pantry', 'Tomatoes'],
    ['Whose pomodoro is it?', 'Whose good pomodoro is it?'],
  ]);
  expect(said()).toEqual(words.map((one) => changed.get(one ?? '') ?? one));
  expect(rows(root)).toEqual(before);
  expect(root.querySelector('.row.question mark')?.textContent).toBe('pomodoro');
  expect(root.querySelector('.news button')).toBeNull();
  await type(field(root), 'pomodoro ');
  await until(() => rows(root).length === 2);
});

test('what an operator may become comes behind the field, before all else that a key leads to', async () => {
  const device = createDevice();
  value(await addTeam(device.store, team(), device.clock));
  await keepLesson(device, { quote: '', note: 'Pods restart', tags: ['k8s'] });
  const root = await search(device, 'tag:k');
  const completion = await until(() => root.querySelector('.completion'));
  const ways = [...(root.querySelector('.panel-top') as HTMLElement).querySelectorAll('input, button')];
  // The button in the field is the second.
  expect(ways.indexOf(completion)).toBe(2);
  expect(root.querySelectorAll('.filter').length).toBeGreaterThan(0);
});

test('a filter that a pointer presses gives the focus back to the field, and one that a key presses keeps it', async () => {
  const device = createDevice();
  await keepLesson(device, { quote: '', note: 'The kettle whistles' });
  const root = await search(device, 'kettle');
  const pressed = async (name: string, detail: number) => {
    const chip = button(root, name);
    chip.focus();
    await act(() => {
      chip.dispatchEvent(new MouseEvent('click', { bubbles: true, detail }));
    });
    return chip;
  };
  const chip = await pressed('Lessons', 0);
  expect(field(root).value).toBe('is:lesson kettle');
  expect(document.activeElement).toBe(chip);
  await pressed('Lessons', 1);
  expect(field(root).value).toBe('kettle');
  expect(document.activeElement).toBe(field(root));
});

test('what is one’s own is copied under the name that one has for colleagues', async () => {
  const device = createDevice();
  value(await addTeam(device.store, team(), device.clock));
  await keepLesson(device, { quote: '', note: 'The kettle whistles' });
  const root = await search(device, 'kettle');
  await until(() => root.querySelector('.row-meta')?.textContent?.includes('You'));
  await press(field(root), 'c', { ctrlKey: true });
  await until(() => root.querySelector('.copied')?.textContent?.includes('Copied'));
  const signed = /^The kettle whistles\n\n— .*, Ada, 1970-01-01$/;
  expect(await navigator.clipboard.readText()).toMatch(signed);
  await navigator.clipboard.writeText('');
  await press(field(root), 'Enter');
  await click(await until(() => root.querySelector('article [aria-label="Copy as Markdown"]')));
  await vi.waitFor(async () => expect(await navigator.clipboard.readText()).toMatch(signed));
});

test('back from a card the row that led there is chosen, and what is typed anew begins with the first', async () => {
  const device = createDevice();
  for (let i = 0; i < 4; i++) await keepLesson(device, { quote: '', note: `Kettle ${i}` });
  const root = await search(device, 'kettle');
  const chosen = () => rows(root).findIndex((row) => row.getAttribute('aria-selected') === 'true');
  await until(() => rows(root).length === 4);
  for (const _ of [1, 2]) await press(field(root), 'ArrowDown');
  await press(field(root), 'Enter');
  await until(() => root.querySelector('article'));
  await click(button(root, 'Back'));
  await until(() => rows(root).length === 4);
  expect(chosen()).toBe(2);
  await press(field(root), 'Escape');
  await until(() => rows(root).length === 0);
  await type(field(root), 'kettle');
  await until(() => rows(root).length === 4);
  expect(chosen()).toBe(0);
});
