import { createContext, type VNode } from 'preact';
import { useContext, useEffect, useMemo, useState } from 'preact/hooks';
import type { createTarget } from '../../domain/create-target.ts';
import type { cardAsMarkdown } from '../../exchange/markdown-card.ts';
import type { Store } from '../../store/db.ts';
import type { Hit } from '../../store/find.ts';
import type { keep } from '../../store/keep.ts';
import type { narrowings } from '../../store/narrowings.ts';
import type { quickAsked } from '../../store/quick-asked.ts';
import { type People, quickPeople } from '../../store/quick-names.ts';
import type { Shown } from '../../store/read.ts';
import type { Reading } from '../../store/reading.ts';
import type { TeamRow } from '../../store/rows.ts';
import type { signedBy } from '../../ui/signed-by.ts';
import { text } from '../../ui/text.ts';
import { type LiveSource, useLive } from '../../ui/use-live.ts';
import type { Answer } from '../../ui/use-searching.ts';
import type { HomeLists } from './home-lists.ts';
import { begun, begunOr } from './opening.ts';
import type { PageInView } from './page-in-view.ts';
import type { View } from './view.ts';

/** One thing to do in the place of the home. */
export interface SheetsProps {
  store: Store;
  view: Exclude<View, { view: 'home' }>;
  page: PageInView | null;
  onDone: () => void;
}

/** What comes only after the first rows are drawn (see later.ts), with the store it works on. */
export interface Later {
  store: Store;
  cardAsMarkdown: typeof cardAsMarkdown;
  keep: typeof keep;
  narrowings: typeof narrowings;
  createTarget: typeof createTarget;
  quickAsked: typeof quickAsked;
  signedBy: typeof signedBy;
  Sheets: (props: SheetsProps) => VNode;
  JoinOffer: (props: { page: PageInView; names: Names; onJoined: () => void }) => VNode | null;
  SiteSwitch: (props: { site: string }) => VNode;
  liveNames(store: Store): LiveSource<People>;
  /** Another value whenever what is searched was changed. */
  liveChanges(store: Store): LiveSource<unknown>;
  liveHome(store: Store, page: string, drawn: () => HomeLists | undefined): LiveSource<HomeLists>;
}

/** What had been typed before this script came, being searched for already. */
export interface Begun {
  typed: string;
  limit: number;
  answer: Promise<Answer<Hit>>;
  /** The same as soon as it is known: then it is drawn from the start. */
  seen?: Answer<Hit>;
}

/** What the popup stands on: the database to read at once, and the rest as soon as there is time. */
export interface Desk {
  reading: Reading;
  begun?: Begun;
  /** Loaded once, when first asked for. */
  later(): Promise<Later>;
}

export const DeskContext = createContext<Desk | null>(null);

export function useDesk(): Desk {
  const desk = useContext(DeskContext);
  if (!desk) throw new Error('The popup is drawn without its desk.');
  return desk;
}

/** Longest wait for a moment without work. */
const IDLE_MS = 300;

/** Null until it is wanted and the browser had a moment to load it, or somebody else asked for it. */
export function useLater(isWanted: boolean): Later | null {
  const desk = useDesk();
  const [later, setLater] = useState<Later | null>(null);
  useEffect(() => {
    if (!isWanted || later) return;
    let isLeft = false;
    const load = () => void desk.later().then((loaded) => isLeft || setLater(() => loaded));
    const idle = requestIdleCallback(load, { timeout: IDLE_MS });
    return () => {
      isLeft = true;
      cancelIdleCallback(idle);
    };
  }, [desk, isWanted, later]);
  return later;
}

/** Names of people and teams, as the person knows them. */
export interface Names {
  teams: TeamRow[];
  author: (record: Shown) => string;
  team: (id: string) => string;
}

/** Read past Dexie at first, live once there is time. The same as long as they say the same: rows are drawn with them. */
export function useNames(later: Later | null): Names {
  const { reading } = useDesk();
  const opening = begun();
  const known = useLive(
    () => {
      return later?.liveNames(later.store) ?? once(() => begunOr(opening?.people, () => quickPeople(reading)));
    },
    [later],
    opening?.seen.people,
  );
  const [names, teams] = known ?? NOBODY;
  const said = useMemo(
    () => JSON.stringify([[...names], teams.map(({ id, name, server }) => [id, name, server])]),
    [names, teams],
  );
  return useMemo(() => namesOf(names, teams), [said]);
}

/** As long as nobody is known. */
export const NOBODY: People = [new Map(), []];

/** The same from what is known of people. */
export const namesOf = (names: People[0], teams: People[1]): Names => ({
  teams,
  author: (record) => (record.isMine ? text('uiYou') : (names.get(record.author) ?? text('uiSomeone'))),
  team: (id) => teams.find((team) => team.id === id)?.name ?? '',
});

/** Nothing to be had yet. */
export const never: LiveSource<never> = { subscribe: () => () => {} };

/** What is read once, in the place of what will be live. */
export const once = <T>(read: () => Promise<T>): LiveSource<T> => ({
  subscribe(next, onError) {
    let isLeft = false;
    read().then(
      (value) => isLeft || next(value),
      (error) => isLeft || onError(error),
    );
    return () => {
      isLeft = true;
    };
  },
});
