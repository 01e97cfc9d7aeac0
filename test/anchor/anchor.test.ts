// @vitest-environment happy-dom
import { expect, test } from 'vitest';
import { anchor, anchorAll, describe as describeRange } from '../../src/anchor/index.ts';

function rangeOf(text: string): Range {
  const walk = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (walk.nextNode()) {
    const node = walk.currentNode as Text;
    const at = node.data.indexOf(text);
    if (at < 0) continue;
    const range = document.createRange();
    range.setStart(node, at);
    range.setEnd(node, at + text.length);
    return range;
  }
  throw new Error(`no ${text}`);
}

test('a passage on an unchanged page is found where it was', async () => {
  document.body.innerHTML =
    '<main><h1>On tides</h1><p>The moon pulls the sea, and <b>the sea</b> follows late.</p></main>';
  const kept = rangeOf('pulls the sea');
  const selectors = describeRange(kept, document.body);
  const found = anchor(document.body, selectors);
  expect(found.state).toBe('anchored');
  if (found.state === 'orphaned') return;
  expect(found.range.startContainer).toBe(kept.startContainer);
  expect(found.range.startOffset).toBe(kept.startOffset);
  expect(found.range.endOffset).toBe(kept.endOffset);
  expect((await anchorAll(document.body, [selectors]))[0]?.state).toBe('anchored');
});
