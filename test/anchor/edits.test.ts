// @vitest-environment happy-dom
import { expect, test } from 'vitest';
import { anchor, describe } from '../../src/anchor/index.ts';
import { EDITS } from './edits.ts';
import { bare, rangeOf, show } from './page.ts';

const page = (html: string): string => `<main>${html.replace(/\[\[|\]\]/g, '')}</main>`;
const textOf = (html: string): string => bare(html.replace(/<[^>]+>/g, ''));

/** Where the passage that is marked in a page lies in its text without blanks; null where none is. */
function placeIn(html: string): [number, number] | null {
  const [before, passage, after] = html.split(/\[\[|\]\]/).map(textOf);
  return after === undefined ? null : [before?.length ?? 0, (before + (passage ?? '')).length];
}

function placeOf(range: Range): [number, number] {
  const before = document.createRange();
  before.setStart(document.body, 0);
  before.setEnd(range.startContainer, range.startOffset);
  const start = bare(before.toString()).length;
  return [start, start + bare(range.toString()).length];
}

/** An edited passage is rightly shown where seven tenths of what is shown and of what is meant are the same. */
const MOST = 0.7;

test.each(Object.entries(EDITS))('%s', (_, { before, after }) => {
  const selectors = JSON.parse(JSON.stringify(describe(findMarked(before), document.body)));
  const found = anchor(show(page(after)), selectors);
  const meant = placeIn(after);
  if (!meant || found.state === 'orphaned') {
    expect(found.state === 'orphaned').toBe(!meant);
    return;
  }
  const shown = placeOf(found.range);
  const isSame = /\[\[(.*)\]\]/s.exec(before)?.[1] === /\[\[(.*)\]\]/s.exec(after)?.[1];
  if (isSame) expect([found.state, ...shown]).toEqual(['anchored', ...meant]);
  const shared = Math.min(meant[1], shown[1]) - Math.max(meant[0], shown[0]);
  expect(shared / Math.max(meant[1] - meant[0], shown[1] - shown[0])).toBeGreaterThanOrEqual(MOST);
});

/** The page with the passage, and its range: marked by two letters that are taken out again. */
function findMarked(html: string): Range {
  const body = show(`<main>${html.replace('[[', '\ue000').replace(']]', '\ue001')}</main>`);
  const range = document.createRange();
  range.setStart(...cutOut(body, '\ue000'));
  range.setEnd(...cutOut(body, '\ue001'));
  return range;
}

function cutOut(body: Node, letter: string): [Node, number] {
  const { startContainer, startOffset } = rangeOf(body, letter);
  if (startContainer instanceof Text) startContainer.deleteData(startOffset, 1);
  return [startContainer, startOffset];
}
