import pg from 'pg';
import { createId } from '../../kit/id.ts';
import { createCoalescer, type FanOut } from './fan-out.ts';

const CHANNEL = 'sidelight';
const AGAIN_MS = 1_000;

/**
 * LISTEN and NOTIFY. Each notification takes a lock on the whole database for a moment when it commits, so it carries a
 * team's id only, is coalesced, and stands in a statement of its own. A listening connection that breaks is made anew.
 */
export async function openFanOut(url: string, pool: pg.Pool, hear: (word: string) => void): Promise<FanOut> {
  const node = createId();
  let isClosed = false;
  let listener: pg.Client | undefined;
  let again: NodeJS.Timeout | undefined;

  const listen = async (): Promise<void> => {
    const client = new pg.Client({ connectionString: url, application_name: 'sidelight live', keepAlive: true });
    client.on('notification', ({ payload = '' }) => {
      const [from, ...word] = payload.split(' ');
      if (from !== node) hear(word.join(' '));
    });
    client.on('error', () => void client.end().catch(() => undefined));
    client.on('end', () => {
      if (!isClosed) again = setTimeout(() => void listen().catch(() => client.emit('end')), AGAIN_MS);
    });
    await client.connect();
    await client.query(`listen ${CHANNEL}`);
    listener = client;
  };
  await listen();

  const coalescer = createCoalescer((word) => {
    // What could not be said is found by those who look.
    pool.query('select pg_notify($1, $2)', [CHANNEL, `${node} ${word}`]).catch(() => undefined);
  });
  return {
    announce: coalescer.announce,
    async close() {
      isClosed = true;
      clearTimeout(again);
      coalescer.close();
      await listener?.end();
    },
  };
}
