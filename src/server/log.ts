import type { Config } from './config.ts';

/** One line about one thing that happened. Never what a record says, a name, a token, or an address with a query. */
export interface LogEntry {
  what: string;
  [fact: string]: string | number | boolean | undefined;
}

export interface Log {
  note(entry: LogEntry): void;
  /** For what the person who runs the server should look at. */
  problem(entry: LogEntry): void;
}

/** Writes lines of JSON, one for each entry. */
export function createLog(level: Config['log'], write: (line: string) => void, clock: () => number): Log {
  const line = (kind: string, entry: LogEntry) =>
    write(JSON.stringify({ time: new Date(clock()).toISOString(), level: kind, ...entry }));
  return {
    note: (entry) => void (level === 'all' && line('info', entry)),
    problem: (entry) => void (level !== 'none' && line('problem', entry)),
  };
}
