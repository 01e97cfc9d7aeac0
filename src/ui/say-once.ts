/**
 * Reads, and gives what it gave before as long as that says the same: whoever draws by it need not draw again. `said`: what tells one
 * from the other, as JSON.
 */
export function sayOnce<T>(read: () => Promise<T>, said: (value: T) => unknown): () => Promise<T> {
  let last: { value: T; said: string } | undefined;
  return async () => {
    const value = await read();
    const now = JSON.stringify(said(value));
    if (last?.said !== now) last = { value, said: now };
    return last.value;
  };
}
