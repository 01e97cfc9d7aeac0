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
}

interface Answer {
  page: string;
  keys: string[];
  /** So many are drawn unasked. */
  most: number;
  /** It came when something was being read below already. */
  isLate: boolean;
}

/**
 * What an answer changes in what is offered. What is drawn stays where it is; what no longer fits, or was dismissed,
 * leaves; what was found since waits. With another page it begins again.
 */
export function offer(before: Offered | null, { page, keys, most, isLate }: Answer): Offered {
  // The first answer may be about a page that has not come yet: then nothing was offered, and nobody is reading below.
  const isBlank = before?.page === page && before.known.size + before.drawn.length === 0 && !isLate;
  if (before?.page !== page || isBlank) {
    const known = new Set(isLate ? [] : keys);
    return sort({ page, known, drawn: isLate ? [] : keys.slice(0, most) }, keys);
  }
  const drawn = isLate ? before.drawn : filled(before.drawn, keys, most);
  return sort({ ...before, drawn }, keys);
}

/** The first answer may be about a page of which only the title was there: what the next finds below what is drawn fills up the handful. */
function filled(drawn: string[], keys: string[], most: number): string[] {
  const isDrawn = new Set(drawn);
  const last = keys.findLastIndex((key) => isDrawn.has(key));
  const room = Math.max(0, most - drawn.length);
  return last < 0 ? drawn : [...drawn, ...keys.slice(last + 1, last + 1 + room)];
}

function sort({ page, known, drawn }: Pick<Offered, 'page' | 'known' | 'drawn'>, keys: string[]): Offered {
  const isDrawn = new Set(drawn);
  const last = keys.findLastIndex((key) => isDrawn.has(key));
  // What fits less than anything drawn is no news.
  const isNews = (key: string, i: number) => !known.has(key) && (last === -1 || i < last);
  const news = keys.filter((key, i) => !isDrawn.has(key) && isNews(key, i));
  const more = keys.filter((key, i) => !isDrawn.has(key) && !isNews(key, i));
  return { page, drawn, known: new Set([...known, ...more]), news, more };
}

/** With what waited drawn in front, for it was asked for. */
export const letIn = ({ page, drawn, known, news, more }: Offered): Offered => ({
  page,
  ...{ drawn: [...news, ...drawn], known: new Set([...known, ...news]), news: [], more },
});

/** With what stood behind "more" drawn below. */
export const drawMore = ({ drawn, more, ...rest }: Offered): Offered => ({
  ...rest,
  drawn: [...drawn, ...more],
  more: [],
});
