import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const CHANNEL = 'bench-durable';

/** What the probe tells: when a transaction that wrote records was complete, in ms since 1970 by its own clock. */
export interface Told {
  at: number;
}

/**
 * Runs before the background's own code: tells of each transaction that put new records, the moment the browser says that it is
 * complete. It stands in the file itself, so that it is there as soon as a stopped worker is.
 */
function probe(name: string): void {
  const channel = new BroadcastChannel(name);
  const seen = new WeakSet<IDBTransaction>();
  const { prototype } = IDBObjectStore;
  for (const how of ['put', 'add'] as const) {
    const write = prototype[how];
    prototype[how] = function (this: IDBObjectStore, ...row: Parameters<typeof write>) {
      const { transaction } = this;
      const isNew = this.name === 'records' && row[0]?.version?.n === 1;
      if (isNew && !seen.has(transaction)) {
        seen.add(transaction);
        transaction.addEventListener('complete', () => {
          channel.postMessage({ at: performance.timeOrigin + performance.now() });
        });
      }
      return write.apply(this, row);
    };
  }
}

/** Puts the probe into the background of a copy of the extension. */
export function putProbe(folder: string): void {
  const path = join(folder, 'background.js');
  writeFileSync(path, `(${String(probe)})(${JSON.stringify(CHANNEL)});\n${readFileSync(path, 'utf8')}`);
}

/** How long a gesture took, in ms, until what it kept was durable, and until its answer was back. */
export interface Kept {
  durable: number;
  answered: number;
}

/**
 * Runs in a page of ours, in whose process the worker is too, so that both have one clock: keeps what is selected in a tab by the
 * message of our button, which goes a key's way from the background on.
 */
export async function keepHere(tabId: number, name: string = 'bench-durable'): Promise<Kept> {
  const channel = new BroadcastChannel(name);
  const told = new Promise<Told>((resolve) => {
    channel.onmessage = ({ data }) => resolve(data);
  });
  const started = performance.now();
  const answer = await chrome.runtime.sendMessage({ say: 'keepHere', takes: { tabId, what: 'lesson' } });
  const answered = performance.now() - started;
  if (!answer?.ok) throw new Error(`not kept: ${JSON.stringify(answer)}`);
  const { at } = await told;
  channel.close();
  const durable = at - performance.timeOrigin - started;
  if (durable <= 0 || durable > answered) throw new Error(`durable after ${durable} ms, answered after ${answered}`);
  return { durable, answered };
}
