// @vitest-environment happy-dom
import '../stage.ts';
import { options } from 'preact';
import { act } from 'preact/test-utils';
import { beforeEach, describe, expect, onTestFinished, test } from 'vitest';
import { leaveIntent } from '../../../src/browser/session.ts';
import { StoreContext } from '../../../src/pages/sidebar/desk.ts';
import { Panel } from '../../../src/pages/sidebar/panel.tsx';
import type { Intent } from '../../../src/wire/session.ts';
import { createDevice, type Device, keepLesson, PAGE } from '../../store/device.ts';
import { button, click, draw, submit, type } from '../../ui/drawn.ts';
import { showPage, until } from '../stage.ts';

beforeEach(() => showPage({ url: PAGE, title: 'Guide' }));

const field = (root: Element) => root.querySelector('[role=combobox]') as HTMLInputElement;
const handOver = (intent: Intent) => act(async () => void (await leaveIntent(3, intent)));
/** What can be seen of the panel's view. */
const inView = (root: Element) => root.querySelector('.panel-view:not([hidden])');

/** A panel in which somebody searches. */
async function openSearching(device: Device): Promise<HTMLElement> {
  const { root } = draw(
    <StoreContext.Provider value={device.store}>
      <Panel />
    </StoreContext.Provider>,
  );
  await until(() => root.querySelector('article'));
  field(root).focus();
  await type(field(root), 'pelican');
  await until(() => root.querySelector('[role=option]'));
  expect(inView(root)).toBeNull();
  return root;
}

/** A panel in which somebody began a question. */
async function openAsking(words: string, question: string): Promise<HTMLElement> {
  const device = createDevice();
  await keepLesson(device, { note: 'The pelican is late' });
  const { root } = draw(
    <StoreContext.Provider value={device.store}>
      <Panel />
    </StoreContext.Provider>,
  );
  await until(() => root.querySelector('article'));
  await handOver({ intent: 'ask-words', words });
  await type(await form(root), question);
  return root;
}

const form = (root: Element) => until(() => inView(root)?.querySelector('textarea'));
const row = (root: Element, words: string) =>
  until(() =>
    [...root.querySelectorAll<HTMLElement>('.recent button')].find((one) => one.textContent?.includes(words)),
  );

describe('what another page of ours hands over comes into view, whatever is searched for', () => {
  test('a lesson, with the focus on it; the way back leads to the search', async () => {
    const device = createDevice();
    const { id } = await keepLesson(device, { note: 'The pelican is late' });
    const root = await openSearching(device);
    await handOver({ intent: 'record', team: '', id, note: false });
    await until(() => inView(root)?.querySelector('.sheet article'));
    expect(root.querySelector('[role=option]')).toBeNull();
    expect(field(root).value).toBe('');
    expect(document.activeElement).toBe(root.querySelector('.sheet h1'));
    await click(button(root, 'Back'));
    await until(() => root.querySelector('[role=option]'));
    expect(field(root).value).toBe('pelican');
  });

  test('once more, where it stands behind another search already', async () => {
    const device = createDevice();
    const { id } = await keepLesson(device, { note: 'The pelican is late' });
    const root = await openSearching(device);
    await handOver({ intent: 'record', team: '', id, note: false });
    const heading = await until(() => inView(root)?.querySelector('.sheet h1'));
    field(root).focus();
    await type(field(root), 'late');
    await until(() => root.querySelector('[role=option]'));
    await handOver({ intent: 'record', team: '', id, note: false });
    await until(() => inView(root) && document.activeElement === heading);
    await click(button(root, 'Back'));
    await until(() => root.querySelector('[role=option]'));
    expect(field(root).value).toBe('late');
  });

  test('its note, and a question, with the cursor in their fields', async () => {
    const device = createDevice();
    const { id } = await keepLesson(device, { note: 'The pelican is late' });
    const root = await openSearching(device);
    await handOver({ intent: 'record', team: '', id, note: true });
    const note = await until(() => inView(root)?.querySelector('textarea'));
    await until(() => document.activeElement === note);
    await type(field(root), 'pelican');
    await until(() => root.querySelector('[role=option]'));
    await handOver({ intent: 'ask-words', words: 'pelican harvest' });
    const question = await until(() => {
      const shown = inView(root)?.querySelector('textarea');
      return shown?.value === 'pelican harvest' ? shown : null;
    });
    await until(() => document.activeElement === question);
  });
});

test('a sentence about the page stands above what is searched for, until it is closed', async () => {
  const device = createDevice();
  await keepLesson(device, { note: 'The pelican is late' });
  const root = await openSearching(device);
  await handOver({ intent: 'notice', code: 'page-closed' });
  const said = await until(() => root.querySelector('.said'));
  expect(field(root).value).toBe('pelican');
  expect(root.querySelector('[role=option]')).not.toBeNull();
  const close = button(said, 'Close');
  close.focus();
  await click(close);
  expect(root.querySelector('.said')).toBeNull();
  expect(document.activeElement).toBe(root.querySelector('main'));
  await handOver({ intent: 'notice', code: 'page-closed' });
  await until(() => root.querySelector('.said'));
  await act(() => showPage({ url: 'https://docs.example/other', title: 'Other' }));
  await until(() => !root.querySelector('.said'));
  expect(root.querySelector('[role=option]')).not.toBeNull();
});

test('what was found leads to its card and the way back to what was found, with the cursor in the field', async () => {
  const device = createDevice();
  await keepLesson(device, { note: 'The pelican is late' });
  const root = await openSearching(device);
  await click(await until(() => root.querySelector('[role=option]')));
  await until(() => inView(root)?.querySelector('.sheet article'));
  expect(field(root).value).toBe('');
  await click(button(root, 'Back'));
  await until(() => root.querySelector('[role=option]'));
  expect(field(root).value).toBe('pelican');
  expect(document.activeElement).toBe(field(root));
});

describe('nothing that is typed is lost where somebody is called away', () => {
  test('from a question: the way back leads to it', async () => {
    const device = createDevice();
    const { id } = await keepLesson(device, { note: 'The pelican is late' });
    const root = await openSearching(device);
    await handOver({ intent: 'ask-words', words: 'pelican' });
    await type(await until(() => inView(root)?.querySelector('textarea')), 'Why do pelicans come late?');
    await handOver({ intent: 'record', team: '', id, note: false });
    await until(() => inView(root)?.querySelector('.sheet article'));
    await click(button(root, 'Back'));
    const again = await until(() => inView(root)?.querySelector('textarea'));
    expect(again.value).toBe('Why do pelicans come late?');
    await click(button(root, 'Cancel'));
    // Given up, it does not stand in the next question with the same words.
    await handOver({ intent: 'ask-words', words: 'pelican' });
    expect((await until(() => inView(root)?.querySelector('textarea'))).value).toBe('pelican');
  });

  test('from a lesson that is written: it stands there as it was, until it is given up', async () => {
    const device = createDevice();
    await keepLesson(device, { note: 'The pelican is late' });
    const root = await openSearching(device);
    await click(button(root, 'Write a lesson'));
    const note = await until(() => inView(root)?.querySelector('textarea'));
    expect(document.activeElement).toBe(note);
    await type(note, 'Half a thought');
    await click(button(root, 'Back'));
    await click(button(root, 'Write a lesson'));
    expect((await until(() => root.querySelector('textarea'))).value).toBe('Half a thought');
    await click(button(root, 'Cancel'));
    await click(button(root, 'Write a lesson'));
    expect((await until(() => root.querySelector('textarea'))).value).toBe('');
  });

  test('from a question to a lesson that is written: the way back leads from one to the other', async () => {
    const root = await openAsking('pelican', 'Why do pelicans come late?');
    await click(button(root, 'Write a lesson'));
    await type(await until(() => inView(root)?.querySelector('textarea')), 'Half a thought');
    await click(button(root, 'Back'));
    expect((await form(root)).value).toBe('Why do pelicans come late?');
    await click(button(root, 'Cancel'));
    // The lesson was left with something in it, and is still to be found.
    await click(await row(root, 'Half a thought'));
    expect((await form(root)).value).toBe('Half a thought');
  });

  test('a question that was left is found beside the page, until it is given up', async () => {
    const root = await openAsking('pelican', 'Why do pelicans come late?');
    await click(button(root, 'Back'));
    await click(await row(root, 'Why do pelicans come late?'));
    expect((await form(root)).value).toBe('Why do pelicans come late?');
    await click(button(root, 'Cancel'));
    await until(() => root.querySelector('article'));
    expect(root.textContent).not.toContain('Unfinished');
  });

  test('one question that was come back to is kept, and does not stand behind the other any more', async () => {
    const root = await openAsking('pelican', 'Why do pelicans come late?');
    await handOver({ intent: 'ask-words', words: 'heron' });
    await until(() => inView(root)?.querySelector('textarea')?.value === 'heron');
    await handOver({ intent: 'ask-words', words: 'pelican' });
    await until(() => inView(root)?.querySelector('textarea')?.value === 'Why do pelicans come late?');
    await submit(await until(() => inView(root)?.querySelector('form')));
    await until(() => inView(root)?.querySelector('textarea')?.value === 'heron');
    await click(button(root, 'Cancel'));
    await until(() => root.querySelector('article'));
    expect(root.querySelector('textarea')).toBeNull();
  });
});

test('a question that is kept when somebody has gone on already leaves them where they are', async () => {
  const root = await openAsking('pelican', 'Why do pelicans come late?');
  void submit(inView(root)?.querySelector('form'));
  await click(button(root, 'Write a lesson'));
  expect(root.querySelector('form')?.textContent).toContain('Title');
  await until(() => root.querySelector('[role=status]')?.textContent === 'Kept');
  await act(() => new Promise((resolve) => setTimeout(resolve, 50)));
  expect(root.querySelector('form')?.textContent).toContain('Title');
  await click(button(root, 'Cancel'));
  await until(() => root.querySelector('article'));
  expect(root.textContent).not.toContain('Unfinished');
});

test('a letter draws what is searched, and not what stands below', async () => {
  const device = createDevice();
  await keepLesson(device, { note: 'The pelican is late' });
  const root = await openSearching(device);
  await act(() => new Promise((resolve) => setTimeout(resolve, 50)));
  const drawn: string[] = [];
  const { diffed } = options;
  onTestFinished(() => {
    if (diffed) options.diffed = diffed;
  });
  options.diffed = (vnode) => {
    if (typeof vnode.type === 'function') drawn.push(vnode.type.name);
    diffed?.(vnode);
  };
  await type(field(root), 'pelican is');
  await until(() => root.querySelector('[role=listbox][data-typed="pelican is"]'));
  expect(drawn).toContain('FinderField');
  expect(drawn).not.toContain('PageView');
  expect(drawn).not.toContain('LessonCard');
});
