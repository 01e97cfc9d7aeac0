/** Work that pauses now and then and gives its result at the end. */
export type Sliced<T> = Generator<undefined, T>;

/** Runs sliced work to its end at once. */
export function finish<T>(work: Sliced<T>): T {
  let step = work.next();
  while (!step.done) step = work.next();
  return step.value;
}

/** A message to ourselves comes after what the page has waiting, without a timer's 4 ms. */
export function giveWay(): Promise<void> {
  return new Promise((resolve) => {
    const channel = new MessageChannel();
    channel.port1.onmessage = () => resolve(channel.port1.close());
    channel.port2.postMessage(0);
  });
}
