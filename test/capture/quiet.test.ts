import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

/** What the page layer must never do, since a page watches it. */
const NEVER = {
  'listens to what pages post': /['"]message['"]/,
  'writes HTML': /innerHTML|outerHTML|insertAdjacentHTML|document\.write/,
  'runs text as code': /\beval\(|new Function/,
  'runs by itself': /setInterval|requestAnimationFrame|requestIdleCallback/,
  'speaks to a network': /\bfetch\(|XMLHttpRequest|WebSocket|sendBeacon/,
  'stores anything in the page': /localStorage|sessionStorage|indexedDB|document\.cookie/,
  'opens a root to the page': /mode:\s*'open'/,
};

const folder = new URL('../../src/capture/', import.meta.url);
const files = readdirSync(folder).filter((name) => name.endsWith('.ts'));

test.each(Object.entries(NEVER))('the page layer never %s', (_what, pattern) => {
  const offending = files.filter((name) => pattern.test(readFileSync(new URL(name, folder), 'utf8')));
  expect(offending).toEqual([]);
});

test('of what a person or colleague wrote, nothing is shown in a page: words come from the list of messages', () => {
  const source = files.map((name) => readFileSync(new URL(name, folder), 'utf8')).join('\n');
  const written = source.match(/(?:textContent|innerText|nodeValue)\s*=\s*[^=].*/g) ?? [];
  expect(written.sort()).toEqual(['textContent = css;', 'textContent = words;', 'textContent = words;']);
  const said = [...source.matchAll(/words: (\S+)/g)].map(([, from]) => from);
  expect(said.filter((from) => !/^(pageText\(|string\b|sign\b)/.test(from ?? ''))).toEqual([]);
});
