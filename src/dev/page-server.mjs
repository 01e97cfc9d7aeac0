/**
 * Serves fixture pages on this machine, for journeys and for `npm run dev`. A file `NAME.headers.json` beside a page adds
 * its headers; `%OTHER_ORIGIN%` in a page becomes this server under another name, which to a browser is another site.
 * `/book.html` is written here: it is as long as a book. Addresses below `/moves/` are those a page gave itself.
 */
import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { extname, join, normalize } from 'node:path';
import { writeBook } from './book.mjs';

/** @typedef {{ url: string, other: string, asked: string[], close(): Promise<void> }} PageServer */

/** @type {Record<string, string>} */
const TYPES = {
  '.html': 'text/html; charset=utf-8',
  '.json': 'application/json',
  '.css': 'text/css',
  '.js': 'text/javascript',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.pdf': 'application/pdf',
};

/**
 * Starts on a free port unless one is given. `asked` gathers every path that was asked for. Files of the folder that is
 * named first hide those of later ones.
 * @param {string[]} folders
 * @returns {Promise<PageServer>}
 */
export async function servePages(folders, port = 0) {
  /** @type {string[]} */
  const asked = [];
  const server = createServer(async (request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://pages');
    asked.push(pathname);
    const page = await readPage(folders, decodeURIComponent(pathname));
    if (!page) return void response.writeHead(404, { 'content-type': 'text/plain' }).end('There is no such page.');
    const other = `http://localhost:${/** @type {import('node:net').AddressInfo} */ (server.address()).port}`;
    const body = page.type.startsWith('text/html') ? String(page.body).replaceAll('%OTHER_ORIGIN%', other) : page.body;
    response.writeHead(200, { 'content-type': page.type, 'cache-control': 'no-store', ...page.headers }).end(body);
  });
  await new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', () => resolve(undefined));
  });
  const given = /** @type {import('node:net').AddressInfo} */ (server.address()).port;
  return {
    url: `http://127.0.0.1:${given}`,
    other: `http://localhost:${given}`,
    asked,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

async function readPage(/** @type {string[]} */ folders, /** @type {string} */ pathname) {
  if (pathname === '/book.html') return { body: writeBook(), type: TYPES['.html'] ?? '', headers: {} };
  const name = pathname.startsWith('/moves/') ? 'moves.html' : normalize(pathname).replace(/^[/\\]+/, '');
  for (const folder of folders) {
    const path = join(folder, name);
    const body = await readFile(path).catch(() => null);
    if (!body) continue;
    const headers = await readFile(`${path}.headers.json`, 'utf8').catch(() => '{}');
    return { body, type: TYPES[extname(path)] ?? 'application/octet-stream', headers: JSON.parse(headers) };
  }
  return null;
}
