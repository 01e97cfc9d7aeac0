/** What runs on the thread that reads large pushes; see reading.ts. */
import { parentPort } from 'node:worker_threads';
import { type Answered, type Asked, STARTED } from './open-thread.ts';
import { Problem } from './problem.ts';
import { readPush } from './read-push.ts';
import { toColumns } from './sent-columns.ts';

parentPort?.on('message', ({ n, body, author }: Asked) => {
  parentPort?.postMessage({ n, ...answer(body, author) } satisfies Answered);
});

parentPort?.postMessage(STARTED);

function answer(body: Asked['body'], author: string): Omit<Answered, 'n'> {
  try {
    const { records, refused } = readPush(body, author);
    return { columns: toColumns(author, records), refused };
  } catch (error) {
    if (!(error instanceof Problem)) return { failed: error instanceof Error ? (error.stack ?? '') : String(error) };
    const { status, code, message } = error;
    return { problem: { status, code, message } };
  }
}
