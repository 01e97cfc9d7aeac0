/** Does something when everything else that waits has had its turn: a timer would cost four milliseconds each time. */
export function inTurn(work: () => void): void {
  const { port1, port2 } = new MessageChannel();
  port1.onmessage = () => {
    port1.close();
    work();
  };
  port2.postMessage(null);
}

/** Lets everything else that waits have its turn. */
export const pause = (): Promise<void> => new Promise((resolve) => inTurn(resolve));

/** A function that pauses, when it is asked, where the last pause is longer ago than `sliceMs`. */
export function createPacer(sliceMs = 8): () => Promise<void> | undefined {
  let since = performance.now();
  return () => {
    if (performance.now() - since < sliceMs) return undefined;
    return pause().then(() => {
      since = performance.now();
    });
  };
}
