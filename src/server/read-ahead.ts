import type { Team } from './shelf/shelf.ts';

/** A page of a feed that is asked for, and how. */
export interface Wanted {
  after: number;
  limit: number;
  swept: number;
  /** What else tells one answer from another: its form, its packing, the role it names. */
  manner: string;
}

/** A page that is being made. `next` is known before the page is packed; null where there is no more. */
export interface Making<T> {
  next: Promise<number | null>;
  made: Promise<T>;
}

/** Makes pages before they are asked for. */
export interface ReadAhead<T> {
  take(team: Team, wanted: Wanted, make: (wanted: Wanted) => Making<T>): Making<T>;
}

interface Ready<T> {
  seq: number;
  pages: Map<string, Making<T>>;
  timer: NodeJS.Timeout;
}

/** Pages made ahead for one reader, and for all readers of a team. */
const AHEAD = 2;
const PAGES_MAX = 8;
/** What nobody has asked for by then is let go of. */
const KEPT_MS = 5_000;

/**
 * Whoever pulls a long feed comes back at once for the next page, so that one is read and packed while the one before
 * travels. Pages are of one state of the team: once anything was written they are made anew, and where that happened
 * before they were asked for, none are made ahead this time.
 */
export function createReadAhead<T>(): ReadAhead<T> {
  const readyByTeam = new Map<string, Ready<T>>();

  const readyOf = (team: Team): Ready<T> => {
    const standing = readyByTeam.get(team.id);
    if (standing?.seq === team.seq) return standing;
    if (standing) clearTimeout(standing.timer);
    const ready = { seq: team.seq, pages: new Map(), timer: setTimeout(() => drop(ready), KEPT_MS).unref() };
    const drop = (one: Ready<T>) => void (readyByTeam.get(team.id) === one && readyByTeam.delete(team.id));
    readyByTeam.set(team.id, ready);
    return ready;
  };

  return {
    take(team, wanted, make) {
      const standing = readyByTeam.get(team.id);
      const isWasted = standing !== undefined && standing.seq !== team.seq && standing.pages.size > 0;
      const ready = readyOf(team);
      const making = ready.pages.get(keyOf(wanted)) ?? make(wanted);
      ready.pages.delete(keyOf(wanted));
      // What fails ahead fails again for the one who asks, and is said then.
      const isAhead = isWasted ? making.next : makeAhead(ready, making, wanted, make, AHEAD);
      isAhead.catch(() => undefined);
      return making;
    },
  };
}

async function makeAhead<T>(
  { pages }: Ready<T>,
  making: Making<T>,
  wanted: Wanted,
  make: (wanted: Wanted) => Making<T>,
  ahead: number,
): Promise<void> {
  let [last, here] = [making, wanted];
  for (let i = 0; i < ahead; i++) {
    const after = await last.next;
    if (after === null || pages.size >= PAGES_MAX) return;
    here = { ...wanted, after };
    last = pages.get(keyOf(here)) ?? make(here);
    last.made.catch(() => undefined);
    pages.set(keyOf(here), last);
  }
  // The last one's end is nobody's business yet, but must not end the process where it fails.
  last.next.catch(() => undefined);
}

const keyOf = ({ after, limit, swept, manner }: Wanted): string => `${after} ${limit} ${swept} ${manner}`;
