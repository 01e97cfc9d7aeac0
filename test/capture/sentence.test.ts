// @vitest-environment happy-dom
import '../browser/fake-browser.ts';
import { beforeEach, expect, test } from 'vitest';
import { growBySentence } from '../../src/capture/sentence.ts';

beforeEach(() => {
  document.body.innerHTML = `
    <p>The moon pulls the sea. <b>It does so</b> twice a day. Nobody minds.</p>
    <script>var hidden = 'not read';</script>
    <ul><li>The sun helps! A little.</li></ul>`;
});

function rangeOf(text: string, length = text.length): Range {
  const walk = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (walk.nextNode()) {
    const node = walk.currentNode as Text;
    const at = node.data.indexOf(text);
    if (at < 0) continue;
    const range = document.createRange();
    range.setStart(node, at);
    range.setEnd(node, at + length);
    return range;
  }
  throw new Error(`no ${text}`);
}

const grow = (range: Range): Range => {
  const grown = growBySentence(range, 'en');
  if (!grown) throw new Error('nothing to grow into');
  return grown;
};

test('a part of a sentence becomes the sentence, then the next comes, then the next block', () => {
  let range = grow(rangeOf('does so'));
  expect(String(range)).toBe('It does so twice a day.');
  range = grow(range);
  expect(String(range)).toBe('It does so twice a day. Nobody minds.');
  range = grow(range);
  expect(String(range).replace(/\s+/g, ' ')).toMatch(/^It does so twice a day\. Nobody minds\. .*The sun helps!$/);
  range = grow(range);
  expect(String(range)).toMatch(/A little\.$/);
  expect(growBySentence(range, 'en')).toBeNull();
});

test('a caret becomes its sentence', () => {
  expect(String(grow(rangeOf('Nobody', 0)))).toBe('Nobody minds.');
  expect(String(grow(rangeOf('moon', 0)))).toBe('The moon pulls the sea.');
});

test('a selection over two blocks grows at both ends to whole sentences', () => {
  const range = rangeOf('twice');
  const end = rangeOf('sun');
  range.setEnd(end.endContainer, end.endOffset);
  expect(String(grow(range)).replace(/\s+/g, ' ')).toMatch(/^It does so twice a day\. Nobody minds\..*The sun helps!$/);
});

test('a language that is none does not stop it', () => {
  expect(String(growBySentence(rangeOf('moon'), 'not a language!'))).toBe('The moon pulls the sea.');
});

test('a line that is wrapped in the source does not end a sentence; a line of code does', () => {
  document.body.innerHTML = '<p>The moon pulls the\n   sea. It rests.</p><pre>one()\ntwo()</pre>';
  expect(String(grow(rangeOf('moon'))).replace(/\s+/g, ' ')).toBe('The moon pulls the sea.');
  expect(String(grow(rangeOf('two', 2)))).toBe('two()');
});
