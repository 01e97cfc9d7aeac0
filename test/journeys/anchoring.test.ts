import { build } from 'esbuild';
import { type Browser, launch, type Page } from 'puppeteer-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type * as anchoring from '../../src/anchor/index.ts';
import { findProgram } from '../../src/dev/browsers/programs.ts';

/** Anchoring where no imitation of a browser will do: names that shadow the DOM, shadow roots, frames, long pages. */

declare const anchors: typeof anchoring;

const program = findProgram('chrome');
const inChromium = program ? test : test.skip;
let browser: Browser;
let page: Page;
let script: string;

beforeAll(async () => {
  if (!program) return;
  const { outputFiles } = await build({
    entryPoints: ['src/anchor/index.ts'],
    bundle: true,
    format: 'iife',
    globalName: 'anchors',
    target: 'chrome127',
    write: false,
  });
  script = outputFiles[0]?.text ?? '';
  browser = await launch({ executablePath: program.path, args: process.getuid?.() === 0 ? ['--no-sandbox'] : [] });
  page = await browser.newPage();
});
afterAll(() => browser?.close());

async function show(html: string): Promise<void> {
  await page.setContent(html);
  await page.evaluate(script);
}

const TEXT = `<p>The moon pulls the sea, and the sea follows late, for water is slow to gather and slower to let go.</p>
  <p>Twice a day the harbour fills; boats that lay on mud lift, and the quay is wet to its third step.</p>`;

/** Keeps the words that a selector leads to, and finds them again under the same root. */
const keepAndReturn = (holder: string): Promise<string> =>
  page.evaluate((css) => {
    const find = (path: string) => Document.prototype.querySelector.call(document, path);
    const [element, root] = [find(css), find('body')];
    if (!element || !root) return 'no such element';
    const range = new Range();
    range.selectNodeContents(element);
    const found = anchors.anchor(root, anchors.describe(range, root));
    return found.state === 'orphaned' ? found.reason : found.range.toString();
  }, holder);

inChromium('names that shadow the DOM change nothing', async () => {
  const names = ['parentNode', 'nodeType', 'localName', 'tagName', 'id', 'ownerDocument', 'closest', 'firstChild'];
  const fields = [...names, 'previousElementSibling', 'querySelectorAll', 'textContent', 'childNodes', 'matches'];
  const images = ['createTreeWalker', 'createRange', 'body', 'documentElement', 'querySelectorAll', 'defaultView'];
  await show(`${images.map((name) => `<img name="${name}">`).join('')}
    <form>${fields.map((name) => `<input name="${name}">`).join('')}
      <form></form>${TEXT}<div><p id="kept">Here lies the passage, in a form whose fields are called as the DOM is.</p></div></form>`);
  expect(await page.evaluate(() => String(document.body))).not.toBe('[object HTMLBodyElement]');
  expect(await keepAndReturn('#kept')).toBe('Here lies the passage, in a form whose fields are called as the DOM is.');
});

inChromium('a passage in an open shadow root is kept and found under that root, and not under the page', async () => {
  await show(`<p>Outside.</p><x-book></x-book>`);
  const said = await page.evaluate((html) => {
    const shadow = document.querySelector('x-book')?.attachShadow({ mode: 'open' });
    if (!shadow) return [];
    shadow.innerHTML = html;
    const text = shadow.querySelectorAll('p')[1]?.firstChild;
    if (!text) return [];
    getSelection()?.setBaseAndExtent(text, 31, text, 57);
    const [range] = getSelection()?.getComposedRanges({ shadowRoots: [shadow] }) ?? [];
    if (!range) return [];
    const selectors = anchors.describe(range, shadow);
    const found = anchors.anchor(shadow, selectors);
    const outside = anchors.anchor(document.body, selectors);
    return [
      found.state === 'orphaned' ? found.reason : found.range.toString(),
      outside.state,
      String(anchors.describe(range, document.body).length),
    ];
  }, TEXT);
  expect(said).toEqual(['boats that lay on mud lift', 'orphaned', '0']);
});

inChromium('a passage in a frame of our origin is kept and found under the body of that frame', async () => {
  await show(`<iframe srcdoc="${TEXT}"></iframe>`);
  await page.waitForFunction(
    () => document.querySelector('iframe')?.contentDocument?.querySelectorAll('p').length === 2,
  );
  const said = await page.evaluate(() => {
    const body = document.querySelector('iframe')?.contentDocument?.body;
    const text = body?.querySelectorAll('p')[1]?.firstChild;
    if (!body || !text) return 'no frame';
    const range = new Range();
    range.setStart(text, 31);
    range.setEnd(text, 57);
    const found = anchors.anchor(body, anchors.describe(range, body));
    return found.state === 'orphaned' ? found.reason : found.range.toString();
  });
  expect(said).toBe('boats that lay on mud lift');
});

inChromium('a page of a million letters is read and searched in slices, each found where it was', async () => {
  await show('<main></main>');
  const { right, pauses } = await page.evaluate(async () => {
    const main = document.querySelector('main');
    if (!main) return { right: 0, pauses: 0 };
    const line = (i: number) =>
      `<p>Day ${i}: wind ${(i * 7919) % 360}, glass ${(i * 104729) % 997}, all well aboard and nothing seen.</p>`;
    main.innerHTML = Array.from({ length: 16_000 }, (_, i) => line(i)).join('');
    const paragraphs = Array.from(main.children).filter((_, i) => i % 160 === 0);
    const selectors = paragraphs.map((paragraph) => {
      const range = new Range();
      range.selectNodeContents(paragraph);
      return anchors.describe(range, document.body);
    });
    main.prepend('Log of the year. ');
    for (const paragraph of paragraphs.slice(50)) paragraph.append(' Or so it was said.');
    let count = 0;
    globalThis.MessageChannel = new Proxy(MessageChannel, {
      construct(target) {
        count++;
        return new target();
      },
    });
    const found = await anchors.anchorAll(document.body, selectors);
    const places = found.map((one) => (one.state === 'orphaned' ? null : one.range.startContainer.parentElement));
    return { right: places.filter((place, i) => place === paragraphs[i]).length, pauses: count };
  });
  expect(right).toBe(100);
  expect(pauses).toBeGreaterThan(10);
});

inChromium('a page that changes under the search is answered all the same', async () => {
  await show(TEXT);
  const states = await page.evaluate(async () => {
    const text = document.querySelectorAll('p')[1]?.firstChild;
    if (!text) return [];
    const range = new Range();
    range.setStart(text, 31);
    range.setEnd(text, 57);
    const selectors = anchors.describe(range, document.body);
    // Every look at the clock finds a slice's time gone by, and in each pause the page is emptied.
    let now = 0;
    Date.now = () => {
      now += 10;
      return now;
    };
    globalThis.MessageChannel = new Proxy(MessageChannel, {
      construct(target) {
        document.body.replaceChildren();
        return new target();
      },
    });
    const gone = await anchors.anchorAll(document.body, [selectors, selectors]);
    const after = await anchors.anchorAll(document.body, [selectors]);
    return [gone.length, after[0]?.state];
  });
  expect(states).toEqual([2, 'orphaned']);
});
