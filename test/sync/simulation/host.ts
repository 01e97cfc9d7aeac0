import type { Hono } from 'hono';
import { createId } from '../../../src/kit/id.ts';
import { createApp } from '../../../src/server/app.ts';
import { assemble } from '../../../src/server/assemble.ts';
import { readConfig } from '../../../src/server/config.ts';
import { createInvite } from '../../../src/server/invite.ts';
import type { Env, Parts } from '../../../src/server/parts.ts';
import { openInMemory } from '../../../src/server/shelf/libsql.ts';
import { shelfOver } from '../../../src/server/shelf/open.ts';
import type { Database, Sql } from '../../../src/server/shelf/sql.ts';
import type { Role } from '../../../src/wire/sync.ts';
import { createLife, type Life } from './death.ts';
import type { World } from './world.ts';

export const ADDRESS = 'http://server.test';

const TABLES = ['teams', 'members', 'devices', 'invites', 'joins', 'records', 'audit'];

type Rows = Map<string, Record<string, string | number | null>[]>;

/** The server's machine: its process lives and dies, its disk stays. */
export interface Host {
  team: string;
  life(): Life;
  /** A request that reached the machine; null where the process is dead or died over it. */
  handle(request: Request): Promise<Response | null>;
  invite(role: Role, member?: string): Promise<string>;
  /** Starts the process again on what is on the disk. */
  restart(): Promise<void>;
  backUp(): Promise<Rows>;
  /** Puts back a copy, as `restore` does: everything as it was then, and another epoch. */
  restore(rows: Rows): Promise<void>;
  /** After so many writes, so many more find a full disk. */
  fill(after: number, writes: number): void;
  database(): Database;
  close(): Promise<void>;
}

export async function createHost(world: World): Promise<Host> {
  const config = readConfig({ LOG: 'none', PUSHES_PER_MINUTE: '1000000' });
  if (!config.ok) throw new Error(config.failure.detail);
  let disk = openInMemory();
  let life = createLife();
  const full = { after: 0, for: 0 };
  const log = { note: () => undefined, problem: () => undefined };
  const shelf = async () => shelfOver(standInTheWay(disk, () => life, full));

  const boot = async (): Promise<{ app: Hono<Env>; parts: Parts }> => {
    life = createLife();
    const given = { config: config.value, shelf: await shelf(), log, site: new Map(), version: 'simulated' };
    const parts = await assemble({ ...given, clock: world.now, publicUrl: () => ADDRESS });
    return { parts, app: createApp(parts) };
  };
  let process = await boot();
  const restart = async () => {
    process = await boot();
  };
  const team = await process.parts.shelf.firstTeam(
    { id: createId(), name: 'Team', epoch: createId(), seq: 0 },
    world.now(),
  );

  return {
    team: team.id,
    life: () => life,
    async handle(request) {
      const own = life;
      if (own.isOver()) return null;
      const response = await process.app.fetch(request);
      return own.isOver() ? null : response;
    },
    async invite(role, member) {
      const wanted = { team: team.id, by: '', role, uses: 1, ...(member ? { member } : {}) };
      return (await createInvite(process.parts, wanted)).link;
    },
    restart,
    async backUp() {
      const rows: Rows = new Map();
      for (const table of TABLES) rows.set(table, await disk.all(`select * from ${table}`));
      return rows;
    },
    async restore(rows) {
      await disk.close();
      disk = openInMemory();
      await shelfOver(disk);
      for (const [table, some] of rows) {
        const [first] = some;
        if (!first) continue;
        const columns = Object.keys(first).filter((one) => !one.startsWith('_'));
        const text = `insert into ${table} (${columns.join(', ')}) values (${columns.map(() => '?').join(', ')})`;
        for (const row of some)
          await disk.run(
            text,
            columns.map((one) => row[one] ?? null),
          );
      }
      await disk.run('update teams set epoch = ?', [createId()]);
      await restart();
    },
    fill: (after, writes) => void Object.assign(full, { after, for: writes }),
    database: () => disk,
    close: () => disk.close(),
  };
}

/** Every statement passes by the process's life, before and after, and a write by the disk. */
function standInTheWay(disk: Database, lifeOf: () => Life, full: { after: number; for: number }): Database {
  const life = lifeOf();
  const guard = (sql: Sql): Sql => ({
    all: (text, values) => pass(() => sql.all(text, values)),
    among: (...given) => pass(() => sql.among(...given)),
    run: (...given) => pass(() => write(() => sql.run(...given))),
    upsert: (...given) => pass(() => write(() => sql.upsert(...given))),
  });
  const pass = async <T>(work: () => Promise<T>): Promise<T> => {
    life.pass();
    const result = await work();
    life.pass();
    return result;
  };
  const write = <T>(work: () => Promise<T>): Promise<T> => {
    if (full.for <= 0 || full.after-- > 0) return work();
    full.for--;
    return Promise.reject(new Error('database or disk is full'));
  };
  return {
    ...guard(disk),
    forUpdate: disk.forUpdate,
    write: (work) => pass(() => disk.write((sql) => work(guard(sql)))),
    alone: (work) => disk.alone(work),
    snapshot: (work) => disk.snapshot(work),
    fanOut: (hear) => disk.fanOut(hear),
    close: () => disk.close(),
  };
}
