import { fail, ok, type Result } from '../../kit/result.ts';
import { problemSchema } from '../../wire/sync.ts';

interface Schema<T> {
  safeParse(value: unknown): { success: true; data: T } | { success: false };
}

/** The server's API as this page uses it. Fails with the server's code, or `unreachable`. */
export interface Api {
  get<T>(path: string, schema: Schema<T>): Promise<Result<T>>;
  post<T>(path: string, body: unknown, schema: Schema<T>): Promise<Result<T>>;
}

/** `token` '' for who has none yet. */
export function createApi(token: string): Api {
  const headers: Record<string, string> = token === '' ? {} : { Authorization: `Bearer ${token}` };
  const ask = async <T>(path: string, init: RequestInit, schema: Schema<T>): Promise<Result<T>> => {
    const response = await fetch(`v1/${path}`, { ...init, headers, cache: 'no-store' }).catch(() => null);
    if (!response) return fail('unreachable', location.host);
    const json: unknown = await response.json().catch(() => null);
    if (!response.ok) {
      const problem = problemSchema.safeParse(json);
      return fail(problem.success ? problem.data.code : 'server-failed', location.host);
    }
    const parsed = schema.safeParse(json);
    return parsed.success ? ok(parsed.data) : fail('answer-not-understood', location.host);
  };
  return {
    get: (path, schema) => ask(path, {}, schema),
    post: (path, body, schema) => ask(path, { method: 'POST', body: JSON.stringify(body) }, schema),
  };
}
