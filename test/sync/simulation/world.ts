import { line } from './memory/line.ts';
import type { Random } from './random.ts';

/** Something that will happen when the world decides so. */
interface Event {
  name: string;
  /** Not before this. */
  due: number;
  happen(): void;
}

/**
 * Time and order, both decided by a seed. Work runs until all of it waits for an event; then the world picks which of
 * the events happens next. So the same seed is the same story, whatever the machine does meanwhile.
 */
export interface World {
  random: Random;
  now(): number;
  /** Runs a piece of work; the world does not go on while it is neither done nor waiting for an event. */
  run<T>(work: () => Promise<T>): Promise<T>;
  /** Lets the work that calls it sleep until `wake` is called by an event. */
  sleep<T>(begin: (wake: (value: T) => void, fail: (error: unknown) => void) => void): Promise<T>;
  /** Plans an event for `ms` from now at the earliest; gives the way to call it off. */
  plan(name: string, ms: number, happen: () => void): () => void;
  /** Goes on until nothing is planned any more, or `most` events happened. */
  settle(most: number): Promise<void>;
  /** What happened, for a person who looks for the reason. */
  story: string[];
  tell(line: string): void;
}

const SPINS_MAX = 200_000;
/** Whoever allows so many events expects an end. */
export const ENDLESS = 2_000;

export function createWorld(random: Random, start: number): World {
  let now = start;
  let busy = 0;
  const events = new Set<Event>();
  const story: string[] = [];

  const untilIdle = async () => {
    for (let spins = 0; spins < SPINS_MAX; spins++) {
      await new Promise<void>((resolve) => (spins === 0 ? process.nextTick(resolve) : setImmediate(resolve)));
      if (busy <= 0 && !line.isBusy()) return;
    }
    throw new Error('something waits that nothing will wake');
  };
  /** Any event that could be next: what is due, or else the earliest. */
  const next = (): Event | undefined => {
    const due = [...events].filter((event) => event.due <= now);
    if (due.length > 0) return random.pick(due);
    let earliest: Event | undefined;
    for (const event of events) if (!earliest || event.due < earliest.due) earliest = event;
    return earliest;
  };

  const world: World = {
    random,
    story,
    now: () => now,
    tell: (line) => void story.push(`${now - start} ${line}`),
    async run(work) {
      busy++;
      try {
        return await work();
      } finally {
        busy--;
      }
    },
    sleep: (begin) =>
      new Promise((resolve, reject) => {
        busy--;
        let isAwake = false;
        const wake =
          <A>(then: (value: A) => void) =>
          (value: A) => {
            if (isAwake) return;
            isAwake = true;
            busy++;
            then(value);
          };
        begin(wake(resolve), wake(reject));
      }),
    plan(name, ms, happen) {
      const event = { name, due: now + ms, happen };
      events.add(event);
      return () => void events.delete(event);
    },
    async settle(most) {
      await untilIdle();
      for (let count = 0; count < most; count++) {
        const event = next();
        if (!event) return;
        events.delete(event);
        now = Math.max(now, event.due);
        world.tell(event.name);
        event.happen();
        // Now and then several things that are due happen before anyone could react.
        const isCrowded = [...events].some((other) => other.due <= now);
        if (!isCrowded || !random.chance(0.3)) await untilIdle();
      }
      await untilIdle();
      if (most >= ENDLESS && next()) throw new Error('it goes on and on');
    },
  };
  return world;
}
