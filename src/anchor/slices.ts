/** Work that pauses now and then and gives its result at the end. */
export type Sliced<T> = Generator<undefined, T>;

/** Runs sliced work to its end at once. */
export function finish<T>(work: Sliced<T>): T {
  for (;;) {
    const step = work.next();
    if (step.done) return step.value;
  }
}

/** Runs sliced work, giving way to the page whenever a slice has lasted long enough. */
export async function runInSlices<T>(work: Sliced<T>, sliceMs: number, pause: () => Promise<void>): Promise<T> {
  let since = performance.now();
  for (;;) {
    const step = work.next();
    if (step.done) return step.value;
    if (performance.now() - since < sliceMs) continue;
    await pause();
    since = performance.now();
  }
}

/** A message to ourselves comes after what the page has waiting, without a timer's 4 ms. */
export function giveWay(): Promise<void> {
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      port1.close();
      resolve();
    };
    port2.postMessage(null);
  });
}
