import { asTyped } from '../../ui/as-typed.ts';

/** What stands in the search field, which is there before any script (index.html). Nothing where another view stands. */
export const typedSoFar = (): string => document.querySelector<HTMLInputElement>('.finder-field > input')?.value ?? '';

/** The same as it is searched for. */
export const searchedSoFar = (): string => asTyped(typedSoFar());
