import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildServer } from '../../server/kills/server-process.ts';
import { findPostgres, startPostgres } from '../../server/shelf/postgres.ts';
import { type Peer, startPouch } from './pouch.ts';
import type { Place } from './with-server.ts';

/** What is measured against what: a fresh place for our server on each database, and the peer, where they can be had. */
export interface Stand {
  places: Record<string, () => Promise<Place>>;
  /** Process of PostgreSQL. */
  postgresPid: number | undefined;
  peer: Peer | null;
  close(): Promise<void>;
}

export async function openStand(withPeers: boolean): Promise<Stand> {
  const { program, remove } = await buildServer();
  const folder = mkdtempSync(join(tmpdir(), 'sidelight-bench-'));
  const programs = findPostgres();
  const postgres = programs ? await startPostgres(programs) : null;
  if (!postgres) console.log('PostgreSQL is not installed here, so nothing is measured on it.');
  const peer = withPeers ? await startPouch() : null;
  if (withPeers && !peer) console.log('PouchDB could not be installed, so there is no peer.');
  const sqlite = async () => ({ program, environment: { DATA_DIR: mkdtempSync(join(folder, 'data-')) } });
  const onPostgres = postgres && {
    postgres: async () => ({ program, environment: { DATABASE_URL: await postgres.createDatabase() } }),
  };
  return {
    places: { sqlite, ...onPostgres },
    postgresPid: postgres?.pid,
    peer,
    async close() {
      peer?.stop();
      await postgres?.close();
      remove();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
