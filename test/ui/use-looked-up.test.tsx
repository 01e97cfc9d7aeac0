// @vitest-environment happy-dom
import '../pages/stage.ts';
import { act } from 'preact/test-utils';
import { beforeEach, expect, test } from 'vitest';
import { useLookedUp } from '../../src/ui/use-looked-up.ts';
import { draw } from './drawn.ts';

const asked: string[][] = [];

function Looked({ items }: { items?: string[] }) {
  const known = useLookedUp(items, async (some) => {
    asked.push(some);
    return new Map(some.map((one) => [one, one.toUpperCase()]));
  });
  return <p>{[...known.values()].join()}</p>;
}

const settle = () => act(() => new Promise((resolve) => setTimeout(resolve, 20)));

beforeEach(() => {
  asked.length = 0;
});

test('what was overtaken before there was time is not asked for, and what was read stays until there is other', async () => {
  const { root, redraw } = draw(<Looked items={['a']} />);
  await settle();
  expect(root.textContent).toBe('A');
  await redraw(<Looked items={['b']} />);
  await redraw(<Looked />);
  await settle();
  expect(root.textContent).toBe('A');
  await redraw(<Looked items={['c']} />);
  await settle();
  expect(root.textContent).toBe('C');
  expect(asked).toEqual([['a'], ['c']]);
});

test('where nothing answers, what was read stays, and nothing breaks', async () => {
  function Failing({ items }: { items: string[] }) {
    const known = useLookedUp(items, async ([one = '']) => {
      if (one === 'b') throw new DOMException('The database is closing.', 'InvalidStateError');
      return new Map([[one, one.toUpperCase()]]);
    });
    return <p>{[...known.values()].join()}</p>;
  }
  const { root, redraw } = draw(<Failing items={['a']} />);
  await settle();
  await redraw(<Failing items={['b']} />);
  await settle();
  expect(root.textContent).toBe('A');
});
