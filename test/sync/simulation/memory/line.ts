/** Does pieces of work one after the other, each while nothing else goes on. */
export interface Line {
  alone<T>(work: () => Promise<T>): Promise<T>;
  isBusy(): boolean;
}

function createLine(): Line {
  const waiting: (() => Promise<void>)[] = [];
  let isBusy = false;
  const goOn = () => {
    const next = waiting.shift();
    isBusy = next !== undefined;
    // What Node calls by `nextTick` it calls when no promise has anything left to do.
    if (next) process.nextTick(() => void next().then(goOn));
  };
  return {
    isBusy: () => isBusy,
    alone: (work) =>
      new Promise((resolve, reject) => {
        waiting.push(() => work().then(resolve, reject));
        if (!isBusy) goOn();
      }),
  };
}

/**
 * The line in which the transactions of all stores in memory stand. Each begins when everything else waits and waits
 * itself for nothing but what is done at once, so it is over before anything else can happen: whatever is asked of its
 * store meanwhile is part of it. Finding that out by watching promises (`AsyncLocalStorage`) made every wait dearer.
 */
export const line = createLine();
