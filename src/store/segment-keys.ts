/** What was counted of leaves stands among the lists of a segment, before all of them. */
export const CENSUS = -1;
/** And lists here, by their term: whoever looks for a term need not wait for its leaf to look for its list. */
export const LISTS = 0;
