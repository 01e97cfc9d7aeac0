import { useRef, useState } from 'preact/hooks';
import type { Fit } from '../../../store/for-page.ts';
import type { PersonRef } from '../../../wire/fits.ts';
import type { Row } from './row-list.tsx';
import type { PageInView } from './use-active.ts';
import { useFits } from './use-fits.ts';
import { useHeld } from './use-held.ts';
import { useLookedAt } from './use-looked-at.ts';
import { type OfferedFits, useOffered } from './use-offered.ts';
import { useOpenQuestions } from './use-open-questions.ts';
import { type PageLists, usePageLists } from './use-page-lists.ts';
import { useTold } from './use-told.ts';

/** Everything that stands beside a page, and what waits. */
export interface Beside {
  lists: PageLists;
  offered: OfferedFits;
  questions: Row[];
  people: PersonRef[];
  /** One's own elsewhere of which colleagues say that the page has changed. */
  told: Row[];
  /** What the page goes by. */
  pages: readonly string[];
  /** Ids of all of it. */
  ids: ReadonlySet<string>;
  /** What came since the person began to read, in any of these. */
  news: number;
  letIn: () => void;
  /** All of it is there: from now on nothing is put above what is below, which may be drawn. */
  isSettled: boolean;
  /** Asks anew what fits. */
  again: () => void;
}

const isLesson = ({ record }: Fit): boolean => record.kind === 'lesson';
const idOf = ({ record }: { record: { id: string } }): string => record.id;

/** What stands beside a page that we know, live; undefined while the page's own is being read. */
export function useBeside(page: PageInView): Beside | undefined {
  const { found, again } = useFits(page);
  const fits = found?.fits ?? [];
  const pages = found && found.answer.pages.length > 0 ? found.answer.pages : [page.page];
  const lists = usePageLists(page.page, pages);
  const offered = useOffered(page.page, found, fits.filter(isLesson));
  const cards = lists ? [...lists.here.drawn, ...lists.apart.drawn] : [];
  useLookedAt(cards);
  const [open, isRead] = useOpenQuestions(page, pages, fits);
  const [turn, setTurn] = useState(0);
  const settled = useRef(false);
  const isDrawn = new Set(cards.map(idOf));
  const notDrawn = (rows: Row[] | undefined) => rows?.filter((row) => !isDrawn.has(idOf(row)));
  const toldNow = notDrawn(useTold());
  settled.current ||= offered.isSettled && isRead && Boolean(toldNow);
  const isSettled = settled.current;
  const hold = <T>(items: T[] | undefined, nameOf: (item: T) => string) =>
    useHeld(`${page.page} ${turn}`, items, nameOf, isSettled);
  const questions = hold(notDrawn(open), idOf);
  const people = hold(found?.answer.people ?? [], ({ author }) => author);
  const told = hold(toldNow, idOf);
  if (!lists) return undefined;
  const toldSince = isSettled ? (toldNow ?? []).length - told.length : 0;
  // Where nothing fits yet, what is found waits above with the rest.
  const fitting = offered.drawn.length === 0 ? offered.news : 0;
  const letIn = () => {
    lists.letIn();
    if (fitting > 0) offered.letIn();
    setTurn(turn + 1);
  };
  const ids = new Set([...lists.ids, ...offered.known, ...[...fits, ...questions, ...told].map(idOf)]);
  const news = lists.news + fitting + toldSince;
  return { lists, offered, questions, people, told, pages, ids, news, letIn, isSettled, again };
}
