/** The Web Locks API as far as we use it: one holder of a name after the other. */
export function fakeLocks() {
  const lastByName = new Map<string, Promise<unknown>>();
  return {
    request<T>(name: string, ...rest: unknown[]): Promise<T> {
      const work = rest.at(-1) as () => Promise<T>;
      const turn = (lastByName.get(name) ?? Promise.resolve()).then(work, work);
      lastByName.set(name, turn);
      return turn;
    },
  };
}
