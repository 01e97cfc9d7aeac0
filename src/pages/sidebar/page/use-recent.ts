import { useRef } from 'preact/hooks';
import { leftOut } from '../../../store/left-out.ts';
import { live } from '../../../store/live.ts';
import { recent, type Shown } from '../../../store/read.ts';
import { steadyName } from '../../../store/steady-name.ts';
import { unanswered } from '../../../store/unanswered.ts';
import { stateWord } from '../../../ui/state-word.ts';
import { useLive } from '../../../ui/use-live.ts';
import { useNews } from '../../../ui/use-news.ts';
import { useStore } from '../desk.ts';
import type { Row } from './row-list.tsx';

/** So many are read: some of them may be shown already. */
const READ = 40;
/** So many are drawn at first where no card stands above, and where one does. */
const MOST = 12;
const FEW = 5;

/** Below what it is drawn. */
interface Above {
  /** Ids of what is drawn above. */
  drawn: ReadonlySet<string>;
  /** Of what may come to be drawn there. */
  waiting: ReadonlySet<string>;
  /** What the page in view goes by: what stands on it is shown above as soon as it is read there. */
  pages: readonly string[];
  isEmpty: boolean;
  /** Nothing is put above any more: it may be drawn. */
  isSettled: boolean;
}

const NOTHING = new Set<string>();
const ALONE: Above = { drawn: NOTHING, waiting: NOTHING, pages: [], isEmpty: true, isSettled: true };

export interface Recent {
  rows: Row[];
  news: number;
  letIn: () => void;
}

/** The newest lessons and questions from anywhere, live; what is drawn of them stays, however many newer ones come. */
export function useRecent({ drawn, waiting, pages, isEmpty, isSettled } = ALONE): Recent {
  const { relaxed } = useStore();
  const kept = useRef<Shown[]>([]);
  const most = useRef(0);
  if (isSettled) most.current ||= isEmpty ? MOST : FEW;
  const read = async () => {
    const newest = await recent(relaxed, READ);
    return [...newest, ...(await leftOut(relaxed, newest, kept.current))];
  };
  const latest = useLive(() => live(read), [])?.filter(({ id }) => !drawn.has(id));
  const { shown, news, letIn } = useNews(isSettled ? latest : undefined, '', {
    nameOf: steadyName,
    isMine: ({ isMine }) => isMine,
    mayCome: ({ id, page }) => !(waiting.has(id) || pages.includes(page)),
    most: most.current,
  });
  kept.current = shown;
  return { rows: useStates(shown), news: news.length, letIn };
}

/** Records as rows; whether a question was answered stands in its row as soon as it is known, and changes with it. */
function useStates(records: Shown[]): Row[] {
  const { relaxed } = useStore();
  const questions = records.filter((record): record is Shown<'question'> => record.kind === 'question');
  const keys = questions.map(keyOf).join();
  const states = useLive(
    () =>
      live(async () => {
        const open = new Set(await unanswered(relaxed, questions));
        return new Map(questions.map((one) => [keyOf(one), open.has(one) ? 'open' : 'answered'] as const));
      }),
    [keys],
  );
  return records.map((record) => ({ record, state: stateWord(states?.get(keyOf(record))) }));
}

const keyOf = ({ team, id }: Shown): string => `${team} ${id}`;
