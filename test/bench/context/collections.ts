import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '../../../src/search/page/page-query.ts';

export interface Doc {
  id: string;
  title: string;
  text: string;
}

/** A page with the records that are judged to fit it. `self` is the page's own record. */
export interface Judged {
  id: string;
  self?: string;
  page: Page;
  relevant: Set<string>;
}

export interface Collection {
  name: string;
  docs: Doc[];
  pages: Judged[];
}

/**
 * The collections in a folder: each a folder with `docs.jsonl` (`{ id, title, text }`), `queries.jsonl`
 * (`{ id, self, title, url, headings, body }`) and `qrels.tsv` (query, document, grade). One whose queries are no pages has none.
 */
export function readCollections(folder: string): Collection[] {
  const names = readdirSync(folder).sort();
  return names
    .filter((name) => existsSync(join(folder, name, 'qrels.tsv')))
    .map((name) => readCollection(name, join(folder, name)));
}

function readCollection(name: string, folder: string): Collection {
  const relevant = new Map<string, Set<string>>();
  for (const line of lines(join(folder, 'qrels.tsv'))) {
    const [query = '', doc = '', grade = '0'] = line.split('\t');
    if (Number(grade) > 0) relevant.set(query, (relevant.get(query) ?? new Set()).add(doc));
  }
  const docs = lines(join(folder, 'docs.jsonl')).map((line): Doc => JSON.parse(line));
  const pages = lines(join(folder, 'queries.jsonl')).flatMap((line): Judged[] => {
    const { id, self, title, url, headings, body } = JSON.parse(line);
    const judged = relevant.get(id);
    return judged && body !== undefined ? [{ id, self, page: { title, url, headings, body }, relevant: judged }] : [];
  });
  return { name, docs, pages };
}

const lines = (file: string): string[] => readFileSync(file, 'utf8').split('\n').filter(Boolean);
