// @vitest-environment happy-dom
import { act } from 'preact/test-utils';
import { beforeEach, expect, onTestFinished, test, vi } from 'vitest';
import { Announcer, announce } from '../../src/ui/announcer.tsx';
import { useCountSaid } from '../../src/ui/use-count-said.ts';
import type { Answer } from '../../src/ui/use-searching.ts';
import { soon } from '../soon.ts';
import { draw } from './drawn.ts';
import { provideEnglish } from './words-from-english.ts';

beforeEach(provideEnglish);

const answer = (more: Partial<Answer<number>> = {}): Answer<number> => ({
  hits: [1],
  total: 20,
  whole: 20,
  completions: [],
  ...more,
});

function Said({ found, isMost = false }: { found: Answer<number> | null; isMost?: boolean }) {
  useCountSaid({ found, isMost }, 'quoka');
  return <Announcer />;
}

const saidIn = (root: Element) =>
  [...root.querySelectorAll('[aria-live=polite]')].map((one) => one.textContent).join('');

const none = { hits: [], total: 0, whole: 0 };
const wrong = { code: 'search-is', detail: 'purple' };

test.each([
  ['how many', answer(), false, /^20 found$/],
  ['what was typed wrongly beside words, too', answer({ problem: wrong }), false, /^20 found\. .*purple/],
  ['only that where nothing was found', answer({ ...none, problem: wrong }), false, /^(?!0 found).*purple/],
  [
    'that it can be finished, and not that it is wrong so far',
    answer({ problem: wrong, completions: ['a', 'b'] }),
    false,
    /^20 found\. 2 ways to finish it, with Tab$/,
  ],
  ['that there are more than can be shown', answer({ total: 300 }), true, /The first 1 of 300 are shown/],
  [
    'that what was found only comes near',
    answer({ unwritten: ['quoka'] }),
    false,
    /^20 found\. Nobody wrote “quoka” yet\. This/,
  ],
  [
    'that nothing was found, and that it can be asked',
    answer({ ...none }),
    false,
    /^Nothing here says “quoka” yet\. You can ask it as a question$/,
  ],
  ['that nothing has all of it', answer({ whole: 0 }), false, /^20 fit in part\. Nothing .* nearest\. You can ask it/],
  ['that older ones may be missing', answer({ isPartial: true }), false, /^20 found\. Older lessons/],
])('a screen reader is told %s', async (_, found, isMost, expected) => {
  const { root } = draw(<Said found={found} isMost={isMost} />);
  await soon(() => expect(saidIn(root)).toMatch(expected));
});

test('only once typing pauses', async () => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  onTestFinished(() => void vi.useRealTimers());
  const { root, redraw } = draw(<Said found={answer({ total: 3, whole: 3 })} />);
  const heard = () => saidIn(root);
  await act(() => void vi.advanceTimersByTime(300));
  await redraw(<Said found={answer({ total: 1, whole: 1 })} />);
  await act(() => void vi.advanceTimersByTime(300));
  expect(heard()).toBe('');
  await act(() => void vi.advanceTimersByTime(200));
  expect(heard()).toBe('1 found');
});

test('of rows that only say something else the number is not said again, of fewer it is', async () => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  onTestFinished(() => void vi.useRealTimers());
  const found = answer();
  const { root, redraw } = draw(<Said found={found} />);
  const wait = () => act(() => void vi.advanceTimersByTime(500));
  await wait();
  const heard = saidIn(root);
  await redraw(<Said found={{ ...found, hits: [2] }} />);
  await wait();
  expect(saidIn(root)).toBe(heard);
  await redraw(<Said found={{ ...found, hits: [], total: 19, whole: 19 }} />);
  await wait();
  expect(saidIn(root)).toBe('19 found');
});

test('what was copied just before is heard as well', async () => {
  const { root } = draw(<Said found={answer()} />);
  await act(() => announce('Copied'));
  await soon(() => expect(saidIn(root)).toBe('Copied20 found'));
});
