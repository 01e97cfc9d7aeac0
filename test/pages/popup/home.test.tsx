// @vitest-environment happy-dom
import '../stage.ts';
import { beforeEach, describe, expect, onTestFinished, test, vi } from 'vitest';
import { leaveIntent, takeIntent } from '../../../src/browser/session.ts';
import { createId } from '../../../src/kit/id.ts';
import { DeskContext } from '../../../src/pages/popup/desk.ts';
import * as later from '../../../src/pages/popup/later.ts';
import { Popup } from '../../../src/pages/popup/popup.tsx';
import { isHandingOver } from '../../../src/pages/popup/show-panel.ts';
import { keep } from '../../../src/store/keep.ts';
import { recent } from '../../../src/store/read.ts';
import { addTeam } from '../../../src/store/team.ts';
import type { Intent } from '../../../src/wire/session.ts';
import { fakeBrowser } from '../../browser/fake-browser.ts';
import { createDevice, type Device, keepLesson, PAGE, team, value } from '../../store/device.ts';
import { button, click, draw, press, submit, type } from '../../ui/drawn.ts';
import { answers, said, says, showPage, until } from '../stage.ts';

const closed = vi.spyOn(window, 'close').mockImplementation(() => {});
const opened = vi.spyOn(fakeBrowser.sidebarAction, 'open');

beforeEach(() => {
  vi.spyOn(fakeBrowser.commands, 'getAll').mockResolvedValue([{ name: 'keep', shortcut: 'Alt+Shift+L' }] as never);
  closed.mockClear();
  opened.mockClear();
  showPage({ url: PAGE, title: 'Guide' });
});

const deskOf = ({ store }: Device) => ({ reading: store.relaxed, later: async () => ({ ...later, store }) });

function open(device: Device): HTMLElement {
  return draw(
    <DeskContext.Provider value={deskOf(device)}>
      <Popup />
    </DeskContext.Provider>,
  ).root;
}

const field = (root: Element) => root.querySelector<HTMLInputElement>('[role=combobox]') as HTMLInputElement;
const rows = (root: Element) => [...root.querySelectorAll('[role=option]')];
const groups = (root: Element) => [...root.querySelectorAll('.finder-label')].map((label) => label.textContent);

/** Types and presses Mod+Enter before the answer can be there. */
async function pickInAdvance(root: Element, typed: string): Promise<void> {
  field(root).value = typed;
  field(root).dispatchEvent(new InputEvent('input', { bubbles: true }));
  await Promise.resolve();
  field(root).dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', ctrlKey: true, bubbles: true }));
}

describe('the popup before anything is typed', () => {
  test("has the cursor in the search, and shows this page's lessons, its open questions, then the rest", async () => {
    const device = createDevice();
    const target = { url: PAGE, href: PAGE, title: 'Guide', selectors: [] };
    await keepLesson(device, { note: 'Here' });
    await keepLesson(device, { note: 'Elsewhere', target: undefined });
    await keep(
      device.store,
      { id: createId(), kind: 'question', body: { created: 1, text: 'Why?', target } },
      device.clock,
    );
    const root = open(device);
    await until(() => rows(root).length === 3);
    expect(document.activeElement).toBe(field(root));
    expect(groups(root)).toEqual(['On this page', 'Open questions here', 'Recent']);
    expect(rows(root).map((row) => row.querySelector('.row-first')?.textContent)).toEqual([
      'Here',
      'Why?',
      'Elsewhere',
    ]);
  });

  test('what is recent says how it stands, a moment after its row is there', async () => {
    const device = createDevice();
    const asks = async (id: string) => {
      const body = { created: 1, text: `Why ${id}?` };
      value(await keep(device.store, { id, kind: 'question', body }, device.clock));
    };
    await asks('one');
    await asks('two');
    const answer = { created: 1, question: 'two', text: 'Because' };
    value(await keep(device.store, { id: createId(), kind: 'answer', body: answer }, device.clock));
    const root = open(device);
    await until(() => rows(root).length === 2);
    const metaOf = (words: string) =>
      rows(root)
        .find((row) => row.textContent?.includes(words))
        ?.querySelector('.row-meta')?.textContent;
    await until(() => metaOf('Why two?')?.includes('answered'));
    expect(metaOf('Why one?')).toContain('open');
  });

  test('its rows, which a keyboard scrolls by giving them the focus, have a name', async () => {
    const device = createDevice();
    await keepLesson(device);
    const root = open(device);
    await until(() => rows(root).length > 0);
    const focusable = [...root.querySelectorAll('[tabindex="0"]')];
    expect(focusable.map((one) => [one.tagName, one.getAttribute('aria-label')])).toEqual([
      ['SECTION', 'Lessons and questions'],
    ]);
  });

  test('teaches one thing when there is nothing, with the key as it is bound', async () => {
    await says(open(createDevice()), 'press Alt+Shift+L');
  });

  test("says so on the browser's own pages", async () => {
    showPage({ url: 'chrome://settings/' });
    const root = open(createDevice());
    await says(root, 'lets no extension read this page');
    expect(root.textContent).not.toContain('Keep this');
  });
});

describe('searching', () => {
  test('finds with each key, Enter goes there and the popup closes', async () => {
    const device = createDevice();
    const { id } = await keepLesson(device);
    const root = open(device);
    await type(field(root), 'temper');
    await until(() => root.querySelector('mark')?.textContent === 'temperature');
    await press(field(root), 'Enter');
    await until(() => closed.mock.calls.length > 0);
    expect(said).toContainEqual({ say: 'goTo', takes: { team: '', id } });
  });

  test('what could not be opened is said, and the popup stays', async () => {
    answers.set('goTo', { ok: false, failure: { code: 'gone' } });
    const device = createDevice();
    await keepLesson(device);
    const root = open(device);
    await type(field(root), 'water');
    await until(() => rows(root).length > 0);
    await press(field(root), 'Enter');
    await says(root, 'This is no longer here.');
    expect(closed).not.toHaveBeenCalled();
  });

  test('an answer, which has no page of its own, is shown in the panel with its question', async () => {
    const device = createDevice();
    const answer = createId();
    const body = { created: 1, question: 'q', text: 'Use the quokka' };
    await keep(device.store, { id: answer, kind: 'answer', body }, device.clock);
    const root = open(device);
    await type(field(root), 'quokka');
    await until(() => rows(root).length === 1);
    await press(field(root), 'Enter');
    await until(() => closed.mock.calls.length > 0);
    expect(said.filter(({ say }) => say === 'goTo')).toEqual([]);
    expect(await takeIntent()).toEqual({ intent: 'record', team: '', id: answer, note: false });
  });

  test('an answer says what it answers and where that was asked, and is copied with both', async () => {
    const device = createDevice();
    const href = 'https://wiki.example/keys';
    const target = { url: href, href, title: 'Keys', selectors: [] };
    const asked = { created: 1, text: 'Who turns the keys?', target };
    value(await keep(device.store, { id: 'q', kind: 'question', body: asked }, device.clock));
    const body = { created: 0, question: 'q', text: 'The quokka' };
    value(await keep(device.store, { id: createId(), kind: 'answer', body }, device.clock));
    const root = open(device);
    await type(field(root), 'quokka');
    await until(() => rows(root)[0]?.querySelector('.row-asked')?.textContent === 'Question: Who turns the keys?');
    expect(rows(root)[0]?.querySelector('.row-meta')?.textContent).toContain('wiki.example');
    await press(field(root), 'c', { ctrlKey: true });
    await until(() => root.querySelector('.copied')?.textContent?.includes('Copied'));
    expect(await navigator.clipboard.readText()).toBe(
      '> Who turns the keys?\n\nThe quokka\n\n— [Keys](<https://wiki.example/keys>), 1970-01-01',
    );
  });

  test('where the browser opens no panel, an answer is shown here with its question, and no word stays behind', async () => {
    opened.mockRejectedValueOnce(new Error('only in a gesture'));
    const device = createDevice();
    const question = createId();
    await keep(
      device.store,
      { id: question, kind: 'question', body: { created: 1, text: 'Which one?' } },
      device.clock,
    );
    const body = { created: 1, question, text: 'Use the quokka' };
    await keep(device.store, { id: createId(), kind: 'answer', body }, device.clock);
    const root = open(device);
    await type(field(root), 'quokka');
    await until(() => rows(root).length === 1);
    await press(field(root), 'Enter');
    await until(() => root.querySelector('.sheet'));
    await says(root, 'Which one?');
    await says(root, 'Use the quokka');
    expect(closed).not.toHaveBeenCalled();
    expect(await takeIntent()).toBeNull();
  });

  test('a panel that stood open already and took the word has it alone', async () => {
    opened.mockImplementationOnce(async () => {
      await new Promise((resolve) => setTimeout(resolve, 20));
      await takeIntent();
      throw new Error('only in a gesture');
    });
    const device = createDevice();
    await keep(
      device.store,
      { id: createId(), kind: 'answer', body: { created: 1, question: 'q', text: 'Use the quokka' } },
      device.clock,
    );
    const root = open(device);
    await type(field(root), 'quokka');
    await until(() => rows(root).length === 1);
    await press(field(root), 'Enter');
    await until(() => closed.mock.calls.length > 0);
    expect(opened).toHaveBeenCalled();
    expect(root.querySelector('.sheet')).toBeNull();
  });

  test('where nothing comes of a pick that opened the panel, the popup hears again what it is opened for', async () => {
    const device = createDevice();
    await keepLesson(device);
    const root = open(device);
    await until(() => rows(root).length > 0);
    await pickInAdvance(root, 'quokka');
    expect(isHandingOver()).toBe(true);
    await says(root, 'Nothing here says “quokka” yet.');
    await until(() => !isHandingOver());
    expect(closed).not.toHaveBeenCalled();
  });

  test('Mod+Enter before the answer is there opens the panel in its own turn, and leaves word when it is', async () => {
    const device = createDevice();
    const { team, id } = await keepLesson(device, { note: 'Use the quokka' });
    const root = open(device);
    await until(() => rows(root).length > 0);
    await pickInAdvance(root, 'quokka');
    expect(opened).toHaveBeenCalledOnce();
    await until(() => closed.mock.calls.length > 0);
    expect(opened).toHaveBeenCalledOnce();
    expect(await takeIntent()).toEqual({ intent: 'record', team, id, note: false });
  });

  test('what only comes near to a word that nobody wrote is said to, and can be asked all the same', async () => {
    const device = createDevice();
    await keepLesson(device, { note: 'Use kubernetes' });
    const root = open(device);
    await type(field(root), 'kubernetes');
    await until(() => rows(root).length > 0);
    expect(root.textContent).not.toContain('Nobody wrote');
    await type(field(root), 'kuberntes');
    await says(root, 'Nobody wrote “kuberntes” yet. This comes nearest.');
    expect(rows(root)).toHaveLength(1);
    await click(button(root, 'Ask it as a question'));
    await until(() => closed.mock.calls.length > 0);
    expect(await takeIntent()).toEqual({ intent: 'ask-words', words: 'kuberntes' });
  });

  test('that nothing has all of it is said, and what nobody wrote of it is named', async () => {
    const device = createDevice();
    await keepLesson(device, { note: 'Use kubernetes' });
    await keepLesson(device, { note: 'The timeout is short' });
    const root = open(device);
    await type(field(root), 'kubernetes timeout');
    await says(root, 'Nothing here says all of that yet. This comes nearest.');
    expect(rows(root)).toHaveLength(2);
    await type(field(root), 'kubernetes Zzqqx zzqqx');
    await says(root, 'Nobody wrote “zzqqx” yet. This comes nearest.');
    await click(button(root, 'Ask it as a question'));
    await until(() => closed.mock.calls.length > 0);
    expect(await takeIntent()).toEqual({ intent: 'ask-words', words: 'kubernetes Zzqqx zzqqx' });
  });

  test('nothing found becomes a question with those words, in the panel', async () => {
    const root = open(createDevice());
    await type(field(root), 'quokka');
    await says(root, 'Nothing here says “quokka” yet.');
    await click(button(root, 'Ask it as a question'));
    await until(() => closed.mock.calls.length > 0);
    expect(await takeIntent()).toEqual({ intent: 'ask-words', words: 'quokka' });
  });

  test('a filter that there is none of is said to be text, and can be asked; one that nothing fits is named', async () => {
    const device = createDevice();
    await keepLesson(device);
    const root = open(device);
    await type(field(root), 'filetype:pdf');
    await says(root, '“filetype:” is no filter, so it was looked for as text. tag:, by:');
    await says(root, 'Nothing here says “filetype:pdf” yet.Ask it as a question');
    await type(field(root), 'tag:nosuch');
    await says(root, 'Nothing here fits “tag:nosuch”.');
    expect(root.textContent).not.toContain('Nothing fits these filters');
    await type(field(root), 'tag:nosuch water');
    await says(root, 'Nothing here fits “tag:nosuch”.Search without itAsk it as a question');
    expect(root.textContent).not.toContain('Nothing that fits these filters');
    await click(button(root, 'Search without it'));
    expect(field(root).value).toBe('water');
    expect(document.activeElement).toBe(field(root));
  });

  test('what was typed wrongly is said, and beside it that nothing, or only something near, was found, with the way to ask', async () => {
    const device = createDevice();
    await keepLesson(device, { note: 'Use kubernetes' });
    await keepLesson(device, { note: 'The timeout is short' });
    const root = open(device);
    await type(field(root), 'quokka is:purple');
    await says(root, 'There is no is:purple.');
    await says(root, 'Nothing here says “quokka” yet.Ask it as a question');
    await type(field(root), 'kubernetes timeout is:purple');
    await says(root, 'Nothing here says all of that yet. This comes nearest.Ask it as a question');
    expect(root.textContent).toContain('There is no is:purple.');
    expect(rows(root)).toHaveLength(2);
  });

  test('where more is found than stands there, an operator below it narrows it', async () => {
    const device = createDevice();
    for (let i = 0; i < 12; i++) await keepLesson(device, { note: `A kettle ${i}`, tags: ['metal'] });
    const root = open(device);
    await type(field(root), 'kettle');
    await until(() => root.textContent?.includes('Narrow it down'));
    await click(button(root, 'tag:'));
    expect(field(root).value).toBe('kettle tag:');
    await says(root, 'tag:metal');
  });

  test('a database that does not answer is said in a sentence, and what was typed stays', async () => {
    vi.stubGlobal('reportError', () => {});
    onTestFinished(() => void vi.unstubAllGlobals());
    const device = createDevice();
    await keepLesson(device);
    const root = open(device);
    await until(() => rows(root).length > 0);
    const closedNow = vi.spyOn(device.store.relaxed, 'backendDB').mockImplementation(() => {
      throw new DOMException('The database connection is closing.', 'InvalidStateError');
    });
    onTestFinished(() => closedNow.mockRestore());
    await type(field(root), 'water');
    await says(root, 'This could not be searched. Nothing you kept is lost.');
    expect(field(root).value).toBe('water');
    expect(root.textContent).not.toContain('Nothing here says');
  });

  test('Esc closes', async () => {
    const root = open(createDevice());
    await press(field(root), 'Escape');
    expect(closed).toHaveBeenCalled();
  });
});

describe('what it was opened for', () => {
  const openFor = async (intent: Intent, device = createDevice()) => {
    await leaveIntent(3, intent);
    return open(device);
  };

  test('Add why: the note has the cursor, and what is typed is kept', async () => {
    const device = createDevice();
    const { id } = await keepLesson(device);
    const root = await openFor({ intent: 'record', team: '', id, note: true }, device);
    const note = await until(() => root.querySelector('textarea'));
    expect(document.activeElement).toBe(note);
    await type(note, 'Because of the height');
    await says(root, 'Kept');
    const [stored] = await recent(device.store.strict, 1);
    expect(stored?.body).toMatchObject({ note: 'Because of the height', quote: 'Water boils at a lower temperature' });
  });

  test('what could not be kept stays, and can be copied', async () => {
    const root = await openFor({ intent: 'not-kept', code: 'disk-full', text: 'The whole passage' });
    await says(root, 'The whole passage');
    expect(root.textContent).toContain('Not kept yet');
    expect(button(root, 'Copy the text')).toBeTruthy();
  });

  test('a question about a passage is kept with it', async () => {
    const device = createDevice();
    const draft = { id: 'q', href: PAGE, title: 'Guide', quote: 'a passage', selectors: [] };
    const root = await openFor({ intent: 'ask', draft }, device);
    await type(await until(() => root.querySelector('textarea')), 'Why is that?');
    await click(button(root, 'Keep the question'));
    await until(() => field(root));
    const [stored] = await recent(device.store.strict, 1);
    expect(stored?.body).toMatchObject({ text: 'Why is that?', quote: 'a passage', target: { url: PAGE } });
  });

  test('a question that is kept when somebody has gone on already leaves them where they are', async () => {
    const device = createDevice();
    const root = await openFor({ intent: 'ask-words', words: 'Which quokka?' }, device);
    await until(() => root.querySelector('textarea'));
    void submit(root.querySelector('form'));
    await click(button(root, 'Back'));
    await click(button(root, 'Write'));
    await until(() => root.querySelector('[role=status]')?.textContent === 'Kept');
    expect((await until(() => root.querySelector('.sheet'))).textContent).toContain('Write a lesson');
  });

  test('a reason is said above the home; an address that cannot be read can still be kept', async () => {
    const device = createDevice();
    const root = await openFor({ intent: 'notice', code: 'page-closed' }, device);
    await click(await until(() => root.textContent?.includes('address') && button(root, 'Keep the page’s address')));
    await until(() => rows(root).length === 1);
    const [stored] = await recent(device.store.strict, 1);
    expect(stored?.body).toMatchObject({ title: 'Guide', target: { href: PAGE } });
  });
});

describe("on a server's join page", () => {
  const LINK = `https://team.example/join#sli_${'x'.repeat(24)}`;

  test('it names the server, promises that nothing is sent, and joins under the name given', async () => {
    const device = createDevice();
    answers.set('join', async () => {
      value(await addTeam(device.store, team(), device.clock));
      return { ok: true, value: { team: 'team-1' } };
    });
    showPage({ url: LINK });
    const root = open(device);
    await says(root, 'Its server is team.example.');
    expect(root.textContent).toContain('Nothing you have kept is sent.');
    expect(button(root, 'Join').disabled).toBe(true);
    await type(root.querySelector<HTMLInputElement>('.join input') as HTMLInputElement, 'Ada');
    await submit(root.querySelector('form'));
    await says(root, 'You are in Kitchen.');
    expect(said).toContainEqual({ say: 'join', takes: { link: LINK, name: 'Ada' } });
    // The address of this page is a key: nothing offers to keep it, also when one is in.
    expect([...root.querySelectorAll('button')].map((one) => one.textContent)).not.toContain('Keep this');
  });

  test('where one is in already, that is said and nothing is asked', async () => {
    const device = createDevice();
    value(await addTeam(device.store, team(), device.clock));
    showPage({ url: LINK });
    const root = open(device);
    await says(root, 'You are in Kitchen already');
    expect(root.querySelector('form.join')).toBeNull();
  });

  test('a failure is a sentence, and the name is still there', async () => {
    answers.set('join', { ok: false, failure: { code: 'invite-ended' } });
    showPage({ url: LINK });
    const root = open(createDevice());
    const name = await until(() => root.querySelector<HTMLInputElement>('.join input'));
    await type(name, 'Ada');
    await submit(root.querySelector('form'));
    await until(() => root.querySelector('[role=alert]'));
    expect(name.value).toBe('Ada');
  });
});

test('a site is switched off with one click, and pages in view hear of it', async () => {
  const root = open(createDevice());
  const box = await until(() => root.querySelector<HTMLInputElement>('[role=switch]'));
  expect(box.closest('label')?.textContent).toContain('On docs.example');
  await click(box);
  await says(root, 'Switched off');
  expect(await fakeBrowser.storage.local.get('settings')).toMatchObject({ settings: { sitesOff: ['docs.example'] } });
  expect(said).toContainEqual({ say: 'refresh', takes: {} });
});

test('the switch of the site takes no place that another button had before', async () => {
  const root = open(createDevice());
  const inFoot = root.querySelector('.foot')?.children.length;
  await until(() => root.querySelector('[role=switch]'));
  expect(root.querySelector('.foot')?.children.length).toBe(inFoot);
});

test('a lesson written from nothing is kept, and stands in the list', async () => {
  const root = open(createDevice());
  await click(button(root, 'Write'));
  await type(await until(() => root.querySelector('textarea')), 'Salt first');
  await click(button(root, 'Keep'));
  await submit(root.querySelector('form'));
  await says(root, 'Salt first');
});
