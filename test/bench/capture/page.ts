import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

const WORDS = 'the yeast feeds on sugar and gives off gas which a well worked dough holds until the oven sets it'.split(
  ' ',
);
/** A book's worth, and what an article has. */
const PARAGRAPHS = { long: 1_800, short: 100 };
export type Length = keyof typeof PARAGRAPHS;

/** A long document, made of words in an order that never repeats for long, so that every passage is its own. */
function writePage(length: Length): string {
  let state = 1;
  const next = (below: number): number => {
    state = (state * 48_271) % 2_147_483_647;
    return state % below;
  };
  const paragraph = (): string => Array.from({ length: 100 }, () => WORDS[next(WORDS.length)]).join(' ');
  const text = Array.from({ length: PARAGRAPHS[length] }, (_, i) => `<p id="p${i}">${paragraph()}.</p>`).join('\n');
  return `<!doctype html><html lang="en"><meta charset="utf-8"><title>A long page</title><body>${text}</body></html>`;
}

export interface BenchPage {
  address: string;
  kilobytes: number;
}

/** Serves the pages on this machine: one of about 1 MB, one of about 50 kB. Below either, any address is the same page. */
export async function servePages(): Promise<Record<Length, BenchPage> & { close: () => void }> {
  const pages = { long: writePage('long'), short: writePage('short') };
  const server = createServer(({ url }, response) => {
    response.writeHead(200, { 'content-type': 'text/html' });
    response.end(url?.startsWith('/short') ? pages.short : pages.long);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  const toPage = (length: Length): BenchPage => ({
    address: `http://127.0.0.1:${port}/${length}/`,
    kilobytes: Math.round(pages[length].length / 1000),
  });
  return { long: toPage('long'), short: toPage('short'), close: () => server.close() };
}
