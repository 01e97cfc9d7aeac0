import { fold } from '../../kit/fold.ts';
import { facet } from '../text/beginnings.ts';
import type { Filter } from './operators.ts';
import type { Slot } from './slot.ts';

/** What a record can be narrowed by, indexed like words that nobody can type. */
export interface Facets {
  kind: string;
  author: string;
  isMine: boolean;
  isShared: boolean;
  site: string;
  /** Where the link leads that it carries, as pages are named; '' for none. */
  link: string;
  tags: string[];
  has: string[];
}

/** A tag as it is looked for: folded, and without quotes, which hold it together where it is typed. */
export const tagValue = (tag: string): string => fold(tag.replaceAll('"', '').trim());

/** A longer link is not found by its address: cut off, it might be another. */
const LINK_MAX = 1_000;
/** The term of where a link leads; what begins so is below it. */
export const linkTerm = (page: string): string => facet('u', page, LINK_MAX);

/** The terms of a record's facets. A site is met by its parent domains too. */
export function facetTerms({ kind, author, isMine, isShared, site, link, tags, has }: Facets): string[] {
  const labels = site.split('.');
  const domains = labels.map((_, i) => labels.slice(i).join('.'));
  return [
    facet('k', kind),
    facet('a', author),
    ...(isMine ? [facet('i', 'mine')] : []),
    ...(isShared ? [facet('i', 'team')] : []),
    ...(site === '' ? [] : domains.slice(0, -1).concat(labels.length === 1 ? domains : [])).map((name) =>
      facet('s', name),
    ),
    ...(link === '' || link.length >= LINK_MAX ? [] : [linkTerm(link)]),
    ...tags.map((tag) => facet('t', tagValue(tag))),
    ...has.map((name) => facet('h', name)),
  ];
}

/** The beginning of the terms of tags or sites that begin so; what follows their first two letters is the value. */
export const facetBeginning = (of: 'tag' | 'site', value: string): string => facet(of.charAt(0), value);
export const valueOfFacet = (term: string): string => term.slice(2);

/** The slot that a filter asks of the index; none for what only the records themselves can tell. `isBegun`: it is met by what begins so. */
export function facetsOf(filter: Filter, isBegun = false): Slot[] {
  const term = termFor(filter);
  return term === null ? [] : [filterSlot([term], filter.isBarred, isBegun)];
}

function termFor({ isBarred, ...filter }: Filter): string | null {
  if (filter.by === 'tag' || filter.by === 'site' || filter.by === 'has')
    return facet(filter.by.charAt(0), filter.value);
  if (filter.by !== 'is' || filter.value === 'changed') return null;
  // A question that somebody has answered is not unanswered, nor is anything else.
  if (filter.value === 'unanswered') return isBarred ? null : facet('k', 'question');
  return facet(filter.value === 'mine' || filter.value === 'team' ? 'i' : 'k', filter.value);
}

/** Asks for any of some authors. */
export const authorSlot = (authors: string[], isBarred: boolean): Slot =>
  filterSlot(
    authors.map((author) => facet('a', author)),
    isBarred,
    false,
  );

/** Asks for one's own. */
export const mineSlot = (isBarred: boolean): Slot => filterSlot([facet('i', 'mine')], isBarred, false);

/** Asks for every record there is, whatever its kind. */
export const anySlot = (): Slot => filterSlot([facet('k', '')], false, true);

const filterSlot = (terms: string[], isBarred: boolean, isBeginning: boolean): Slot => ({
  role: isBarred ? 'barred' : 'filter',
  matchers: terms.map((term) => ({ term, isBeginning, weight: 1 })),
  word: '',
});
