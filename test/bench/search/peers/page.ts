import { CHANNEL, type Seen } from '../seen.ts';
import type { Text } from '../texts.ts';
import type { Engine } from './engine.ts';

/** What the bench does in the page of a peer. */
export interface InPeer {
  load(texts: Text[]): Promise<number>;
  finish(): Promise<number>;
  find(queries: string[]): Promise<{ ms: number; total: number }[]>;
  add(texts: Text[]): Promise<number[]>;
  close(): Promise<void>;
}

async function timed<T>(work: () => Promise<T>): Promise<{ ms: number; value: T }> {
  const from = performance.now();
  const value = await work();
  return { ms: performance.now() - from, value };
}

/** As a popup it opens, searches and draws ten rows, and notes when; in a tab it does what the bench asks. */
export async function run(create: () => Engine): Promise<void> {
  // Set by a script of its own before this one was loaded.
  const { started = 0 } = globalThis as { started?: number };
  const seen: Seen = { start: started };
  const engine = create();
  if (location.pathname.endsWith('desk.html')) return serve(engine);
  await engine.open();
  const rows = await engine.search(new URLSearchParams(location.search).get('query') ?? '');
  for (const { title, body } of rows) {
    const row = document.createElement('p');
    row.append(title, document.createElement('br'), body.slice(0, 90));
    document.body.append(row);
  }
  seen.found = performance.now();
  const channel = new BroadcastChannel(CHANNEL);
  channel.onmessage = ({ data }) => data === 'close' && window.close();
  requestAnimationFrame(() => {
    setTimeout(() => {
      seen.painted = performance.now();
      channel.postMessage(seen);
    });
  });
  // The engine is held too: what memory a popup takes is read after collecting what nobody holds.
  Object.assign(globalThis, { engine });
}

async function serve(engine: Engine): Promise<void> {
  await engine.open();
  const inTurn = async <T, R>(items: T[], work: (item: T) => Promise<R>) => {
    const made: R[] = [];
    for (const item of items) made.push(await work(item));
    return made;
  };
  const peer: InPeer = {
    load: async (texts) => (await timed(() => engine.add(texts))).ms,
    finish: async () => (await timed(() => engine.finish())).ms,
    find: (queries) =>
      inTurn(queries, async (query) => {
        const { ms, value } = await timed(() => engine.search(query));
        return { ms, total: value.length };
      }),
    add: (texts) => inTurn(texts, async (text) => (await timed(() => engine.addOne(text))).ms),
    close: () => engine.close(),
  };
  Object.assign(globalThis, { peer });
}
