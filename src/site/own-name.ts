const KEY = 'name';

/** What a person wants to be called by the team, said on the page they came to and taken up by the next. */
export const leaveName = (name: string): void => sessionStorage.setItem(KEY, name);

/** '' where nobody said it. */
export function takeName(): string {
  const name = sessionStorage.getItem(KEY) ?? '';
  sessionStorage.removeItem(KEY);
  return name;
}
