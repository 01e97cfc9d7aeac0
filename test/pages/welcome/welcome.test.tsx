// @vitest-environment happy-dom
import '../stage.ts';
import { beforeEach, describe, expect, onTestFinished, test, vi } from 'vitest';
import { FindAgain } from '../../../src/pages/welcome/try/find-again.tsx';
import { Welcome } from '../../../src/pages/welcome/welcome.tsx';
import { events, fakeBrowser } from '../../browser/fake-browser.ts';
import { world } from '../../browser/fake-world.ts';
import { allRows, createDevice, type Device } from '../../store/device.ts';
import { button, click, draw, type } from '../../ui/drawn.ts';
import { said, says, until } from '../stage.ts';

/** happy-dom has no registry of highlights. */
const highlights = new Map<string, Set<Range>>();

class FakeHighlight extends Set<Range> {
  constructor(...ranges: Range[]) {
    super(ranges);
  }
}

vi.stubGlobal('CSS', { highlights, escape: (name: string) => name });
vi.stubGlobal('Highlight', FakeHighlight);

beforeEach(() => {
  highlights.clear();
  document.getSelection()?.removeAllRanges();
});

const open = (device: Device) => draw(<Welcome store={device.store} />).root;
const passage = (root: Element) => root.querySelector('.sheet p') as HTMLElement;
const painted = () => [...highlights.values()].flatMap((ranges) => [...ranges].map(String));

function select(root: Element, words: string) {
  const node = passage(root).firstChild as Text;
  const at = node.data.indexOf(words);
  const range = document.createRange();
  range.setStart(node, at);
  range.setEnd(node, at + words.length);
  document.getSelection()?.removeAllRanges();
  document.getSelection()?.addRange(range);
}

const SENTENCE = 'Two groups learned the same text.';

describe('trying it', () => {
  test('really keeps what is selected, finds it again on the page and marks it', async () => {
    const device = createDevice();
    const { root, redraw } = draw(<Welcome store={device.store} />);
    select(root, SENTENCE);
    await click(button(root, 'Keep this'));
    await says(root, 'Kept on this device.');
    const [row] = await allRows(device);
    expect(row).toMatchObject({ kind: 'lesson', team: '', mine: 1, body: { quote: SENTENCE } });
    await until(() => painted().length > 0);
    expect(painted()).toEqual([SENTENCE]);
    // A page that is opened again finds it by itself.
    await redraw(null);
    highlights.clear();
    open(device);
    await until(() => painted().includes(SENTENCE));
  });

  test('the key keeps too: the background tells this page', async () => {
    const device = createDevice();
    const root = open(device);
    select(root, SENTENCE);
    events.onMessage.happen({ tell: 'keep' }, {});
    await says(root, 'Kept on this device.');
    expect((await allRows(device)).map(({ body }) => body?.quote)).toEqual([SENTENCE]);
  });

  test('with nothing selected all of it is kept', async () => {
    const device = createDevice();
    const root = open(device);
    await click(button(root, 'Keep this'));
    await says(root, 'Kept on this device.');
    expect((await allRows(device))[0]?.body?.quote).toBe(passage(root).textContent);
  });

  test('can be undone, and then nothing is kept', async () => {
    const device = createDevice();
    const root = open(device);
    await click(button(root, 'Keep this'));
    await says(root, 'Kept on this device.');
    await click(button(root, 'Undo'));
    await until(() => painted().length === 0 && !root.textContent?.includes('Kept on this device.'));
    expect(await allRows(device)).toEqual([]);
  });

  test('what was kept is found by a word of it', async () => {
    const root = open(createDevice());
    await click(button(root, 'Keep this'));
    const search = await until(() => root.querySelector<HTMLInputElement>('.find input'));
    await type(search, 'bookm');
    await until(() => root.querySelector('mark')?.textContent === 'bookmark');
  });

  test('an operator that means nothing gets its sentence, and so does a search that fails', async () => {
    vi.stubGlobal('reportError', () => {});
    onTestFinished(() => void vi.stubGlobal('reportError', undefined));
    const device = createDevice();
    const field = (root: Element) => root.querySelector('input') as HTMLInputElement;
    const { root } = draw(<FindAgain store={device.store} />);
    await type(field(root), 'is:nonsense');
    await says(root, 'is:');
    const refusing = { open: () => Promise.reject(new Error('It is damaged.')), isOpen: () => false };
    const broken = draw(<FindAgain store={{ ...device.store, relaxed: refusing as never }} />).root;
    await type(field(broken), 'bookm');
    await says(broken, 'This could not be searched.');
  });
});

describe('access', () => {
  test('is asked for with its reason, in the click', async () => {
    const root = open(createDevice());
    expect(root.textContent).toContain('never leaves this browser');
    await click(button(root, 'Allow on all sites'));
    expect(world.did).toContainEqual(['permissions.request', { origins: ['*://*/*'] }]);
    await until(() => said.some(({ say }) => say === 'refresh'));
  });

  test('may wait', async () => {
    const root = open(createDevice());
    await click(button(root, 'Later'));
    await says(root, 'You find it in the options');
    expect(world.did).toEqual([]);
  });

  test('that was given is not asked for again', async () => {
    world.hosts = ['*://*/*'];
    const root = open(createDevice());
    await says(root, 'Allowed.');
    expect(root.textContent).not.toContain('Allow on all sites');
  });
});

test('says the key as it is bound, or the menu where there is none', async () => {
  expect(open(createDevice()).textContent).toContain('choose “Keep this”');
  vi.spyOn(fakeBrowser.commands, 'getAll').mockResolvedValue([{ name: 'keep', shortcut: 'Alt+K' }] as never);
  const root = open(createDevice());
  await until(() => root.querySelector('kbd')?.textContent === 'Alt+K');
});
