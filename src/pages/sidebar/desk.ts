import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { Result } from '../../kit/result.ts';
import type { Store } from '../../store/db.ts';
import type { Shown } from '../../store/read.ts';
import type { RecordKey, TeamRow } from '../../store/rows.ts';
import type { View } from './view.ts';

export const StoreContext = createContext<Store | null>(null);

/** The database that this page reads and writes. */
export function useStore(): Store {
  const store = useContext(StoreContext);
  if (!store) throw new Error('The panel is drawn without its store.');
  return store;
}

/** Something that was done and can be undone for a while. */
export interface Undoable {
  said: string;
  undo: () => Promise<Result<unknown>>;
}

/** What every card may need: names as the person knows them, and where it may lead. */
export interface Desk {
  /** As they stood when one of them was last called otherwise: how far they are synced is read where it is told. */
  teams: TeamRow[];
  /** Who wrote it, as the person calls them. */
  author: (record: Shown) => string;
  nameOf: (author: string) => string;
  team: (id: string) => string;
  /** Whether a record is shared and not yet taken by the server. */
  isWaiting: (record: { team: string; id: string }) => boolean;
  go: (view: View) => void;
  /** To where the person came from. */
  back: () => void;
  /** A view is done with; `next` comes of it. Who has gone on to another meanwhile stays there. */
  finish: (view: View, next?: View) => void;
  /** Removes records of one's own, with an undo. */
  remove: (keys: RecordKey[]) => void;
  /** Says what was done, with the way back. */
  offerUndo: (undoable: Undoable) => void;
  /** How many things have been undone: what comes back by one's own hand waits for nobody. */
  undone: number;
}

export const DeskContext = createContext<Desk | null>(null);

export function useDesk(): Desk {
  const desk = useContext(DeskContext);
  if (!desk) throw new Error('A card is drawn outside the panel.');
  return desk;
}
