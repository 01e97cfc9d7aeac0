/** What stands in the search field, which is there before any script (index.html). Nothing where another view stands. */
export const typedSoFar = (): string => document.querySelector<HTMLInputElement>('.finder-field > input')?.value ?? '';
