import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { findForPage } from '../../../src/search/page/for-page.ts';
import type { Page } from '../../../src/search/page/page-query.ts';
import { createMemoryIndex, loadFrom } from '../../../src/search/write/memory.ts';
import type { Doc } from './collections.ts';

/** Orders the documents of a collection for a page. */
export type Engine = (docs: Doc[]) => Promise<(page: Page, limit: number) => Promise<string[]>>;

const PACKAGES = ['minisearch@7.2.0', '@sqlite.org/sqlite-wasm@3.54.1-build1', '@mozilla/readability@0.6.0'];

/** Fetches the peers through npm into a folder; null where that cannot be done. */
export function fetchPeers(into: string): string | null {
  const modules = join(into, 'node_modules');
  if (existsSync(modules)) return modules;
  mkdirSync(into, { recursive: true });
  writeFileSync(join(into, 'package.json'), '{"private":true}');
  const options = ['install', '--no-audit', '--no-fund', '--ignore-scripts', ...PACKAGES];
  return spawnSync('npm', options, { cwd: into, stdio: 'ignore' }).status === 0 ? modules : null;
}

/** Ours, plain BM25 (as a floor), and the peers that could be had. */
export function createEngines(modules: string | null): Record<string, Engine> {
  const own = { ours, 'plain BM25': bm25 };
  return modules ? { ...own, 'SQLite FTS5': fts5(modules), MiniSearch: miniSearch(modules) } : own;
}

const textOf = ({ title, headings, body }: Page): string => [title, ...headings, body].join('\n');

const ours: Engine = async (docs) => {
  const ids = docs.map(({ id }) => id);
  const { index, entries } = createMemoryIndex(docs.map(({ title, text }) => ({ title, text, site: '' })));
  return async (page, limit) => {
    const found = await findForPage(index, page, { limit, weak: true, load: loadFrom(entries, ids) });
    return found.map(({ item }) => item);
  };
};

const miniSearch =
  (modules: string): Engine =>
  async (docs) => {
    const { default: MiniSearch } = await import(pathToFileURL(join(modules, 'minisearch/dist/es/index.js')).href);
    const index = new MiniSearch({ fields: ['title', 'text'] });
    index.addAll(docs);
    return async (page, limit) =>
      index
        .search(textOf(page), { boost: { title: 3 } })
        .slice(0, limit)
        .map(({ id }: { id: string }) => id);
  };

const TERMS_MOST = 400;

const fts5 =
  (modules: string): Engine =>
  async (docs) => {
    const sqlite = JSON.parse('{}');
    Object.assign(sqlite, await import(pathToFileURL(join(modules, '@sqlite.org/sqlite-wasm/dist/node.mjs')).href));
    const { oo1 } = await sqlite.default({ print() {}, printErr() {} });
    const db = new oo1.DB(':memory:');
    db.exec("create virtual table found using fts5(title, text, tokenize = 'porter unicode61')");
    db.transaction(() => {
      for (const [i, { title, text }] of docs.entries()) {
        db.exec({ sql: 'insert into found(rowid, title, text) values (?, ?, ?)', bind: [i + 1, title, text] });
      }
    });
    return async (page, limit) => {
      const terms = new Set(
        textOf(page)
          .toLowerCase()
          .match(/[\p{L}\p{N}]+/gu),
      );
      const asked = [...terms].slice(0, TERMS_MOST).map((term) => `"${term}"`);
      const rows: number[] = [];
      const sql = 'select rowid from found where found match ? order by bm25(found, 3, 1) limit ?';
      if (asked.length > 0)
        db.exec({ sql, bind: [asked.join(' OR '), limit], callback: ([at]: number[]) => rows.push(at ?? 0) });
      return rows.flatMap((at) => docs[at - 1]?.id ?? []);
    };
  };

const [K1, B] = [1.2, 0.75];

/** The textbook, without stems, fields or small words. */
const bm25: Engine = async (docs) => {
  const words = (text: string): string[] => text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
  const lists = new Map<string, Map<number, number>>();
  const lengths = docs.map(({ title, text }, i) => {
    const said = words(`${title} ${text}`);
    for (const word of said) {
      const list = lists.get(word) ?? new Map<number, number>();
      lists.set(word, list.set(i, (list.get(i) ?? 0) + 1));
    }
    return said.length;
  });
  const usual = lengths.reduce((sum, length) => sum + length, 0) / docs.length;
  return async (page, limit) => {
    const scores = new Map<number, number>();
    for (const word of words(textOf(page))) {
      const list = lists.get(word);
      const rare = Math.log(1 + (docs.length - (list?.size ?? 0) + 0.5) / ((list?.size ?? 0) + 0.5));
      for (const [i, times] of list ?? []) {
        const said = (times * (K1 + 1)) / (times + K1 * (1 - B + (B * (lengths[i] ?? 0)) / usual));
        scores.set(i, (scores.get(i) ?? 0) + rare * said);
      }
    }
    const best = [...scores].sort((a, b) => b[1] - a[1]).slice(0, limit);
    return best.flatMap(([i]) => docs[i]?.id ?? []);
  };
};
