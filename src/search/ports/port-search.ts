import { parseQuery } from '../asked/query.ts';
import { search } from '../find/search.ts';
import { loadStemmers } from '../text/language.ts';
import { createMemoryIndex, loadFrom } from '../write/memory.ts';

await loadStemmers();

/** The product's search for any runner: `create()` gives `{ addAll(docs), search(query, { limit }) → ids }`. */
export function create() {
  let ids: string[] = [];
  let memory = createMemoryIndex([]);
  return {
    addAll(docs: { id: string; title: string; text: string }[]) {
      ids = docs.map(({ id }) => id);
      memory = createMemoryIndex(docs.map(({ title, text }) => ({ title, text, site: '' })));
    },
    async search(query: string, { limit }: { limit: number }): Promise<string[]> {
      const load = loadFrom(memory.entries, ids);
      const { hits } = await search(memory.index, parseQuery(query), { limit, load });
      return hits.map(({ loaded }) => loaded.item);
    },
  };
}
