import { readdirSync } from 'node:fs';
import { expect, test } from 'vitest';
import { until } from '../../src/dev/browsers/until.ts';
import { allowAll } from '../../src/dev/walk/steps/allow.ts';
import { waitForToast } from '../../src/dev/walk/steps/keep.ts';
import { words } from '../../src/dev/walk/words.ts';
import { journeys, PAGES, REAL_PAGES } from './journey.ts';

/** How many pages a lesson is kept on. */
const MANY = 30;
/** Pages that are made to be read through; the others are there to be difficult. */
const READABLE = /^(article|cjk|dark|manual|notes|notice|repeated|rtl|strict)\.html$/;

const folder = REAL_PAGES ?? PAGES;
const all = readdirSync(folder).filter((name) => (REAL_PAGES ? name.endsWith('.html') : READABLE.test(name)));
/** Spread over the folder, so that each kind of page in it is met. */
const chosen = all
  .sort()
  .filter((_, i) => i % Math.max(1, Math.floor(all.length / MANY)) === 0)
  .slice(0, MANY);

/** A passage by where it begins, in characters of the body's text, and what it says. */
interface Spot {
  at: number;
  text: string;
}

for (const browser of ['chrome', 'firefox'] as const) {
  // Firefox takes a third of them: the page layer is the same there, the browser is slower to drive.
  const names = browser === 'chrome' ? chosen : chosen.filter((_, i) => i % 3 === 0);
  journeys(`a lesson on each of ${names.length} pages of ${folder}`, browser, (stage) => {
    test('is painted in its place when one comes back', { timeout: 240_000 }, async () => {
      const ada = await stage().person('Ada');
      await (await allowAll(ada)).close();
      const kept = new Map<string, Spot>();
      for (const [i, name] of names.entries()) {
        await ada.goTo(`${stage().pages.url}/${name}`);
        const spot = await ada.page.until('a paragraph', selectSome, i);
        await ada.command('keep');
        await waitForToast(ada, words('toastKept'));
        kept.set(name, spot);
      }
      const right: string[] = [];
      for (const [name, spot] of kept) {
        await ada.goTo(`${stage().pages.url}/${name}`);
        const painted = await until(`paint on ${name}`, () => ada.page.read(whereIsPaint)).catch(() => null);
        if (painted?.at === spot.at && painted.text === spot.text) right.push(name);
      }
      console.log(`${right.length} of ${names.length} painted in the right place (${browser})`);
      expect([...kept.keys()].filter((name) => !right.includes(name))).toEqual([]);
    });
  });
}

/** Selects a sentence or so, another one on each page: from the nth block of text, not always from its beginning. */
function selectSome(nth: number): Spot | null {
  const blocks = [...document.body.querySelectorAll('p, li, td, dd')].filter(
    (block) => (block.textContent ?? '').trim().length > 40 && !block.querySelector('p, li, td, dd'),
  );
  const block = blocks[(nth * 7) % blocks.length];
  if (!block) return null;
  const walker = document.createTreeWalker(block, NodeFilter.SHOW_TEXT);
  const texts: Text[] = [];
  while (walker.nextNode()) texts.push(walker.currentNode as Text);
  const inked = texts.filter((text) => text.data.trim() !== '');
  const [first, last] = [inked[0], inked[Math.min(inked.length - 1, nth % 3)]];
  if (!first || !last) return null;
  const range = document.createRange();
  range.setStart(first, first.data.search(/\S/));
  range.setEnd(last, last.data.trimEnd().length);
  const selection = getSelection();
  selection?.removeAllRanges();
  selection?.addRange(range);
  const before = document.createRange();
  before.setStart(document.body, 0);
  before.setEnd(range.startContainer, range.startOffset);
  return { at: before.toString().length, text: range.toString() };
}

/** The one passage that is painted, if there is one. */
function whereIsPaint(): Spot | null {
  const painted = [...CSS.highlights.values()].flatMap((highlight) => [...highlight]) as AbstractRange[];
  const [found] = painted;
  if (!found || painted.length !== 1) return null;
  const range = document.createRange();
  range.setStart(found.startContainer, found.startOffset);
  range.setEnd(found.endContainer, found.endOffset);
  const before = document.createRange();
  before.setStart(document.body, 0);
  before.setEnd(range.startContainer, range.startOffset);
  return { at: before.toString().length, text: range.toString() };
}
