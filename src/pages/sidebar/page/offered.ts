/** What is offered beside a page, as keys, best first. */
export interface Offered {
  page: string;
  /** In the order in which they are drawn. What left keeps its place, for when its leaving is undone. */
  drawn: string[];
  /** Known to the person, drawn or behind "more". */
  known: ReadonlySet<string>;
  /** Found since, and waiting to be let in. */
  news: string[];
  /** Behind "more". */
  more: string[];
  /** What stands below may be drawn: from then on nothing is put above it unasked. */
  isSettled: boolean;
}

interface Answer {
  page: string;
  keys: string[];
  /** So many are drawn unasked. */
  most: number;
  /** A person has waited so long for it that what stands below is being read already. */
  isLate: boolean;
  /** It goes by all that the page says, not by its title alone, which the next answer may go beyond. */
  isWhole: boolean;
}

/**
 * What an answer changes in what is offered. What is drawn stays where it is; what no longer fits, or was dismissed,
 * leaves; what was found since waits. With another page it begins again.
 */
export function offer(before: Offered | null, { page, keys, most, isLate, isWhole }: Answer): Offered {
  const so = before?.page === page ? before : { page, drawn: [], known: new Set<string>(), isSettled: false };
  const isHeld = isLate || so.isSettled;
  const isSettled = isHeld || isWhole;
  if (isHeld) return sort({ ...so, isSettled }, keys);
  // The first answer may be about a page that has not come yet: then nothing was offered.
  const isBlank = so.known.size + so.drawn.length === 0;
  if (isBlank) return sort({ page, known: new Set(keys), drawn: keys.slice(0, most), isSettled }, keys);
  return sort({ ...so, drawn: filled(so.drawn, keys, most), isSettled }, keys);
}

/** The first answer may be about a page of which only the title was there: what the next finds below what is drawn fills up the handful. */
function filled(drawn: string[], keys: string[], most: number): string[] {
  const isDrawn = new Set(drawn);
  const last = keys.findLastIndex((key) => isDrawn.has(key));
  const room = Math.max(0, most - drawn.length);
  return last < 0 ? drawn : [...drawn, ...keys.slice(last + 1, last + 1 + room)];
}

function sort({ known, drawn, ...of }: Omit<Offered, 'news' | 'more'>, keys: string[]): Offered {
  const isDrawn = new Set(drawn);
  const last = keys.findLastIndex((key) => isDrawn.has(key));
  // What fits less than anything drawn is no news.
  const isNews = (key: string, i: number) => !known.has(key) && (last === -1 || i < last);
  const news = keys.filter((key, i) => !isDrawn.has(key) && isNews(key, i));
  const more = keys.filter((key, i) => !isDrawn.has(key) && !isNews(key, i));
  return { ...of, drawn, known: new Set([...known, ...more]), news, more };
}

/** With what waited drawn in front, for it was asked for. */
export const letIn = ({ drawn, known, news, ...rest }: Offered): Offered => ({
  ...rest,
  ...{ drawn: [...news, ...drawn], known: new Set([...known, ...news]), news: [] },
});

/** With what stood behind "more" drawn below. */
export const drawMore = ({ drawn, more, ...rest }: Offered): Offered => ({
  ...rest,
  drawn: [...drawn, ...more],
  more: [],
});
