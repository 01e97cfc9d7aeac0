const KEY = 'name';

/** What a person wants to be called by the team, said on the page they came to and taken up by the next. */
export const leaveName = (name: string): void => sessionStorage.setItem(KEY, name);

/** '' where nobody said it. Stays until the team has answered, see {@link forgetName}. */
export const nameSaid = (): string => sessionStorage.getItem(KEY) ?? '';

export const forgetName = (): void => sessionStorage.removeItem(KEY);
