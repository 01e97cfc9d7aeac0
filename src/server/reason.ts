/** What the system said of what could not be done, to stand inside of a sentence. */
export function reasonOf(error: unknown): string {
  // An address that was tried in several ways gives one error of many, which says nothing itself.
  const first = error instanceof AggregateError ? error.errors[0] : error;
  return (first instanceof Error ? first.message : String(first)).replace(/\.$/, '');
}
