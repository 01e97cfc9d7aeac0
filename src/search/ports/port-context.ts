import { findForPage } from '../page/for-page.ts';
import type { Page } from '../page/page-query.ts';
import { loadStemmers } from '../text/language.ts';
import { createMemoryIndex, loadFrom } from '../write/memory.ts';

await loadStemmers();

/** The product's search by the page in view: `search(text, { limit, q })` with the page in `q` gives ids. */
export function create() {
  let ids: string[] = [];
  let memory = createMemoryIndex([]);
  return {
    addAll(docs: { id: string; title: string; text: string }[]) {
      ids = docs.map(({ id }) => id);
      memory = createMemoryIndex(docs.map(({ title, text }) => ({ title, text, site: '' })));
    },
    async search(text: string, { limit, q }: { limit: number; q?: Partial<Page> }): Promise<string[]> {
      const page: Page = { url: '', title: '', headings: [], body: text ?? '', ...q };
      const found = await findForPage(memory.index, page, { limit, weak: true, load: loadFrom(memory.entries, ids) });
      return found.map(({ item }) => item);
    },
  };
}
