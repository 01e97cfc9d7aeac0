/** An event of the browser's API: listeners, and a way for a test to make it happen. */
export interface FakeEvent<Args extends unknown[], Answer = unknown> {
  addListener(listener: (...args: Args) => Answer): void;
  removeListener(listener: (...args: Args) => Answer): void;
  happen(...args: Args): Answer[];
}

export function createEvent<Args extends unknown[], Answer = unknown>(): FakeEvent<Args, Answer> {
  const listeners = new Set<(...args: Args) => Answer>();
  return {
    addListener: (listener) => void listeners.add(listener),
    removeListener: (listener) => void listeners.delete(listener),
    happen: (...args) => [...listeners].map((listener) => listener(...args)),
  };
}
