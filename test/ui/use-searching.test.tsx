// @vitest-environment happy-dom
import { act } from 'preact/test-utils';
import { beforeEach, expect, onTestFinished, test, vi } from 'vitest';
import { type Searching, useSearching } from '../../src/ui/use-searching.ts';
import { click, draw } from './drawn.ts';
import { provideEnglish } from './words-from-english.ts';

let kept: string[] = [];
let isClosed = false;
/** Until when what was found is on its way. */
let slow = Promise.resolve();
/** What of it still says what is looked for. */
let fits = (_one: string) => true;
/** What of it has only some of what is looked for. */
let isPart = (_one: string) => false;
/** What was edited since it was kept says this now. */
let edited = new Map<string, string>();
let shown: Searching<string>;

function Search({ query, changes }: { query: string; changes?: number }) {
  shown = useSearching<string>(query, {
    find: async (typed, limit) => {
      if (isClosed) throw new Error('The database is closed.');
      const now = kept.map((one) => edited.get(one) ?? one);
      const all = now.filter((one) => one.includes(typed) && fits(one));
      await slow;
      return { hits: all.slice(0, limit), total: all.length, whole: Math.min(all.length, 2) };
    },
    complete: async (typed) => (typed.endsWith(':') ? [`${typed}x`] : []),
    keyOf,
    isWhole: (hit) => !isPart(hit),
    standing: async (hits) => {
      const still = hits.map(keyOf).filter((key) => kept.includes(key));
      return new Map(still.map((key) => [key, edited.get(key) ?? key]));
    },
    changes,
  });
  return (
    <button type="button" onClick={() => (shown.more ?? shown.letIn)()}>
      {shown.found?.hits.length ?? 'nothing'}
    </button>
  );
}

/** What it said at first. */
const keyOf = (hit: string): string => [...edited].find(([, now]) => now === hit)?.[0] ?? hit;

const settle = () => act(() => new Promise((resolve) => setTimeout(resolve, 5)));

beforeEach(() => {
  provideEnglish();
  isClosed = false;
  slow = Promise.resolve();
  fits = () => true;
  isPart = () => false;
  edited = new Map();
  kept = Array.from({ length: 90 }, (_, i) => `tea ${i}`);
});

test('ten at first, more on demand, and all at the end', async () => {
  const { root } = draw(<Search query="tea" />);
  await settle();
  for (const number of ['10', '60', '90']) {
    expect(root.textContent).toBe(number);
    await click(root.querySelector('button') as HTMLElement);
    await settle();
  }
  expect(shown.more).toBeNull();
});

test('what comes is heard of also while something changes before any look at it is done', async () => {
  const { redraw } = draw(<Search query="tea" changes={0} />);
  await settle();
  for (let i = 1; i <= 9 && shown.late === 0; i++) {
    slow = new Promise((resolve) => setTimeout(resolve, 60));
    kept = [`new tea ${i}`, ...kept];
    await redraw(<Search query="tea" changes={i} />);
    await act(() => new Promise((resolve) => setTimeout(resolve, 20)));
  }
  expect(shown.late).toBeGreaterThan(0);
});

test('a look that takes long says nothing over what has come since it began', async () => {
  const { redraw } = draw(<Search query="tea" changes={0} />);
  await settle();
  let end = () => {};
  slow = new Promise((resolve) => {
    end = resolve;
  });
  await redraw(<Search query="tea" changes={1} />);
  await settle();
  kept = ['new tea', ...kept];
  slow = Promise.resolve();
  await redraw(<Search query="tea" changes={2} />);
  await settle();
  end();
  await settle();
  await settle();
  expect(shown.late).toBe(1);
});

test('a look that fails is reported, and what has changed meanwhile is heard of', async () => {
  const reported: unknown[] = [];
  vi.stubGlobal('reportError', (error: unknown) => reported.push(error));
  onTestFinished(() => void vi.unstubAllGlobals());
  const { redraw } = draw(<Search query="tea" changes={0} />);
  await settle();
  let fail = () => {};
  slow = new Promise((_, reject) => {
    fail = () => reject(new Error('The database is closed.'));
  });
  await redraw(<Search query="tea" changes={1} />);
  await settle();
  kept = ['new tea', ...kept];
  slow = Promise.resolve();
  await redraw(<Search query="tea" changes={2} />);
  fail();
  await vi.waitFor(() => expect(shown.late).toBe(1));
  expect(reported).toHaveLength(1);
});

test('what is below, while more of it is on its way, is no news where something else changes', async () => {
  const { root, redraw } = draw(<Search query="tea" changes={1} />);
  await settle();
  slow = new Promise((resolve) => setTimeout(resolve, 40));
  await click(root.querySelector('button') as HTMLElement);
  slow = Promise.resolve();
  await redraw(<Search query="tea" changes={2} />);
  await settle();
  expect([shown.found?.hits.length, shown.late]).toEqual([10, 0]);
  await vi.waitFor(() => expect(shown.found?.hits).toHaveLength(60));
});

test('what stands there stays in its place where more is shown, unless it is gone; to let in what came puts all in order', async () => {
  const { root, redraw } = draw(<Search query="tea" changes={1} />);
  await settle();
  const [first, second = '', ...others] = shown.found?.hits ?? [];
  // Among more of them another order is right, as where equals are told apart by when they were made.
  kept = kept.toReversed().filter((one) => one !== second);
  await click(root.querySelector('button') as HTMLElement);
  await settle();
  expect(shown.found?.hits).toHaveLength(69);
  expect(shown.found?.hits.slice(0, 10)).toEqual([first, ...others, 'tea 89']);
  expect(new Set(shown.found?.hits).size).toBe(69);
  await act(() => shown.letIn());
  await settle();
  expect(shown.found?.hits).toEqual(kept.slice(0, 60));
  await redraw(<Search query="te" changes={1} />);
  await settle();
  expect(shown.found?.hits).toEqual(kept.slice(0, 10));
});

test('of what was found for more, nothing is news where something else changes', async () => {
  const { root, redraw } = draw(<Search query="tea" changes={1} />);
  await settle();
  // Among more of them another order is right.
  kept = kept.toReversed();
  await click(root.querySelector('button') as HTMLElement);
  await settle();
  await redraw(<Search query="tea" changes={2} />);
  await settle();
  expect(shown.late).toBe(0);
});

test('what came since and would stand above what is read waits, also where more is shown', async () => {
  isPart = (one) => one !== 'tea 0' && one !== 'tea for all';
  const { root } = draw(<Search query="tea" changes={1} />);
  await settle();
  kept = ['tea for all', ...kept];
  await click(root.querySelector('button') as HTMLElement);
  await settle();
  expect(shown.found?.hits).toEqual(kept.slice(1, 60));
  expect(shown.late).toBe(1);
  await act(() => shown.letIn());
  await settle();
  expect(shown.found?.hits).toEqual(kept.slice(0, 60));
  expect(shown.late).toBe(0);
});

test('more of what is still being looked for begins without what stood there before', async () => {
  const { root, redraw } = draw(<Search query="tea" />);
  await settle();
  kept = [...kept, 'tea for two'];
  await redraw(<Search query="tea for" />);
  expect(shown.isPending).toBe(true);
  await click(root.querySelector('button') as HTMLElement);
  await settle();
  expect(shown.found?.hits).toEqual(['tea for two']);
});

test('who left what was found and comes back finds as many, as they are now', async () => {
  const { root, redraw } = draw(<Search query="tea" />);
  await settle();
  await click(root.querySelector('button') as HTMLElement);
  await settle();
  await redraw(<Search query="" />);
  await settle();
  fits = (one) => one !== 'tea 3';
  await redraw(<Search query="tea" />);
  await settle();
  expect(shown.found?.hits).toEqual(kept.filter(fits).slice(0, 60));
});

test('where all that stood there is gone, what was below it comes', async () => {
  const { redraw } = draw(<Search query="tea" changes={1} />);
  await settle();
  kept = kept.slice(10);
  await redraw(<Search query="tea" changes={2} />);
  await settle();
  await settle();
  expect(shown.found?.hits).toEqual(kept.slice(0, 10));
});

test('what came meanwhile is counted and not put in, until it is let in', async () => {
  kept = ['tea 1', 'tea 2'];
  const { root, redraw } = draw(<Search query="tea" />);
  await settle();
  await redraw(<Search query="tea" changes={1} />);
  await settle();
  kept = ['tea 3', ...kept];
  await redraw(<Search query="tea" changes={2} />);
  await settle();
  expect(shown.late).toBe(1);
  expect(shown.found?.hits).toEqual(['tea 1', 'tea 2']);
  await click(root.querySelector('button') as HTMLElement);
  await settle();
  expect(shown.found?.hits).toEqual(['tea 3', 'tea 1', 'tea 2']);
  expect(shown.late).toBe(0);
});

test('what came while it was being searched for is counted, too', async () => {
  kept = ['tea 1', 'tea 2'];
  const { redraw } = draw(<Search query="" changes={1} />);
  await settle();
  let found = () => {};
  slow = new Promise((resolve) => {
    found = resolve;
  });
  await redraw(<Search query="tea" changes={1} />);
  await settle();
  kept = ['tea 3', ...kept];
  await redraw(<Search query="tea" changes={2} />);
  await settle();
  found();
  await vi.waitFor(() => expect(shown.late).toBe(1));
  expect(shown.found?.hits).toEqual(['tea 1', 'tea 2']);
});

test('where nothing stands, what comes simply comes', async () => {
  kept = ['tea 1'];
  const { redraw } = draw(<Search query="tea" changes={1} />);
  await settle();
  kept = [];
  await redraw(<Search query="tea" changes={2} />);
  await settle();
  expect(shown.found?.hits).toEqual([]);
  kept = ['tea 2'];
  await redraw(<Search query="tea" changes={3} />);
  await settle();
  await settle();
  expect(shown).toMatchObject({ found: { hits: ['tea 2'] }, late: 0 });
});

test('what is deleted meanwhile goes at once, what came waits', async () => {
  kept = ['tea 1', 'tea 2', 'tea 3'];
  const { redraw } = draw(<Search query="tea" changes={1} />);
  await settle();
  kept = ['tea 4', 'tea 1', 'tea 3'];
  await redraw(<Search query="tea" changes={2} />);
  await settle();
  expect(shown.found).toMatchObject({ hits: ['tea 1', 'tea 3'], total: 2, whole: 1 });
  expect(shown.late).toBe(1);
  const before = shown.found;
  await redraw(<Search query="tea" changes={3} />);
  await settle();
  expect(shown.found).toBe(before);
});

test('what is edited meanwhile says its new words in its place, whether or not it still has what was asked for, and is no news', async () => {
  const { root, redraw } = draw(<Search query="tea" changes={1} />);
  await settle();
  edited = new Map([
    ['tea 1', 'green tea'],
    ['tea 3', 'coffee'],
  ]);
  await redraw(<Search query="tea" changes={2} />);
  await settle();
  const shownNow = ['tea 0', 'green tea', 'tea 2', 'coffee', ...kept.slice(4, 10)];
  expect(shown.found).toMatchObject({ hits: shownNow, total: 90 });
  expect(shown.late).toBe(0);
  const before = shown.found;
  await redraw(<Search query="tea" changes={3} />);
  await settle();
  expect(shown.found).toBe(before);
  await click(root.querySelector('button') as HTMLElement);
  await settle();
  expect(shown.found?.hits.slice(0, 12)).toEqual([...shownNow, 'tea 10', 'tea 11']);
  await act(() => shown.letIn());
  await settle();
  expect(shown.found?.hits).not.toContain('coffee');
});

test('what is deleted and brought back stands where it stood, as it is now', async () => {
  kept = ['tea 1', 'tea 2', 'tea 3'];
  const { redraw } = draw(<Search query="tea" changes={1} />);
  await settle();
  edited = new Map([['tea 2', 'green tea']]);
  for (const [changes, now, rows] of [
    [2, ['tea 1', 'tea 2', 'tea 3'], ['tea 1', 'green tea', 'tea 3']],
    [3, ['tea 1', 'tea 3'], ['tea 1', 'tea 3']],
    [4, ['tea 1', 'tea 2', 'tea 3'], ['tea 1', 'green tea', 'tea 3']],
  ] as const) {
    kept = [...now];
    await redraw(<Search query="tea" changes={changes} />);
    await settle();
    expect(shown.found?.hits).toEqual(rows);
  }
});

test('what moves up to where something was deleted is no news', async () => {
  const { redraw } = draw(<Search query="tea" changes={1} />);
  await settle();
  kept = kept.slice(1);
  await redraw(<Search query="tea" changes={2} />);
  await settle();
  expect(shown.found?.hits).toHaveLength(9);
  expect(shown.late).toBe(0);
});

test('one letter that begins nothing leaves what stood there', async () => {
  draw(<Search query="q" />);
  await settle();
  expect(shown.found).toBeNull();
  expect(shown.typed).toBe('');
  expect(shown.isPending).toBe(false);
});

test('completions come with the answer they belong to', async () => {
  draw(<Search query="tag:" />);
  await settle();
  expect(shown.found?.completions).toEqual(['tag:x']);
});

test('a search that fails is over and says so, and the next letter searches again', async () => {
  const reported: unknown[] = [];
  vi.stubGlobal('reportError', (error: unknown) => reported.push(error));
  onTestFinished(() => void vi.unstubAllGlobals());
  isClosed = true;
  const { redraw } = draw(<Search query="t" />);
  await settle();
  expect(shown.isPending).toBe(false);
  expect(shown.found?.problem).toEqual({ code: 'not-searched' });
  expect(reported).toHaveLength(1);
  isClosed = false;
  await redraw(<Search query="te" />);
  await settle();
  expect(shown.found?.hits).toHaveLength(10);
});

test('a space behind a word is searched for, since the word is whole then; other space is not', async () => {
  kept = ['car keys', 'cargo'];
  const { redraw } = draw(<Search query="car" />);
  await vi.waitFor(() => expect(shown.found?.hits).toEqual(['car keys', 'cargo']));
  await redraw(<Search query="car " />);
  await vi.waitFor(() => expect([shown.typed, shown.found?.hits]).toEqual(['car ', ['car keys']]));
  await redraw(<Search query="  car   " />);
  expect([shown.typed, shown.isPending]).toEqual(['car ', false]);
  await redraw(<Search query="   " />);
  await vi.waitFor(() => expect(shown.found).toBeNull());
});
