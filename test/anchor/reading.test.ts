// @vitest-environment happy-dom
import { afterEach, expect, test, vi } from 'vitest';
import { anchor, anchorAll, describe, forget } from '../../src/anchor/index.ts';
import { bare, rangeOf, show, TIDES, words } from './page.ts';

test('a page that changed is read anew, and so is one that was forgotten', () => {
  const body = show(TIDES);
  const selectors = describe(rangeOf(body, 'boats that lay on mud lift'), body);
  body.querySelector('h1')?.after('Newly come.');
  expect(words(anchor(body, selectors))).toBe('boatsthatlayonmudlift');
  forget(body);
  expect(words(anchor(body, selectors))).toBe('boatsthatlayonmudlift');
});

test('a page is not read anew for what holds no text, but for every text that comes, goes or changes', () => {
  const body = show(TIDES);
  const reads = vi.spyOn(Document.prototype, 'createTreeWalker');
  const selectors = describe(rangeOf(body, 'boats that lay on mud lift'), body);
  const readsFor = (change: () => void): number => {
    change();
    const before = reads.mock.calls.length;
    anchor(body, selectors);
    return reads.mock.calls.length - before;
  };
  const host = document.createElement('div');
  const text = document.createTextNode('Newly come.');
  expect(readsFor(() => body.append(host, document.createElement('img')))).toBe(0);
  expect(readsFor(() => host.remove())).toBe(0);
  expect(readsFor(() => body.append(text))).toBe(1);
  expect(readsFor(() => text.appendData(' And more.'))).toBe(1);
  expect(readsFor(() => text.remove())).toBe(1);
});

test('many are anchored in the order asked, with pauses that the page can use', async () => {
  const body = show(TIDES);
  const asked = ['third step', 'the sea', 'neap and plan', 'slow to gather'];
  const list = asked.map((text) => describe(rangeOf(body, text), body));
  const pauses = slowClock();
  const found = await anchorAll(body, [...list, []]);
  expect(found.map(words)).toEqual([...asked.map(bare), 'no-selector']);
  expect(pauses.mock.calls.length).toBeGreaterThanOrEqual(asked.length);
});

test('reading a long text is done in slices too, even if all of it stands in one node', async () => {
  const body = show('<pre></pre>');
  const log = Array.from({ length: 2000 }, (_, i) => `${i}: wind ${(i * 7919) % 360}, all well aboard.`).join('\n');
  body.querySelector('pre')?.append(log);
  const selectors = describe(rangeOf(body, '1234: wind'), body);
  body.prepend('Log of the year.');
  const pauses = slowClock();
  expect((await anchorAll(body, [selectors])).map(words)).toEqual(['1234:wind']);
  expect(pauses.mock.calls.length).toBeGreaterThan(log.length / 2048);
});

test('a long passage that was edited in a hundred places is found, and looked for in slices', async () => {
  const body = show('<p>Log of the year.</p><p id="log"></p>');
  const words = Array.from({ length: 4000 }, (_, i) => `w${(i * 7919) % 9973}`);
  const log = body.querySelector('#log');
  log?.append(words.join(' '));
  const selectors = describe(rangeOf(body, words.join(' ')), body);
  const changed = words.map((word, i) => (i % 37 === 5 ? 'x' : word)).join(' ');
  log?.replaceChildren(changed);
  const pauses = slowClock();
  const [found] = await anchorAll(body, [selectors]);
  expect(found?.state).toBe('changed');
  expect(found && 'now' in found && found.now).toBe(changed);
  expect(pauses.mock.calls.length).toBeGreaterThan(changed.length / 1024);
});

test('whether a long passage of one block reaches into others is asked one block at a time', async () => {
  const body = show('<p>Log of the year.</p><p id="log"></p>');
  const words = Array.from({ length: 4000 }, (_, i) => `w${(i * 7919) % 9973}`);
  body.querySelector('#log')?.append(words.join(' '));
  const selectors = describe(rangeOf(body, words.join(' ')), body);
  const pausesWith = async (gap: string): Promise<number> => {
    show(`<p>Log.</p><p>${words.map((word, i) => (i % 37 === 5 ? `x${gap}` : word)).join(' ')}</p>`);
    const pauses = slowClock();
    expect((await anchorAll(document.body, [selectors]))[0]?.state).toBe('changed');
    const count = pauses.mock.calls.length;
    vi.restoreAllMocks();
    return count;
  };
  expect(await pausesWith('</p><p>')).toBeGreaterThan((await pausesWith('')) + 100);
});

/** Every look at the clock finds a slice's time gone by, so that each step is followed by a pause; these are counted. */
function slowClock() {
  let now = 0;
  vi.spyOn(Date, 'now').mockImplementation(() => {
    now += 10;
    return now;
  });
  return vi.spyOn(globalThis, 'MessageChannel');
}

afterEach(() => {
  vi.restoreAllMocks();
});
