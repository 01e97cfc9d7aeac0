import type { Shelf } from '../../../../src/server/shelf/shelf.ts';
import { administrationIn } from './administration.ts';
import { peopleIn } from './people.ts';
import { recordsIn } from './records.ts';
import { emptyState, type State } from './state.ts';

/** What every call passes by, before and after; `writes` where it changes something. May throw. */
export type Gate = (writes: boolean) => void;

const READS = new Set(
  'team hasOwner bearer endedToken hasWithdrawn pull columns newest fates devices members member audit recordsOf alive'.split(
    ' ',
  ),
);

/**
 * A shelf in memory, for the simulation: each call is done at once and whole. It passes the same suite as the others
 * (`test/server/shelf/conformance.ts`).
 */
export function openMemoryShelf(state: () => State = keep(emptyState()), gate: Gate = () => undefined): Shelf {
  const calls = { ...recordsIn(state), ...peopleIn(state), ...administrationIn(state) };
  const open = Object.entries(calls).map(([name, call]) => {
    const work = call as (...given: unknown[]) => unknown;
    const gated = async (...given: unknown[]) => {
      gate(!READS.has(name));
      const result = work(...given);
      gate(false);
      return result;
    };
    return [name, gated];
  });
  return {
    ...(Object.fromEntries(open) as Shelf),
    fanOut: async () => ({ announce: () => undefined, close: async () => undefined }),
    ready: async () => undefined,
    close: async () => undefined,
  };
}

const keep = (state: State) => () => state;
