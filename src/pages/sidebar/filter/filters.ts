import type { MessageKey } from '../../../ui/text.ts';

/** A filter that is switched by a chip: an operator in what is typed, so that both say the same. */
export interface Filter {
  label: MessageKey;
  /** As it is typed. */
  operator: string;
  /** Beside these nothing would ever fit, or nobody means both: it takes their place. */
  against: string[];
}

/** The chips, in their order. `site`: of the page in view; '' where it has none. */
export function filtersFor(site: string, hasTeam: boolean): Filter[] {
  const filters: (Filter | false)[] = [
    { label: 'filterLessons', operator: 'is:lesson', against: ['is:question', 'is:unanswered', 'is:answer'] },
    { label: 'filterQuestions', operator: 'is:question', against: ['is:lesson', 'is:answer'] },
    { label: 'filterUnanswered', operator: 'is:unanswered', against: ['is:lesson', 'is:answer', '-is:question'] },
    hasTeam && { label: 'filterMine', operator: 'is:mine', against: ['is:team'] },
    hasTeam && { label: 'filterTeam', operator: 'is:team', against: ['is:mine'] },
    site !== '' && { label: 'filterSite', operator: `site:${site}`, against: [] },
    { label: 'filterChanged', operator: 'is:changed', against: [] },
  ];
  return filters.filter((filter) => filter !== false);
}

const piecesOf = (query: string): string[] => query.match(/-?\p{L}+:"[^"]*"?|"[^"]*"?|\S+/gu) ?? [];

export const isOn = (query: string, { operator }: Filter): boolean =>
  piecesOf(query).some((piece) => piece.toLowerCase() === operator);

const isOr = (piece: string | undefined): boolean => piece?.toLowerCase() === 'or';

/** Whether it goes where a filter is switched: the filter itself, the same left out, what it takes the place of. */
function goesWith(piece: string, { operator, against }: Filter): boolean {
  const one = piece.toLowerCase();
  if (one === operator || one === `-${operator}` || against.includes(one)) return true;
  // Another site, as of the page before this one; a page of this site is meant.
  return operator.startsWith('site:') && one.startsWith('site:') && !one.startsWith(`${operator}/`);
}

/** What is left of a text without what goes with a filter; an `or` that joined some of that goes as well. */
function without(query: string, filter: Filter): string[] {
  const left: string[] = [];
  // Behind the last there is a space where it is finished: else it is a word.
  const pieces = [...piecesOf(query), ...(/\s$/.test(query) ? [''] : [])];
  let isLoose = false;
  for (const [at, piece] of pieces.entries()) {
    const isOff = goesWith(piece, filter);
    const joined = isOff && left.length > 1 && isOr(left.at(-1));
    if (joined) left.pop();
    if (!isOff && !(isLoose && isOr(piece) && at < pieces.length - 1)) left.push(piece);
    isLoose = isOff && !joined;
  }
  return left;
}

/** The text with a filter switched; the words stay as they are, and the last of them may still be the beginning of one. */
export function switchFilter(query: string, filter: Filter): string {
  const rest = without(query, filter).join(' ');
  return isOn(query, filter) ? rest : `${filter.operator} ${rest}`;
}
