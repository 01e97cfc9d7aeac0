import { parseQuery } from '../asked/query.ts';
import { askAsMeant } from '../find/as-meant.ts';
import type { Ask } from '../find/ask.ts';
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
      const { index } = memory;
      const ask: Ask<string> = async (one, narrow = (all) => all) => ({
        answer: await search(index, one, narrow({ limit, load }, index)),
        isPartial: false,
      });
      const { answer } = await askAsMeant(query, parseQuery(query), ask, { limit, keyOf: (id) => id });
      return answer.hits.map(({ loaded }) => loaded.item);
    },
  };
}
