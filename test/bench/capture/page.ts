import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

const WORDS = 'the yeast feeds on sugar and gives off gas which a well worked dough holds until the oven sets it'.split(
  ' ',
);
const PARAGRAPHS = 1_800;

/** A long document, made of words in an order that never repeats for long, so that every passage is its own. */
function writePage(): string {
  let state = 1;
  const next = (below: number): number => {
    state = (state * 48_271) % 2_147_483_647;
    return state % below;
  };
  const paragraph = (): string => Array.from({ length: 100 }, () => WORDS[next(WORDS.length)]).join(' ');
  const text = Array.from({ length: PARAGRAPHS }, (_, i) => `<p id="p${i}">${paragraph()}.</p>`).join('\n');
  return `<!doctype html><html lang="en"><meta charset="utf-8"><title>A long page</title><body>${text}</body></html>`;
}

/** Serves a page of about 1 MB on this machine. */
export async function servePage(): Promise<{ address: string; kilobytes: number; close: () => void }> {
  const html = writePage();
  const server = createServer((_request, response) => {
    response.writeHead(200, { 'content-type': 'text/html' });
    response.end(html);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  const kilobytes = Math.round(html.length / 1000);
  return { address: `http://127.0.0.1:${port}/`, kilobytes, close: () => server.close() };
}
