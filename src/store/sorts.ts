/** What stands on a page, in the order in which it is shown there: kind, and whether it is one's own (1) or not (0). */
export const SORTS = [
  ['lesson', 1],
  ['lesson', 0],
  ['question', 1],
  ['question', 0],
] as const;
