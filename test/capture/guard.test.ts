// @vitest-environment happy-dom
import './static-range.ts';
import { beforeEach, expect, test } from 'vitest';
import { createGuard } from '../../src/capture/guard.ts';
import type { Placed } from '../../src/capture/placed.ts';
import { hold } from '../../src/capture/ranges.ts';

let heard: string[][] = [];
const guard = createGuard((passages) => heard.push([...passages].map(({ mark }) => mark.id)));

beforeEach(() => {
  heard = [];
  document.body.innerHTML = '<p id="a">One <b>long</b> line.</p><p id="b">Another.</p><p id="c">Nothing of ours.</p>';
  guard.over([passage('a', textOf('a'), document.querySelector('#a')?.lastChild as Text), passage('b', textOf('b'))]);
});

const textOf = (id: string): Text => document.getElementById(id)?.firstChild as Text;

function passage(id: string, from: Text, to = from): Placed {
  const range = hold({ startContainer: from, startOffset: 0, endContainer: to, endOffset: 3 });
  const mark = { team: '', id, tone: 'own' as const, selectors: [] };
  return { mark, anchored: { state: 'anchored', range }, text: String(range), element: null, roots: [] };
}

/** The turn of the page is over, and no frame has been drawn yet. */
const turn = (change: () => void): Promise<void> => Promise.resolve(change()).then(() => {});

test('what changes within a passage is told in the same turn, of that passage alone', async () => {
  await turn(() => {
    textOf('b').data = 'Other words.';
  });
  expect(heard).toEqual([['b']]);
  await turn(() => document.querySelector('b')?.append('er'));
  expect(heard).toEqual([['b'], ['a']]);
});

test('what changes elsewhere, or where nothing is guarded any more, is not heard of', async () => {
  await turn(() => {
    textOf('c').data = 'Other words.';
    document.body.append('More of it.');
  });
  guard.over([]);
  await turn(() => {
    textOf('b').data = 'Other words.';
  });
  expect(heard).toEqual([]);
});

test('what changes beside a passage over several paragraphs, within what holds them all, is not heard of', async () => {
  guard.over([passage('ab', textOf('a'), textOf('b'))]);
  await turn(() => {
    textOf('c').data = 'It is ten past four.';
  });
  expect(heard).toEqual([]);
  await turn(() => document.querySelector('b')?.append('er'));
  await turn(() => textOf('c').parentElement?.before('A paragraph'));
  expect(heard).toEqual([['ab'], ['ab']]);
});

test('of a flood in a passage all are told to be looked at, once, and then there is rest until they are guarded anew', async () => {
  const flood = () => {
    for (let i = 0; i < 300; i++) textOf('b').appendData('x');
  };
  await turn(flood);
  await turn(flood);
  expect(heard).toEqual([['a', 'b']]);
  guard.again();
  await turn(() => textOf('b').appendData('x'));
  expect(heard).toEqual([['a', 'b'], ['b']]);
  await turn(flood);
  guard.over([passage('b', textOf('b'))]);
  await turn(() => textOf('b').appendData('x'));
  expect(heard).toEqual([['a', 'b'], ['b'], ['a', 'b'], ['b']]);
});
