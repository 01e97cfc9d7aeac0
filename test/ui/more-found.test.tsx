// @vitest-environment happy-dom
import { useState } from 'preact/hooks';
import { beforeEach, expect, test } from 'vitest';
import { FinderField } from '../../src/ui/finder.tsx';
import { FinderList } from '../../src/ui/finder-list.tsx';
import { MoreFound } from '../../src/ui/more-found.tsx';
import { NewsBar } from '../../src/ui/news-bar.tsx';
import { useFinder } from '../../src/ui/use-finder.ts';
import type { Answer } from '../../src/ui/use-searching.ts';
import { button, click, draw, press } from './drawn.ts';
import { provideEnglish } from './words-from-english.ts';

beforeEach(provideEnglish);

const found = (shown: number, total: number, more: Partial<Answer<number>> = {}): Answer<number> => ({
  hits: Array.from({ length: shown }, (_, i) => i),
  total,
  whole: total,
  completions: [],
  ...more,
});

const NARROW = { narrowings: [], onNarrow: () => {} };

/** Three of six, and the others when they are asked for. */
function Numbers() {
  const [shown, setShown] = useState(3);
  const items = found(shown, 6).hits.map(String);
  const state = useFinder(items, { list: 'number', keyOf: (item) => item, act: () => {} });
  const finder = {
    query: 'number',
    onQuery: () => {},
    state,
    groups: [{ label: 'Found', items }],
    placeholder: 'Search numbers',
    keyOf: (item: string) => item,
    draw: (item: string) => item,
    onPick: () => {},
  };
  const more = shown < 6 ? () => setTimeout(() => setShown(6)) : null;
  return (
    <>
      <FinderField {...finder} />
      <FinderList {...finder} />
      <MoreFound search={{ found: found(shown, 6), more, isMost: false }} onMore={state.goOn} {...NARROW} />
    </>
  );
}

test('after more are asked for the field has the focus, and the first that came the cursor', async () => {
  const { root, redraw } = draw(<Numbers />);
  const field = root.querySelector('input') as HTMLInputElement;
  const active = () => document.getElementById(field.getAttribute('aria-activedescendant') ?? '')?.textContent;
  expect(active()).toBe('0');
  const more = button(root, 'Show more');
  more.focus();
  await click(more);
  expect(document.activeElement).toBe(field);
  await redraw(<Numbers />);
  await expect.poll(active).toBe('3');
  expect(root.querySelector('button:not([aria-label])')).toBeNull();
  await press(field, 'ArrowDown');
  expect(active()).toBe('4');
});

const sentence = (shown: Answer<number>) =>
  draw(<MoreFound search={{ found: shown, more: null, isMost: true }} onMore={() => {}} {...NARROW} />).root
    .textContent;

test('where there are more than can be shown, a sentence says so', () => {
  expect(sentence(found(260, 300))).toBe('The first 260 of 300 are shown. Another word narrows it down.Add a word');
  expect(sentence(found(260, 4000, { isAbout: true }))).toContain('of about 4000 are shown');
  expect(sentence(found(260, 300, { isCut: true }))).toContain('of at least 300 are shown');
  const { root } = draw(
    <MoreFound search={{ found: found(3, 3), more: null, isMost: false }} onMore={() => {}} {...NARROW} />,
  );
  expect(root.textContent).toBe('');
});

test('what is let in leaves the focus where it came, not nowhere', async () => {
  function News() {
    const [number, setNumber] = useState(1);
    return (
      <main tabIndex={-1}>
        <NewsBar number={number} onLetIn={() => setNumber(0)} />
      </main>
    );
  }
  const { root } = draw(<News />);
  const news = button(root, '1 new');
  news.focus();
  await click(news);
  expect(root.querySelector('button')).toBeNull();
  expect(document.activeElement).toBe(root.querySelector('main'));
});

test('where there are more, operators stand below that narrow the search, but for while one is being finished', async () => {
  const picked: string[] = [];
  const props = {
    onMore: () => {},
    narrowings: ['tea tag:', 'tea is:'],
    onNarrow: (query: string) => picked.push(query),
  };
  const search = (completions: string[], more: (() => void) | null) => ({
    found: found(3, 6, { completions }),
    more,
    isMost: false,
  });
  const { root, redraw } = draw(<MoreFound search={search([], () => {})} {...props} />);
  expect(root.textContent).toBe('Show moreNarrow it downtag:is:');
  await click(button(root, 'tag:'));
  expect(picked).toEqual(['tea tag:']);
  await redraw(<MoreFound search={search(['tea tag:green'], () => {})} {...props} />);
  expect(root.textContent).toBe('Show more');
  await redraw(<MoreFound search={search([], null)} {...props} />);
  expect(root.textContent).toBe('');
});
