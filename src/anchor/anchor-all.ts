import type { Selector } from '../domain/target.ts';
import { type Anchored, anchorOn } from './anchor.ts';
import { type Page, readPage } from './page.ts';

export interface Pace {
  /** Longest stretch of work between two pauses. */
  sliceMs?: number;
  /** Waits until the page has had its turn. */
  pause?: () => Promise<void>;
}

/** Anchors many passages in slices, so that the page never stutters. Answers in the order asked. */
export async function anchorAll(
  root: Node,
  selectorsList: readonly (readonly Selector[])[],
  { sliceMs = 8, pause = giveWay }: Pace = {},
): Promise<Anchored[]> {
  const work = run(root, selectorsList);
  let since = performance.now();
  for (;;) {
    const step = work.next();
    if (step.done) return step.value;
    if (performance.now() - since < sliceMs) continue;
    await pause();
    since = performance.now();
  }
}

function* run(root: Node, selectorsList: readonly (readonly Selector[])[]): Generator<undefined, Anchored[]> {
  const page: Page = yield* readPage(root);
  const all: Anchored[] = [];
  for (const selectors of selectorsList) {
    all.push(anchorOn(page, selectors));
    yield;
  }
  return all;
}

/** A message to ourselves comes after what the page has waiting, without a timer's 4 ms. */
function giveWay(): Promise<void> {
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      port1.close();
      resolve();
    };
    port2.postMessage(null);
  });
}
