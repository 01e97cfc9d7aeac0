// @vitest-environment happy-dom
import { act } from 'preact/test-utils';
import { beforeEach, expect, test } from 'vitest';
import { useFound } from '../../src/ui/use-found.ts';
import { draw } from './drawn.ts';

const asked: string[] = [];
const answers = new Map<string, (found: string) => void>();
const find = (typed: string) =>
  new Promise<string>((resolve) => {
    asked.push(typed);
    answers.set(typed, resolve);
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
