import './fake-browser.ts';
import { beforeEach, expect, onTestFinished, test, vi } from 'vitest';
import { onOmnibox, type Suggested } from '../../src/browser/omnibox.ts';
import { events } from './fake-browser.ts';
import { did } from './fake-world.ts';

const HINT = 'Search';
const answers = new Map<string, (suggested: Suggested) => void>();
const chosen: string[] = [];
onOmnibox(
  HINT,
  (typed) => new Promise((resolve) => void answers.set(typed, resolve)),
  (content) => void chosen.push(content),
);

const type = (typed: string) => events.onInputChanged.happen(typed, () => {});
const answer = async (typed: string, says?: string) => {
  answers.get(typed)?.({ found: [], ...(says ? { says } : {}) });
  await Promise.resolve();
};
const first = () => did('omnibox.first').at(-1);

beforeEach(() => {
  chosen.length = 0;
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
  vi.stubGlobal('chrome', chrome);
  vi.resetModules();
  const { onOmnibox: hear } = await import('../../src/browser/omnibox.ts');
  const pieces = [
    { text: 'a <b> \uFFFF\uD83D', hit: false },
    { text: '&tea', hit: true },
    { text: '</match>', hit: false },
  ];
  hear(
    HINT,
    async () => ({ found: [{ content: 'https://a.example/', description: pieces }] }),
    () => {},
  );
  const given: unknown[] = [];
  events.onInputChanged.happen('tea', (one: unknown) => given.push(one));
  await vi.waitFor(() => expect(given.at(-1)).toEqual([{ content: 'https://a.example/', description }]));
});
