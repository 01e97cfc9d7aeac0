import { useRef, useState } from 'preact/hooks';
import { besidePage } from '../../../store/beside-page.ts';
import { live } from '../../../store/live.ts';
import { steadyName } from '../../../store/steady-name.ts';
import { useLive } from '../../../ui/use-live.ts';
import { useNews } from '../../../ui/use-news.ts';
import { useStore } from '../desk.ts';
import { arrange, type Placed } from './arrange.ts';
import { type Handful, takeHandful } from './handful.ts';

/** What is drawn at first; a page may hold thousands. */
const FIRST = 6;
const MORE = 30;
/** So many of each sort are read for it: on most pages all there are, so that they stand in the order of the page. */
const READ = 60;

/** Some of a page's cards in their order, and how many more there are. */
export interface Part {
  drawn: Placed[];
  hidden: number;
}

export interface PageLists {
  here: Part;
  /** Whose passage was edited or is gone. */
  apart: Part;
  /** Ids of everything that was read for it: drawn, or waiting behind a button. */
  ids: ReadonlySet<string>;
  /** What colleagues shared since the person began to read. */
  news: Placed[];
  letIn: () => void;
  /** Draws more; `most` at a time. */
  more: { most: number; show: () => void };
}

/**
 * What stands on a page, live, under each of its identities; undefined while another page's answer is still in hand. `isRead`: something
 * stands below.
 */
export function usePageLists(page: string, others: readonly string[], isRead: boolean): PageLists | undefined {
  const { relaxed } = useStore();
  const [most, setMost] = useState(FIRST);
  const wide = READ * Math.ceil(most / MORE);
  const kept = useRef<string[]>([]);
  const read = async () => {
    const beside = await besidePage(relaxed, [page, ...others], { most: wide, keep: kept.current });
    return { page, wide, rest: beside.rest, lists: arrange(beside.records, beside.places) };
  };
  const latest = useLive(() => live(read), [page, others.join(' '), wide]);
  const answer = latest?.page === page ? latest : undefined;
  const all = answer && [...answer.lists.here, ...answer.lists.apart];
  const list = `${page} ${answer?.wide ?? wide}`;
  const { shown, news, letIn } = useNews(all, list, { nameOf, isMine, isRead });
  const isShown = new Set(shown);
  const here = useHandful(answer?.lists.here.filter((one) => isShown.has(one)) ?? [], list, most);
  const apart = useHandful(answer?.lists.apart.filter((one) => isShown.has(one)) ?? [], list, most);
  kept.current = [...here.drawn, ...apart.drawn].map(({ record }) => record.id);
  if (!answer) return undefined;
  return {
    here: { ...here, hidden: here.hidden + answer.rest },
    apart,
    ids: new Set(all?.map(({ record }) => record.id)),
    news,
    letIn,
    more: { most: MORE, show: () => setMost(most + MORE) },
  };
}

function useHandful(placed: Placed[], list: string, most: number): Part {
  const handful = useRef<Handful | null>(null);
  if (placed.length > 0) handful.current = takeHandful(placed, handful.current, list, most);
  const drawn = placed.filter(({ record }) => handful.current?.drawn.has(record.id));
  return { drawn, hidden: placed.length - drawn.length };
}

const nameOf = ({ record }: Placed): string => steadyName(record);
const isMine = ({ record }: Placed): boolean => record.isMine;
