// @vitest-environment happy-dom
import '../browser/fake-browser.ts';
import { beforeEach, expect, test, vi } from 'vitest';
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

test.each([
  [
    'de',
    'Das Ventil wird z. B. von Dr. Meier am 3. Oktober geprüft. Danach ruht es.',
    'Ventil',
    'Das Ventil wird z. B. von Dr. Meier am 3. Oktober geprüft.',
  ],
  ['en', 'Ask Mr. Smith for approx. No. 7. He said no. Then he left.', 'Smith', 'Ask Mr. Smith for approx. No. 7.'],
  ['en', 'Ask Mr. Smith for approx. No. 7. He said no. Then he left.', 'said', 'He said no.'],
  [
    'en',
    'It was J. R. Brown, e.g. Jane. She left the U.S. Navy early. Then came 30. After it, none.',
    'Navy',
    'She left the U.S. Navy early.',
  ],
  ['en', 'It has 30. After it, none.', 'has', 'It has 30.'],
])('an abbreviation ends no sentence (%s: %s, at %s)', (lang, text, at, sentence) => {
  document.body.innerHTML = `<p>${text}</p>`;
  expect(String(growBySentence(rangeOf(at), lang))).toBe(sentence);
});

test('lines that end with a break are sentences of their own, and so is what stands beside a list', () => {
  document.body.innerHTML = '<div>Open the valve<br>Wait a minute<br>Close it</div>';
  expect(String(grow(rangeOf('minute')))).toBe('Wait a minute');
  document.body.innerHTML = '<div>Before you begin<ul><li>Open the valve</li><li>Wait</li></ul>and close it</div>';
  let range = grow(rangeOf('you'));
  expect(String(range)).toBe('Before you begin');
  range = grow(range);
  expect(String(range)).toBe('Before you beginOpen the valve');
  expect(String(grow(rangeOf('close')))).toBe('and close it');
});

test('what is not shown is no sentence', () => {
  const shown = vi.spyOn(Element.prototype, 'checkVisibility').mockImplementation(function (this: Element) {
    return this.closest('[hidden]') === null;
  });
  document.body.innerHTML = '<p>Open the valve.</p><p hidden>Not to be read.</p><p>Wait a minute.</p>';
  expect(String(grow(grow(rangeOf('the'))))).toBe('Open the valve.Not to be read.Wait a minute.');
  shown.mockRestore();
});

test('in a shadow root without any block it grows too', () => {
  const root = document.body.appendChild(document.createElement('x-note')).attachShadow({ mode: 'open' });
  root.innerHTML = 'The moon pulls the sea. <b>It does so</b> twice a day.';
  const range = document.createRange();
  range.setStart(root.firstChild as Text, 4);
  range.setEnd(root.firstChild as Text, 8);
  const first = growBySentence(range, 'en') as Range;
  expect(String(first)).toBe('The moon pulls the sea.');
  expect(String(growBySentence(first, 'en'))).toBe('The moon pulls the sea. It does so twice a day.');
});

test('a selection that ends where the next paragraph begins takes nothing of that', () => {
  document.body.innerHTML = '<p>Open the valve. Then wait.</p><p>Close it.</p>';
  const [first, second] = document.querySelectorAll('p');
  const range = document.createRange();
  range.setStart(first as Element, 0);
  range.setEnd(second as Element, 0);
  expect(String(grow(range))).toBe('Open the valve. Then wait.Close it.');
});
