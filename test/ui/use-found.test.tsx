// @vitest-environment happy-dom
import { act } from 'preact/test-utils';
import { beforeEach, expect, test } from 'vitest';
import { useFound } from '../../src/ui/use-found.ts';
import { draw } from './drawn.ts';

const asked: string[] = [];
const answers = new Map<string, (found: string) => void>();
const find = (typed: string, signal: AbortSignal) =>
  new Promise<string>((resolve, reject) => {
    asked.push(typed);
    answers.set(typed, resolve);
    if (typed.startsWith('"')) signal.addEventListener('abort', () => reject(signal.reason));
  });

const Search = ({ typed }: { typed: string }) => <p>{useFound(typed, find)?.found ?? 'nothing'}</p>;

beforeEach(() => {
  asked.length = 0;
  answers.clear();
});

test('one search runs at a time, and what was typed last is searched next', async () => {
  const { root, redraw } = draw(<Search typed="d" />);
  await redraw(<Search typed="de" />);
  await redraw(<Search typed="dep" />);
  expect(asked).toEqual(['d']);
  await act(async () => answers.get('d')?.('for d'));
  expect(asked).toEqual(['d', 'dep']);
  await act(async () => answers.get('dep')?.('for dep'));
  expect(root.textContent).toBe('for dep');
});

test('an empty field shows nothing, even when an answer comes late', async () => {
  const { root, redraw } = draw(<Search typed="d" />);
  await redraw(<Search typed="" />);
  await act(async () => answers.get('d')?.('late'));
  expect(root.textContent).toBe('nothing');
});

test('a long search that is overtaken ends, and what is typed now is searched for', async () => {
  const { root, redraw } = draw(<Search typed={'"de"'} />);
  await redraw(<Search typed="de" />);
  expect(asked).toEqual(['"de"', 'de']);
  await act(async () => answers.get('de')?.('for de'));
  expect(root.textContent).toBe('for de');
});

test('what is typed again after its search was overtaken is searched for again', async () => {
  const { root, redraw } = draw(<Search typed={'"de"'} />);
  await act(async () => {
    void redraw(<Search typed="de" />);
    void redraw(<Search typed={'"de"'} />);
  });
  expect(asked.at(-1)).toBe('"de"');
  await act(async () => answers.get('"de"')?.('for "de"'));
  expect(root.textContent).toBe('for "de"');
});
