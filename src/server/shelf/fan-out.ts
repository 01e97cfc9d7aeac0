/**
 * How the nodes of one database tell each other that something happened. It is a hint, sent after the commit and never
 * inside it; whoever misses one finds out by looking.
 */
export interface FanOut {
  /** Says it to the other nodes, the same word at most once in a while. */
  announce(word: string): void;
  close(): Promise<void>;
}

/** The same word is not said again within this. */
const ONCE_IN_MS = 50;

/** Says a word at once, and where it is said again soon after, once more when the while has passed. */
export function createCoalescer(say: (word: string) => void): { announce(word: string): void; close(): void } {
  const isDueAgain = new Map<string, boolean>();
  const timers = new Set<NodeJS.Timeout>();
  const sayNow = (word: string) => {
    isDueAgain.set(word, false);
    say(word);
    const timer = setTimeout(() => {
      timers.delete(timer);
      if (isDueAgain.get(word)) sayNow(word);
      else isDueAgain.delete(word);
    }, ONCE_IN_MS);
    timers.add(timer);
  };
  return {
    announce: (word) => void (isDueAgain.has(word) ? isDueAgain.set(word, true) : sayNow(word)),
    close: () => {
      for (const timer of timers) clearTimeout(timer);
    },
  };
}
