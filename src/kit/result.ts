/**
 * What we expect to go wrong is a value, not a throw: an Error does not survive a message port, and a caller that must
 * look at `ok` cannot forget the failure. What we do not expect still throws and is seen.
 */
export interface Failure {
  /** Names the sentence `failure_<code>` in `_locales`; the sentence says what is wrong and what to do. */
  code: string;
  /** A fact to put into that sentence (a host, a size), never content of a record. */
  detail?: string;
}

export type Result<T> = { ok: true; value: T } | { ok: false; failure: Failure };

export const ok = <T>(value: T): Result<T> => ({ ok: true, value });

export function fail(code: string, detail?: string): { ok: false; failure: Failure } {
  return { ok: false, failure: detail === undefined ? { code } : { code, detail } };
}
