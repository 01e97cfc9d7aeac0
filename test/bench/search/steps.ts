/** Says how far a step is. */
export type Say = (what: string) => void;

/** What a bench does one after the other. Each says when it begins and ends, and none lasts longer than it may. */
export interface Steps {
  /** Null where it failed or did not end in time; then `signal` tells it to let go of what it holds, and the next step begins. */
  run<T>(name: string, work: (say: Say, signal: AbortSignal) => Promise<T>): Promise<T | null>;
  /** What did not end well, in sentences. */
  left: string[];
}

const SECOND = 1_000;
/** What was told to let go has so long for it. */
const LETTING_GO_MS = 20 * SECOND;
/** So often it is said that a step is still at it. */
const STILL_MS = 30 * SECOND;

export function createSteps(limitMs: number, print: (line: string) => void = console.log): Steps {
  const began = performance.now();
  const at = () => {
    const seconds = Math.floor((performance.now() - began) / SECOND);
    return `[${String(Math.floor(seconds / 60)).padStart(2, '0')}:${String(seconds % 60).padStart(2, '0')}]`;
  };
  const left: string[] = [];
  return {
    left,
    async run(name, work) {
      const from = performance.now();
      let last = 'begun';
      const say = (what: string) => {
        last = what;
        print(`${at()} ${name}: ${what}`);
      };
      say(last);
      const still = setInterval(() => print(`${at()} ${name}: still at it (${last})`), STILL_MS);
      const stop = new AbortController();
      const doing = work(say, stop.signal);
      try {
        const done = await within(limitMs, doing);
        say(`done in ${((performance.now() - from) / SECOND).toFixed(1)} s`);
        return done;
      } catch (error) {
        const why = error === LATE ? `did not end within ${limitMs / SECOND} s (${last})` : `failed: ${error}`;
        left.push(`${name} ${why}`);
        print(`${at()} ${name} ${why}`);
        stop.abort();
        await within(LETTING_GO_MS, doing).catch(() => null);
        return null;
      } finally {
        clearInterval(still);
      }
    },
  };
}

const LATE = new Error('It is late.');

async function within<T>(ms: number, work: Promise<T>): Promise<T> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(LATE), ms);
  });
  return Promise.race([work, late]).finally(() => clearTimeout(timer));
}
