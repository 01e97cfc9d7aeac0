/** Gives the focus back to the search field, which steers the list: what had it goes with the click. */
export const backToField = (): void => document.querySelector<HTMLElement>('[role=combobox]')?.focus();
