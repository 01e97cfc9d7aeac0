import './fake-browser.ts';
import { beforeEach, describe, expect, onTestFinished, test, vi } from 'vitest';
import type { Suggested } from '../../src/browser/suggestion.ts';
import { events } from './fake-browser.ts';
import { did } from './fake-world.ts';

const HINT = 'Search';
const answers = new Map<string, (suggested: Suggested) => void>();

/** As the browser that has these loads it. */
async function load(chrome: object): Promise<typeof import('../../src/browser/omnibox.ts')> {
  vi.stubGlobal('chrome', { ...globalThis.chrome, ...chrome });
  vi.resetModules();
  return import('../../src/browser/omnibox.ts');
}
const { onOmnibox } = await load({ sidePanel: {} });
onOmnibox(
  HINT,
  (typed) => new Promise((resolve) => void answers.set(typed, resolve)),
  () => {},
);
vi.unstubAllGlobals();

const type = (typed: string) => events.onInputChanged.happen(typed, () => {});
const answer = async (typed: string, says?: string) => {
  answers.get(typed)?.({ found: [], ...(says ? { says } : {}) });
  await Promise.resolve();
};
const first = () => did('omnibox.first').at(-1);

beforeEach(() => {
  answers.clear();
});

test('what was typed wrongly is said in the place of the hint as long as it stands there', async () => {
  type('tea is:purple');
  await answer('tea is:purple', 'Nothing is purple');
  expect(first()).toEqual([{ description: 'Nothing is purple' }]);
  type('tea');
  await answer('tea');
  expect(first()).toEqual([{ description: HINT }]);
});

test('an answer that was overtaken says nothing', async () => {
  type('is:purple');
  type('tea');
  await answer('tea');
  await answer('is:purple', 'Nothing is purple');
  expect(first()).toEqual([{ description: HINT }]);
});

test.each([
  ['left', () => events.onInputCancelled.happen()],
  ['chosen from', () => events.onInputEntered.happen('tea -flat')],
])('nothing that was typed stays there when it was %s, even where the answer comes after', async (_, end) => {
  type('tea -flat');
  await answer('tea -flat', 'All that fits says -flat');
  expect(first()).toEqual([{ description: 'All that fits says -flat' }]);
  end();
  expect(first()).toEqual([{ description: HINT }]);
  type('tea -green');
  end();
  await answer('tea -green', 'All that fits says -green');
  expect(first()).toEqual([{ description: HINT }]);
});

test.each([
  ['Chromium reads marks', { sidePanel: {} }, 'a &#60;b&#62;   <match>&#38;tea</match>&#60;/match&#62;'],
  ['Firefox reads plain text', {}, 'a <b> \uFFFF\uD83D&tea</match>'],
])('what was found is marked where the browser can: %s', async (_, chrome, description) => {
  onTestFinished(() => void vi.unstubAllGlobals());
  const { onOmnibox: hear } = await load(chrome);
  const pieces = [
    { text: 'a <b> \uFFFF\uD83D', hit: false },
    { text: '&tea', hit: true },
    { text: '</match>', hit: false },
  ];
  hear(
    HINT,
    async () => ({ found: [{ content: 'https://a.example/', key: ' · /a', description: pieces }] }),
    () => {},
  );
  const given: unknown[] = [];
  events.onInputChanged.happen('tea', (one: unknown) => given.push(one));
  await vi.waitFor(() =>
    expect(given.at(-1)).toEqual([{ content: expect.stringMatching(/^(https:..a.example.|tea · 1)$/), description }]),
  );
});

describe('in Firefox, which draws what a suggestion stands for beside what it says', () => {
  const suggestion = (n: number) => ({
    content: `https://a.example/#:~:text=${n}`,
    key: ` · /id${n}`,
    description: [{ text: `tea ${n}`, hit: false }],
  });
  async function firefox(says?: string) {
    onTestFinished(() => void vi.unstubAllGlobals());
    const { onOmnibox: hear } = await load({});
    const chosen: unknown[][] = [];
    hear(
      HINT,
      async () => ({ found: [suggestion(1), suggestion(2)], ...(says ? { says } : {}) }),
      (...how) => void chosen.push(how),
    );
    const given: { content: string; description: string }[][] = [];
    return {
      chosen,
      async suggested(typed: string) {
        const before = given.length;
        events.onInputChanged.happen(typed, (found: object[]) => void given.push(found as never));
        await vi.waitFor(() => expect(given.length).toBeGreaterThan(before));
        return given.at(-1) ?? [];
      },
    };
  }

  test('that is short, and leads where it was meant to lead', async () => {
    const { suggested, chosen } = await firefox();
    expect((await suggested('tea ')).map(({ content }) => content)).toEqual(['tea · 1', 'tea · 2']);
    events.onInputEntered.happen('tea · 2', 'newBackgroundTab');
    expect(chosen).toEqual([['https://a.example/#:~:text=2', 'newBackgroundTab']]);
    const typed = 'all that somebody pasted into the address bar and more';
    expect((await suggested(typed)).map(({ content }) => content)).toEqual(['… · /id1', '… · /id2']);
    events.onInputEntered.happen('… · /id1', 'currentTab');
    expect(chosen.at(-1)).toEqual(['https://a.example/#:~:text=1', 'currentTab']);
  });

  test('a sentence is a row of its own and never the first, which is seen only with the next letter', async () => {
    const { suggested, chosen } = await firefox('It only comes near');
    const typed = 'a long question that nobody has asked before, in these words';
    for (const one of ['tea', typed]) {
      const [row, ...rest] = await suggested(one);
      expect(row?.description).toBe('It only comes near');
      expect(row?.content.length).toBeLessThan(45);
      // What stands for just what was typed Firefox leaves out.
      expect(row?.content).not.toBe(one);
      expect(rest).toHaveLength(2);
      events.onInputEntered.happen(row?.content ?? '', 'currentTab');
      expect(chosen.at(-1)).toEqual([one, 'currentTab']);
    }
    expect(did('omnibox.first').filter(([first]) => (first as { description: string }).description !== HINT)).toEqual(
      [],
    );
  });
});
