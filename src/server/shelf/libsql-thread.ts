import { Worker } from 'node:worker_threads';
import type Libsql from 'libsql';
import type { Row, Value } from './sql.ts';

/** What a connection can be asked to do. */
interface Deeds {
  /** Gives rows. */
  all(text: string, values: Value[]): Row[];
  /** Gives how many rows it changed. */
  run(text: string, values: Value[]): number;
  /** Inserts rows, given by columns, as many with each statement as it has a place for; largest first, down to one. */
  insert(statements: { text: string; rows: number }[], columns: Value[][]): void;
  /** Statements without values. */
  exec(text: string): void;
  rollback(): void;
  close(): void;
}

/** A connection that answers later, wherever it is. */
export type Ask = <D extends keyof Deeds>(deed: D, ...given: Parameters<Deeds[D]>) => Promise<ReturnType<Deeds[D]>>;

interface Asked {
  n: number;
  deed: keyof Deeds;
  given: unknown[];
}

type Answered = { n: number; value: unknown } | { n: number; error: string };

/** A connection of this thread. */
export function askHere(connection: Libsql.Database): Ask {
  const answer = createAnswer(connection);
  return async (deed, ...given) => answer(deed, given) as never;
}

/**
 * A connection on a thread of its own, which closing it ends. Should the thread end otherwise, so does the process: who
 * watches over the server starts it again.
 */
export function askThread(file: string, pragmas: string): Ask {
  const program = `(${serve})(${createAnswer})`;
  const worker = new Worker(program, { eval: true, workerData: { file, pragmas, from: import.meta.url } });
  const waiting = new Map<number, { done(value: unknown): void; failed(error: unknown): void }>();
  let [last, isOpen] = [0, true];
  worker.on('message', (answer: Answered) => {
    const asking = waiting.get(answer.n);
    waiting.delete(answer.n);
    if ('error' in answer) asking?.failed(new Error(answer.error));
    else asking?.done(answer.value);
  });
  return (deed, ...given) =>
    new Promise((done, failed) => {
      if (!isOpen) return deed === 'close' ? done(undefined as never) : failed(new Error('The database is closed.'));
      const n = ++last;
      isOpen = deed !== 'close';
      waiting.set(n, { done: (value) => done(value as never), failed });
      worker.postMessage({ n, deed, given } satisfies Asked);
    });
}

/** Does what is asked of a connection. Names nothing from outside of itself, for the reason that {@link serve} gives. */
function createAnswer(connection: Libsql.Database): (deed: keyof Deeds, given: unknown[]) => unknown {
  const statements = new Map<string, Libsql.Statement<unknown[]>>();
  const prepare = (text: string) => {
    const statement = statements.get(text) ?? connection.prepare<unknown[]>(text);
    statements.set(text, statement);
    return statement;
  };
  const deeds: Deeds = {
    all: (text, values) => prepare(text).all(values) as Row[],
    run: (text, values) => prepare(text).run(values).changes,
    insert(statements, columns) {
      const count = columns[0]?.length ?? 0;
      let at = 0;
      for (const { text, rows } of statements) {
        for (; count - at >= rows; at += rows) {
          const values: Value[] = [];
          for (let row = at; row < at + rows; row++) for (const column of columns) values.push(column[row] ?? null);
          prepare(text).run(values);
        }
      }
    },
    exec: (text) => void connection.exec(text),
    rollback: () => void (connection.inTransaction && connection.exec('rollback')),
    close: () => void connection.close(),
  };
  return (deed, given) => (deeds[deed] as (...given: unknown[]) => unknown)(...given);
}

/**
 * What runs on the thread. It is handed over as text, so that it needs no file beside whatever bundle this stands in;
 * hence it names nothing from outside of itself.
 */
function serve(answerOf: typeof createAnswer): void {
  const { parentPort, workerData } = process.getBuiltinModule('node:worker_threads');
  const { createRequire } = process.getBuiltinModule('node:module');
  const { file, pragmas, from } = workerData;
  const connection = new (createRequire(from)('libsql'))(file) as Libsql.Database;
  connection.exec(pragmas);
  const answer = answerOf(connection);
  parentPort?.on('message', ({ n, deed, given }: Asked) => {
    try {
      parentPort.postMessage({ n, value: answer(deed, given) });
    } catch (error) {
      // What libsql throws would lose its words on the way.
      parentPort.postMessage({ n, error: error instanceof Error ? error.message : String(error) });
    }
    if (deed === 'close') parentPort.close();
  });
}
