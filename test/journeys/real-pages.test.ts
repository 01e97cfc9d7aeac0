import { readdirSync } from 'node:fs';
import { expect, it } from 'vitest';
import { until } from '../../src/dev/browsers/until.ts';
import { type PageServer, servePages } from '../../src/dev/page-server.mjs';
import { allow } from '../../src/dev/walk/steps/allow.ts';
import { type Kept, keepByPopup } from '../../src/dev/walk/steps/keep.ts';
import { journeys, PAGES } from './journey.ts';

/** A folder of pages as they stand on the web, from `npm test -- --pages DIR`; else our own. */
const FOLDER = process.env.REAL_PAGES ?? PAGES;
const MOST = 32;
/** Pages that are about something else than being read. */
const APART = /^(hostile|frames|shadow|late|fields)\.html$/;

/** Runs in the page: selects what a reader might, a sentence or two in its middle, and tells what it selected and where it begins. */
function selectInMiddle(): { quote: string; before: number } | null {
  const isText = (element: Element) => (element.textContent ?? '').trim().length >= 40 && element.checkVisibility();
  const blocks = Array.from(document.querySelectorAll('p, li, td, dd')).filter(
    (element) => !element.querySelector('p, li, td, dd') && isText(element),
  );
  const block = blocks[Math.floor(blocks.length / 2)];
  const selection = getSelection();
  if (!block || !selection) return null;
  selection.selectAllChildren(block);
  const range = selection.getRangeAt(0);
  const before = document.createRange();
  before.selectNodeContents(document.body);
  before.setEnd(range.startContainer, range.startOffset);
  return { quote: range.toString(), before: before.toString().length };
}

/** Runs in the page: each painted passage, and where it begins. */
function paintedWhere(): { quote: string; before: number }[] {
  const ranges = Array.from(CSS.highlights.values()).flatMap((one) => Array.from(one as unknown as Set<Range>));
  return ranges.map((range) => {
    const before = document.createRange();
    before.selectNodeContents(document.body);
    before.setEnd(range.startContainer, range.startOffset);
    return { quote: range.toString(), before: before.toString().length };
  });
}

journeys('pages as they are', 'chrome', (stage) => {
  it('what is kept on each is painted in its place on coming back', async () => {
    await keepByPopup.walk(stage());
    await allow.walk(stage());
    const pages: PageServer = await servePages([FOLDER]);
    const ada = await stage().person('Ada');
    const names = readdirSync(FOLDER).filter((name) => name.endsWith('.html') && !APART.test(name));
    const wanted = new Map<string, { quote: string; before: number }>();
    for (const name of names.slice(0, MOST)) {
      await ada.goTo(`${pages.url}/${name}`);
      const selected = await ada.page.read(selectInMiddle);
      if (!selected) continue;
      const count = (await ada.rows('records')).length;
      await ada.command('keep');
      await until(`a lesson of ${name}`, async () => (await ada.rows('records')).length > count);
      wanted.set(name, selected);
    }
    const lessons = (await ada.rows('records')) as unknown as Kept[];
    expect(lessons.length).toBeGreaterThan(wanted.size);

    const astray: string[] = [];
    for (const [name, { quote, before }] of wanted) {
      await ada.goTo(`${pages.url}/${name}`);
      const painted = await until(`a highlight on ${name}`, async () => {
        const found = await ada.page.read(paintedWhere);
        return found.length > 0 && found;
      }).catch(() => []);
      const plain = (text: string) => text.replace(/\s+/g, ' ').trim();
      const isRight = painted.some((one) => plain(one.quote) === plain(quote) && Math.abs(one.before - before) < 80);
      if (!isRight) astray.push(`${name}: "${quote.slice(0, 60)}" → ${JSON.stringify(painted).slice(0, 120)}`);
    }
    console.log(`${wanted.size - astray.length} of ${wanted.size} highlights stand in their place.`);
    await pages.close();
    expect(astray).toEqual([]);
  });
});
