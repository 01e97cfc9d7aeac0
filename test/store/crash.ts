/** So many writes are still done; then whoever writes is dead. */
let left = Number.POSITIVE_INFINITY;
let isDead = false;

for (const name of ['put', 'add', 'delete', 'clear'] as const) {
  const write = IDBObjectStore.prototype[name] as (...args: unknown[]) => IDBRequest;
  Object.assign(IDBObjectStore.prototype, {
    [name](this: IDBObjectStore, ...args: unknown[]) {
      if (!isDead && left-- > 0) return write.apply(this, args);
      isDead = true;
      this.transaction.abort();
      throw new DOMException('The browser was killed.', 'AbortError');
    },
  });
}

const begin = IDBDatabase.prototype.transaction;
IDBDatabase.prototype.transaction = function (...args) {
  if (isDead) throw new DOMException('The browser was killed.', 'AbortError');
  return begin.apply(this, args);
};

/**
 * Lets something work that dies after so many writes, as where the browser is killed: what was not committed is undone, and nothing follows. Gives
 * what came of it, and whether it died.
 */
export async function dieAfter<T>(writes: number, work: () => Promise<T>): Promise<{ done: T; isDead: boolean }> {
  left = writes;
  try {
    return { done: await work(), isDead };
  } finally {
    left = Number.POSITIVE_INFINITY;
  }
}

/** Once all that was open is closed, as in another life of the browser. */
export const liveAgain = (): void => {
  isDead = false;
};
