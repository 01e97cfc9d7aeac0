// @vitest-environment happy-dom
import './static-range.ts';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { describe as describeRange } from '../../src/anchor/index.ts';
import { HIGHLIGHTS, namesOf } from '../../src/browser/highlights.ts';
import { joinLayer, type Painter } from '../../src/capture/layer.ts';
import { textIn } from '../../src/capture/ranges.ts';
import type { Placement } from '../../src/wire/messages.ts';
import { fakeBrowser } from '../browser/fake-browser.ts';
import { soon } from '../soon.ts';
import { trusted } from './trusted.ts';

/** What the background was told of how passages stand, in order. */
const told: Placement[][] = [];
let painter: Painter;

/** The registry that this imitation of a browser lacks. */
class FakeHighlight extends Set<AbstractRange> {
  priority = 0;
  constructor(...ranges: AbstractRange[]) {
    super(ranges);
  }
}

beforeEach(async () => {
  told.length = 0;
  const registry = new Map();
  const css = {
    escape: (name: string) => name,
    get highlights() {
      return registry;
    },
  };
  for (const view of [globalThis, document.defaultView as Window]) {
    Object.assign(view, { Highlight: FakeHighlight });
    Object.defineProperty(view, 'CSS', { value: css, configurable: true });
  }
  fakeBrowser.runtime.sendMessage = async (said) => {
    const { say, takes } = said as { say: string; takes: { placements: Placement[] } };
    if (say === 'placed') told.push(takes.placements);
    return { ok: true, value: null };
  };
  history.replaceState(null, '', '#/one');
  document.body.innerHTML = '<p>Whoever closes a valve writes down the time, and the pressure with it.</p><p>End.</p>';
  await import('../../src/capture/paint.ts');
  painter = joinLayer().painter as Painter;
});

afterEach(() => {
  vi.unstubAllGlobals();
});

function rangeOfFirst(): Range {
  const text = document.querySelector('p')?.firstChild as Text;
  const range = document.createRange();
  range.setStart(text, 0);
  range.setEnd(text, 45);
  return range;
}

const markOf = (id: string, range: Range) => ({
  team: '',
  id,
  tone: 'own' as const,
  selectors: describeRange(range, document),
});

function paintFirst(): Promise<void> {
  painter.paint({ marks: [markOf('valve', rangeOfFirst())], count: 1, bar: false });
  return soon(() => expect(told).toHaveLength(1));
}

const pass = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

test('a passage that was edited is told with what it says now and what finds that', async () => {
  await paintFirst();
  expect(told[0]?.[0]).toMatchObject({ id: 'valve', state: 'anchored' });
  const edited = 'Whoever closes a valve notes down the exact time, and the pressure with it.';
  document.querySelector('p')?.replaceChildren(edited);
  await soon(() => expect(told).toHaveLength(2));
  const [changed] = told[1] ?? [];
  expect(changed).toMatchObject({ state: 'changed', reason: 'text-edited' });
  expect(changed?.now).toContain('notes down the exact');
  expect(changed?.selectors?.[0]).toMatchObject({ type: 'TextQuoteSelector', exact: changed?.now });
  painter.rest();
});

test('no range that finding it has made stays in the page', async () => {
  const mark = markOf('valve', rangeOfFirst());
  const made: Range[] = [];
  class Noted extends Range {
    constructor() {
      super();
      made.push(this);
    }
  }
  vi.stubGlobal('Range', Noted);
  painter.paint({ marks: [mark], count: 1, bar: false });
  await soon(() => expect(told).toHaveLength(1));
  expect(told[0]?.[0]).toMatchObject({ state: 'anchored' });
  expect(made.map(({ startContainer }) => document.contains(startContainer))).toEqual([false]);
  painter.rest();
});

test('words that are written into a passage change it, although it still stands where it stood', async () => {
  await paintFirst();
  const text = document.querySelector('p')?.firstChild as Text;
  text.insertData(15, 'or opens, by hand or from afar, ');
  await soon(() => expect(told).toHaveLength(2));
  expect(told[1]?.[0]).toMatchObject({ id: 'valve', state: 'changed' });
  painter.rest();
});

test('a second lesson leaves the first where it was found, and is found itself', async () => {
  await paintFirst();
  const [painted] = CSS.highlights.values().next().value as unknown as Set<Range>;
  const first = told[0]?.[0];
  const range = document.createRange();
  range.selectNodeContents(document.querySelectorAll('p')[1] as Element);
  const marks = [markOf('valve', rangeOfFirst()), markOf('end', range)];
  painter.paint({ marks, count: 2, bar: false });
  await soon(() => expect(told).toHaveLength(2));
  expect(told[1]).toEqual([first, expect.objectContaining({ id: 'end', state: 'anchored' })]);
  expect([...(CSS.highlights.values().next().value as unknown as Set<Range>)]).toContain(painted);
  painter.rest();
});

test('other words in the same text are not marked, from the turn on in which they came, and the passage is when it is back', async () => {
  await paintFirst();
  const text = document.querySelector('p')?.firstChild as Text;
  const words = text.data;
  text.data = 'Of a list only the rows in view are drawn, and in them the same text is used again.';
  await Promise.resolve();
  expect(CSS.highlights.size).toBe(0);
  text.data = words;
  await soon(() => expect(CSS.highlights.size).toBe(1));
  expect([...(CSS.highlights.values().next().value as unknown as Set<Range>)].map(textIn)).toEqual([
    words.slice(0, 44),
  ]);
  painter.rest();
});

test('what a page clears with its own marks comes back after what a person did, and no more than that is set', async () => {
  await paintFirst();
  CSS.highlights.clear();
  CSS.highlights.set('found', new Highlight());
  document.body.dispatchEvent(trusted(new Event('input', { bubbles: true })));
  await soon(() => expect([...CSS.highlights.keys()].sort()).toEqual(['found', HIGHLIGHTS.own]));
  painter.rest();
  expect([...CSS.highlights.keys()]).toEqual(['found']);
  CSS.highlights.clear();
});

test('how things stand is told once, however often the page is looked at', async () => {
  await paintFirst();
  for (let i = 0; i < 2; i++) {
    const [first] = document.querySelectorAll('p');
    first?.replaceWith(first.cloneNode(true));
    await pass(700);
  }
  expect(told).toHaveLength(1);
  painter.rest();
});

test('nothing is told to be missing on an address that the page has moved to meanwhile', async () => {
  await paintFirst();
  history.replaceState(null, '', '#/two');
  document.body.innerHTML = '<p>Another chapter.</p>';
  await pass(900);
  expect(told).toHaveLength(1);
  painter.rest();
});

test('in a shadow root too: what comes late is found, and so is what is drawn anew, though nothing changes outside', async () => {
  const host = document.createElement('x-log');
  host.id = 'log';
  document.body.append(host);
  const root = host.attachShadow({ mode: 'open' });
  const html = document.body.innerHTML;
  const { selectors, ...mark } = markOf('shadow', rangeOfFirst());
  const inside = { ...mark, selectors: [...selectors, { type: 'ShadowHostsSelector', value: ['#log'] }] };
  painter.paint({ marks: [inside], count: 1, bar: false });
  await soon(() => expect(told.at(-1)?.[0]?.state).toBe('orphaned'));
  root.innerHTML = html;
  await soon(() => expect(told.at(-1)?.[0]?.state).toBe('anchored'));
  root.innerHTML = '<p>Nothing of it is here.</p>';
  await soon(() => expect(told.at(-1)?.[0]?.state).toBe('orphaned'));
  painter.rest();
});

test('what a passage shares with another of its tone is painted under a name of its own', async () => {
  const within = rangeOfFirst();
  within.setStart(within.startContainer, 16);
  painter.paint({ marks: [markOf('valve', rangeOfFirst()), markOf('within', within)], count: 2, bar: false });
  await soon(() => expect(told).toHaveLength(1));
  const [words, others] = [rangeOfFirst(), within].map((range) => String(range).trim());
  const painted = [...CSS.highlights].map(([name, ranges]) => [name, [...ranges].map((one) => textIn(one as Range))]);
  expect(painted).toEqual([
    [HIGHLIGHTS.own, [words, others]],
    [namesOf('own')[1], [others]],
  ]);
  painter.rest();
  expect(CSS.highlights.size).toBe(0);
});

/** Has the ranges that are held throw whatever they are asked, once their frame has gone: Firefox leaves them so. */
function createMortalRanges(isInFrame: (node: Node) => boolean) {
  const frame = { isGone: false };
  const refuse = (init: StaticRangeInit): void => {
    if (frame.isGone && isInFrame(init.startContainer)) throw new TypeError("can't access dead object");
  };
  vi.stubGlobal('StaticRange', function mortal(init: StaticRangeInit) {
    return new Proxy(init, {
      get(_, name) {
        refuse(init);
        return Reflect.get(init, name);
      },
      has(_, name) {
        refuse(init);
        return Reflect.has(init, name);
      },
    });
  });
  return frame;
}

const shown = () => [...(CSS.highlights.get(HIGHLIGHTS.shown) ?? [])].map((range) => textIn(range as StaticRange));

test('where a frame has gone, what stands elsewhere is shown all the same, and painted, also if that was shown just now', async () => {
  const [first, last] = document.querySelectorAll('p');
  const end = document.createRange();
  end.selectNodeContents(last as Element);
  const marks = [markOf('valve', rangeOfFirst()), markOf('end', end)];
  const frame = createMortalRanges((node) => first?.contains(node) === true);
  painter.paint({ marks, count: 2, bar: false });
  await soon(() => expect(told).toHaveLength(1));
  painter.show('', 'valve');
  expect(shown()).toHaveLength(1);
  frame.isGone = true;
  painter.paint({ marks, count: 2, bar: false });
  await soon(() => expect(told).toHaveLength(2));
  expect(shown()).toEqual([]);
  frame.isGone = false;
  painter.paint({ marks, count: 2, bar: false });
  await soon(() => expect(told).toHaveLength(3));
  frame.isGone = true;
  expect(() => painter.show('', 'end')).not.toThrow();
  expect(shown()).toEqual(['End.']);
  painter.rest();
});
