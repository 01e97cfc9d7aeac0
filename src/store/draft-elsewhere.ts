import { createPacer } from '../kit/pause.ts';
import { type Draft, type DraftSegment, draftSegment, type Findable } from '../search/write/draft.ts';

/** What a worker is asked, by number, since a small draft may be done before a large one that was asked first. */
export interface Asked {
  n: number;
  records: (Findable | null)[];
}

/** What it answers; null where it went wrong. */
export interface Drafted {
  n: number;
  draft: Draft | null;
}

/** The part of a worker that is used. */
export interface DraftWorker {
  postMessage(asked: Asked): void;
  addEventListener(type: 'message', hear: (event: { data: Drafted }) => void): void;
  /** `messageerror`: what it answered did not come through. */
  addEventListener(type: 'error' | 'messageerror', hear: () => void): void;
}

/** A draft of a thousand records takes a tenth of a second; a worker that is silent for so long never began, or was ended. */
const PATIENCE_MS = 10_000;

/** Calls back when a worker has been silent for too long; what it gives back stops that. */
export type Patience = (giveUp: () => void) => () => void;

const untilTooLong: Patience = (giveUp) => {
  const timer = setTimeout(giveUp, PATIENCE_MS);
  return () => clearTimeout(timer);
};

/** A worker that drafts. */
interface Drafting {
  draft: DraftSegment;
  /** Nobody waits for what it is at any more: that comes neither from it, which may be ended, nor from here. */
  stop(): void;
}

/** What nobody waits for any more; one for each, so that it goes with whoever began it. */
const never = (): Promise<never> => new Promise(() => {});

/** Drafts segments in a worker. Where there is none, or it cannot run, fails, or says nothing, they are drafted here, more slowly. */
export function draftIn(worker: DraftWorker | null, patience = untilTooLong): Drafting {
  const waiting = new Map<number, (draft: Draft | null) => void>();
  let isBroken = false;
  let isStopped = false;
  let n = 0;
  const draftHere: DraftSegment = (records) => {
    const pace = createPacer();
    return draftSegment(records, () => (isStopped ? never() : pace()));
  };
  let endPatience = () => {};
  /** With each answer: whoever is asked for several, on a slow machine, is not silent. */
  const waitAnew = () => {
    endPatience();
    endPatience = waiting.size > 0 ? patience(giveUp) : () => {};
  };
  worker?.addEventListener('message', ({ data }) => {
    waiting.get(data.n)?.(data.draft);
    waiting.delete(data.n);
    waitAnew();
  });
  const giveUp = () => {
    isBroken = true;
    for (const answer of waiting.values()) answer(null);
    waiting.clear();
    waitAnew();
  };
  worker?.addEventListener('error', giveUp);
  worker?.addEventListener('messageerror', giveUp);
  const draft: DraftSegment = async (records) => {
    // What was on its way to be asked: with nobody to answer, patience would end in drafting it here.
    if (isStopped) return never();
    if (isBroken || !worker) return draftHere(records);
    const asked: Asked = { n: n++, records };
    const drafted = new Promise<Draft | null>((resolve) => waiting.set(asked.n, resolve));
    try {
      worker.postMessage(asked);
    } catch {
      // What cannot be sent (no memory for a copy) is drafted here, as with a worker that cannot.
      giveUp();
    }
    if (waiting.size === 1) waitAnew();
    return (await drafted) ?? draftHere(records);
  };
  const stop = () => {
    isStopped = true;
    waiting.clear();
    waitAnew();
  };
  return { draft, stop };
}

/** Drafts in several workers, each in its turn. */
export function draftInTurn(workers: (DraftWorker | null)[], patience = untilTooLong): Drafting {
  const all = workers.map((worker) => draftIn(worker, patience));
  let turn = 0;
  return {
    draft: (records) => (all[turn++ % all.length] as Drafting).draft(records),
    stop() {
      for (const one of all) one.stop();
    },
  };
}
