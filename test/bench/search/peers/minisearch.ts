// @ts-expect-error The package is fetched by the bench, and no part of the project.
import MiniSearch from 'minisearch';
import type { Text } from '../texts.ts';
import { done, type Engine, finished, getItems, openItems, putItems } from './engine.ts';

interface Index {
  addAll(texts: Text[]): void;
  add(text: Text): void;
  search(typed: string): { id: number }[];
}

const FIELDS = { fields: ['title', 'body', 'tags'], extractField };
const SEARCH = {
  boost: { title: 3 },
  combineWith: 'AND',
  prefix: (_term: string, i: number, terms: string[]) => i === terms.length - 1,
  fuzzy: (term: string) => (term.length > 4 ? 1 : false),
};

function extractField(text: Text, field: keyof Text): string | number {
  const value = text[field];
  return typeof value === 'object' ? value.join(' ') : value;
}

/** MiniSearch as its documentation keeps it: the index as JSON, read whole before the first search. */
export function createEngine(): Engine {
  let database: IDBDatabase;
  let index: Index;
  const options = { ...FIELDS, searchOptions: SEARCH };
  const keep = async () => {
    const transaction = database.transaction('index', 'readwrite');
    transaction.objectStore('index').put(JSON.stringify(index), 'json');
    await finished(transaction);
  };
  return {
    async open() {
      database = await openItems();
      const json = await done(database.transaction('index').objectStore('index').get('json'));
      index = json ? MiniSearch.loadJSON(json, options) : new MiniSearch(options);
    },
    async add(texts) {
      index.addAll(texts);
      await putItems(database, texts);
    },
    finish: keep,
    search: (typed) =>
      getItems(
        database,
        index
          .search(typed)
          .slice(0, 10)
          .map(({ id }) => id),
      ),
    async addOne(text) {
      index.add(text);
      await putItems(database, [text]);
      await keep();
    },
    close: async () => database.close(),
  };
}
