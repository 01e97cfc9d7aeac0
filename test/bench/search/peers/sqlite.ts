import type { Engine } from './engine.ts';

type Call = 'open' | 'add' | 'finish' | 'search' | 'addOne' | 'close';

/** SQLite's FTS5 in its own worker, on the file system of the origin; its files can be open in one page at a time. */
export function createEngine(): Engine {
  const worker = new Worker('worker.js', { type: 'module' });
  const waiting = new Map<number, { resolve: (value: never) => void; reject: (error: Error) => void }>();
  let calls = 0;
  worker.onmessage = ({ data: { id, value, error } }) => {
    if (error) waiting.get(id)?.reject(new Error(error));
    else waiting.get(id)?.resolve(value as never);
    waiting.delete(id);
  };
  const call = <T>(name: Call, takes?: unknown): Promise<T> =>
    new Promise<T>((resolve, reject) => {
      const id = calls++;
      waiting.set(id, { resolve, reject });
      worker.postMessage({ id, name, takes });
    });
  return {
    open: () => call('open'),
    add: (texts) => call('add', texts),
    finish: () => call('finish'),
    search: (typed) => call('search', typed),
    addOne: (text) => call('addOne', text),
    close: () => call('close'),
  };
}
