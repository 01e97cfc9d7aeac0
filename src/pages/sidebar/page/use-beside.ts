import { useRef } from 'preact/hooks';
import type { Fit } from '../../../store/for-page.ts';
import type { Shown } from '../../../store/read.ts';
import { steadyName } from '../../../store/steady-name.ts';
import type { Sieve } from '../../../ui/news.ts';
import { useNews } from '../../../ui/use-news.ts';
import type { PersonRef } from '../../../wire/fits.ts';
import type { Row } from './row-list.tsx';
import type { PageInView } from './use-active.ts';
import { useFits } from './use-fits.ts';
import { useLookedAt } from './use-looked-at.ts';
import { type OfferedFits, useOffered } from './use-offered.ts';
import { QUESTIONS_MAX, useOpenQuestions } from './use-open-questions.ts';
import { type PageLists, usePageLists } from './use-page-lists.ts';
import { type Recent, useRecent } from './use-recent.ts';
import { useTold } from './use-told.ts';
import { nameOfPerson } from './with-drawn.ts';

/** Everything that stands beside a page, and what waits. */
export interface Beside {
  lists: PageLists;
  offered: OfferedFits;
  questions: Row[];
  people: PersonRef[];
  /** One's own elsewhere of which colleagues say that the page has changed. */
  told: Row[];
  recent: Recent;
  /** No card stands there. */
  isEmpty: boolean;
  /** What came since the person began to read, in any of these but what is recent. */
  news: number;
  letIn: () => void;
  /** Asks anew what fits. */
  anew: () => void;
}

const isLesson = ({ record }: Fit): boolean => record.kind === 'lesson';
const idOf = ({ record }: { record: { id: string } }): string => record.id;
const isMine = ({ record }: Row): boolean => record.isMine;
const NOTHING: ReadonlySet<string> = new Set();

/**
 * What stands beside a page that we know, live; undefined while the page's own is being read. As soon as all of it is there nothing of what
 * is drawn moves: what comes is counted, and let in when the person asks for it.
 */
export function useBeside(page: PageInView): Beside | undefined {
  const drawnFits = useRef(NOTHING);
  const drawnQuestions = useRef<Shown[]>([]);
  const drawnRecent = useRef<string[]>([]);
  const isRead = useRef(false);
  const { found, anew } = useFits(page, drawnFits);
  const fits = found?.fits ?? [];
  const pages = found && found.answer.pages.length > 0 ? found.answer.pages : [page.page];
  const lists = usePageLists(page.page, pages, isRead.current);
  const offered = useOffered(page.page, found, fits.filter(isLesson));
  const cards = lists ? [...lists.here.drawn, ...lists.apart.drawn] : [];
  useLookedAt(cards);
  const [open, areQuestionsRead] = useOpenQuestions(page, pages, fits, drawnQuestions);
  const isDrawn = new Set(cards.map(idOf));
  const notDrawn = (rows: Row[] | undefined) => rows?.filter((row) => !isDrawn.has(idOf(row)));
  const toldNow = notDrawn(useTold());
  const settled = useRef(false);
  settled.current ||= offered.isSettled && areQuestionsRead && Boolean(toldNow);
  const isSettled = settled.current && lists !== undefined;
  // Read as an open one a moment later it has been let in below already.
  const elsewhere = new Set([...(lists?.news ?? []).map(idOf), ...drawnRecent.current]);
  const hold = <T>(items: T[] | undefined, sieve: Sieve<T>) =>
    useNews(isSettled ? items : undefined, '', { ...sieve, isRead: isRead.current });
  const questions = hold(notDrawn(open), {
    nameOf: ({ record }) => steadyName(record),
    isMine,
    most: QUESTIONS_MAX,
    mayCome: (row) => !elsewhere.has(idOf(row)),
  });
  const people = hold(found?.answer.people ?? [], { nameOf: nameOfPerson });
  const told = hold(toldNow, { nameOf: idOf });
  const above = [...cards, ...offered.drawn, ...questions.shown, ...told.shown];
  const recent = useRecent({
    drawn: new Set(above.map(idOf)),
    waiting: new Set([...(lists?.ids ?? []), ...offered.known, ...[...fits, ...open, ...(toldNow ?? [])].map(idOf)]),
    pages,
    isEmpty: cards.length === 0,
    isSettled,
  });
  if (isSettled) {
    drawnFits.current = new Set([
      ...[...offered.drawn, ...questions.shown].map(idOf),
      ...people.shown.map(nameOfPerson),
    ]);
    drawnQuestions.current = questions.shown.map(({ record }) => record);
    drawnRecent.current = recent.rows.map(idOf);
    isRead.current = above.length + people.shown.length + recent.rows.length > 0;
  }
  if (!lists) return undefined;
  // Where nothing fits yet, what is found waits above with the rest.
  const fitting = offered.drawn.length === 0 ? offered.news : 0;
  const held = [lists, questions, people, told];
  const letIn = () => {
    for (const list of held) list.letIn();
    if (fitting > 0) offered.letIn();
  };
  const news = held.reduce((sum, list) => sum + list.news.length, fitting);
  const isEmpty = cards.length === 0;
  return {
    lists,
    offered,
    questions: questions.shown,
    people: people.shown,
    told: told.shown,
    recent,
    isEmpty,
    news,
    letIn,
    anew,
  };
}
