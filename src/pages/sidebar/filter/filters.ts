import type { MessageKey } from '../../../ui/text.ts';

/** A filter that is switched by a chip: an operator in what is typed, so that both say the same. */
export interface Filter {
  label: MessageKey;
  /** As it is typed. */
  operator: string;
  /** Filters with the same one exclude each other. */
  choice?: 'kind' | 'whose';
}

/** The chips, in their order. `site`: of the page in view; '' where it has none. */
export function filtersFor(site: string, hasTeam: boolean): Filter[] {
  const filters: (Filter | false)[] = [
    { label: 'filterLessons', operator: 'is:lesson', choice: 'kind' },
    { label: 'filterQuestions', operator: 'is:question', choice: 'kind' },
    { label: 'filterUnanswered', operator: 'is:unanswered' },
    hasTeam && { label: 'filterMine', operator: 'is:mine', choice: 'whose' },
    hasTeam && { label: 'filterTeam', operator: 'is:team', choice: 'whose' },
    site !== '' && { label: 'filterSite', operator: `site:${site}` },
    { label: 'filterChanged', operator: 'is:changed' },
  ];
  return filters.filter((filter) => filter !== false);
}

const piecesOf = (query: string): string[] => query.match(/-?\p{L}+:"[^"]*"?|"[^"]*"?|\S+/gu) ?? [];

export const isOn = (query: string, { operator }: Filter): boolean =>
  piecesOf(query).some((piece) => piece.toLowerCase() === operator);

const isOr = (piece: string | undefined): boolean => piece?.toLowerCase() === 'or';

/** What is left of a text without some pieces; an `or` that joined one of them goes with it. */
function without(query: string, off: ReadonlySet<string>): string[] {
  const left: string[] = [];
  // Behind the last there is a space where it is finished: else it is a word.
  const pieces = [...piecesOf(query), ...(/\s$/.test(query) ? [''] : [])];
  let isLoose = false;
  for (const [at, piece] of pieces.entries()) {
    const isOff = off.has(piece.toLowerCase());
    const joined = isOff && left.length > 1 && isOr(left.at(-1));
    if (joined) left.pop();
    if (!isOff && !(isLoose && isOr(piece) && at < pieces.length - 1)) left.push(piece);
    isLoose = isOff && !joined;
  }
  return left;
}

/** The text with a filter switched; the words stay as they are, and the last of them may still be the beginning of one. */
export function switchFilter(query: string, filter: Filter, all: Filter[]): string {
  const rivals = all.filter(({ choice }) => filter.choice !== undefined && choice === filter.choice);
  const off = new Set([filter, ...rivals].map(({ operator }) => operator));
  const rest = without(query, off).join(' ');
  return isOn(query, filter) ? rest : `${filter.operator} ${rest}`;
}
