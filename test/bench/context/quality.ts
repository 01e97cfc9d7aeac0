import { findForPage } from '../../../src/search/page/for-page.ts';
import { createMemoryIndex, loadFrom } from '../../../src/search/write/memory.ts';
import type { Collection, Judged } from './collections.ts';
import type { Engine } from './engines.ts';

const AT = 10;

/** Mean nDCG@10 of an engine for the pages of a collection; a page's own record does not count. */
export async function ndcgOf(engine: Engine, { docs, pages }: Collection): Promise<number> {
  const search = await engine(docs);
  let sum = 0;
  for (const { self, page, relevant } of pages) {
    const found = (await search(page, AT + 1)).filter((id) => id !== self).slice(0, AT);
    const gain = found.reduce((all, id, i) => all + (relevant.has(id) ? 1 / Math.log2(i + 2) : 0), 0);
    const ideal = Array.from({ length: Math.min(AT, relevant.size) }, (_, i) => 1 / Math.log2(i + 2));
    sum += gain / ideal.reduce((all, one) => all + one, 0);
  }
  return sum / pages.length;
}

/** How much of what is shown, and of what is shown as strong, is judged to fit. */
export interface Shown {
  pages: number;
  strong: number;
  strongRight: number;
  shown: number;
  shownRight: number;
}

const HANDFUL = 5;

/** What the panel would show for each page, if the page itself were not kept. */
export async function shownOf({ docs, pages }: Collection): Promise<Shown> {
  const counted: Shown = { pages: pages.length, strong: 0, strongRight: 0, shown: 0, shownRight: 0 };
  const show = createPanel({ docs });
  for (const one of pages) {
    for (const { item, grade } of await show(one)) {
      const right = Number(one.relevant.has(item));
      counted.shown++;
      counted.shownRight += right;
      if (grade === 'strong') {
        counted.strong++;
        counted.strongRight += right;
      }
    }
  }
  return counted;
}

/** Of so many pages with nothing to find, how many showed something, and something strong. */
export interface Foreign {
  pages: number;
  withStrong: number;
  withAny: number;
}

/** Pages of each collection beside the records of each other one: so many pairs in all, spread evenly. */
export async function foreignOf(abroad: Collection[], homes: Collection[], pairs: number): Promise<Foreign> {
  const counted: Foreign = { pages: 0, withStrong: 0, withAny: 0 };
  const meetings = homes.flatMap((home) => abroad.filter((one) => one !== home).map((one) => ({ home, one })));
  const each = Math.ceil(pairs / meetings.length);
  for (const { home, one } of meetings) {
    const show = createPanel(home);
    const step = Math.max(1, Math.floor(one.pages.length / each));
    for (const judged of one.pages.filter((_, i) => i % step === 0).slice(0, each)) {
      const found = await show({ ...judged, self: '' });
      counted.pages++;
      counted.withAny += Number(found.length > 0);
      counted.withStrong += Number(found.some(({ grade }) => grade === 'strong'));
    }
  }
  return counted;
}

function createPanel({ docs }: Pick<Collection, 'docs'>) {
  const ids = docs.map(({ id }) => id);
  const { index, entries } = createMemoryIndex(docs.map(({ title, text }) => ({ title, text, site: '' })));
  const load = loadFrom(entries, ids);
  return ({ page, self }: Judged) => findForPage(index, page, { limit: HANDFUL, load, keeps: (id) => id !== self });
}
