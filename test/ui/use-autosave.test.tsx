// @vitest-environment happy-dom
import { render } from 'preact';
import { act } from 'preact/test-utils';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { fail, ok, type Result } from '../../src/kit/result.ts';
import { SaveLine } from '../../src/ui/save-line.tsx';
import { type Autosave, useAutosave } from '../../src/ui/use-autosave.ts';
import { draw } from './drawn.ts';
import { provideEnglish } from './words-from-english.ts';

let saved: string[] = [];
let answer: (value: string) => Promise<Result<unknown>>;
let autosave: Autosave<string>;

function Field() {
  autosave = useAutosave(async (value: string) => {
    const result = await answer(value);
    if (result.ok) saved.push(value);
    return result;
  });
  return <SaveLine state={autosave.state} />;
}

const pass = (ms: number) =>
  act(async () => {
    await vi.advanceTimersByTimeAsync(ms);
  });

const words = () => document.querySelector('.save-line')?.textContent?.trim();

beforeEach(() => {
  vi.useFakeTimers();
  provideEnglish();
  saved = [];
  answer = async () => ok(null);
});
afterEach(() => {
  vi.useRealTimers();
});

test('what is typed is stored after a pause, once, and only then said to be kept', async () => {
  draw(<Field />);
  await act(() => autosave.change('a'));
  await act(() => autosave.change('ab'));
  expect(words()).toBe('Keeping…');
  expect(saved).toEqual([]);
  await pass(1_000);
  expect(saved).toEqual(['ab']);
  expect(words()).toBe('Kept');
});

test('what is typed while a save runs follows it, and is never said to be kept before', async () => {
  draw(<Field />);
  let finish: (result: Result<unknown>) => void = () => {};
  answer = () => new Promise((resolve) => (finish = resolve));
  await act(() => autosave.change('first'));
  await pass(1_000);
  await act(() => autosave.change('second'));
  answer = async () => ok(null);
  await act(async () => finish(ok(null)));
  await pass(1_000);
  expect(saved).toEqual(['first', 'second']);
});

test('a failure is said, and the same text is tried again when the field is left', async () => {
  draw(<Field />);
  answer = async () => fail('gone');
  await act(() => autosave.change('text'));
  await pass(1_000);
  expect(words()).toBe('This is no longer here.');
  answer = async () => ok(null);
  await act(() => autosave.flush());
  expect(saved).toEqual(['text']);
  expect(words()).toBe('Kept');
});

test('what waits is stored when the field goes away', async () => {
  const { root } = draw(<Field />);
  await act(() => autosave.change('last words'));
  await act(() => render(null, root));
  await pass(0);
  expect(saved).toEqual(['last words']);
});

test('what waits is stored when the page goes away', async () => {
  draw(<Field />);
  await act(() => autosave.change('last words'));
  globalThis.dispatchEvent(new Event('pagehide'));
  await pass(0);
  expect(saved).toEqual(['last words']);
});
