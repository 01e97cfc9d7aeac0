import type { Stamped } from '../../../src/domain/version.ts';
import { emptyAgain, readEmptied } from '../../../src/server/backup/empty-again.ts';
import { withdraw } from '../../../src/server/shelf/departures.ts';
import { openInMemory } from '../../../src/server/shelf/libsql.ts';
import { shelfOver } from '../../../src/server/shelf/open.ts';
import type { Shelf } from '../../../src/server/shelf/shelf.ts';
import type { Database, Row, Sql } from '../../../src/server/shelf/sql.ts';
import { openMemoryShelf } from './memory-shelf/open.ts';
import { emptyRecordsOf, keep } from './memory-shelf/records.ts';
import { emptyState, newTeamState } from './memory-shelf/state.ts';
import type { Stores } from './profile-disk.ts';

export interface Seen extends Stamped {
  id: string;
  author: string;
  text: string | null;
}

/** What a look at the disk shows, past everything the server would say. */
export interface Sight {
  epoch: string;
  seq: number;
  records: Seen[];
}

/** The same with each record's place in the feed. */
export interface Glance extends Sight {
  records: (Seen & { seq: number })[];
}

/** What the process passes by whenever it touches the disk; either may throw. */
export interface Gates {
  pass(): void;
  write(): void;
}

/** The disk of the server's machine: it outlives the process. */
export interface ServerDisk {
  shelf(gates: Gates): Promise<Shelf>;
  backUp(): Promise<unknown>;
  /** Everything as it was then, under another epoch; who was sent away since stays away. */
  restore(copy: unknown, epoch: string): Promise<void>;
  /** Another server with the same people and no records. */
  empty(epoch: string): Promise<void>;
  look(): Promise<Sight>;
  /** The same at once; null where the disk must be waited for. */
  glance(): Glance | null;
  close(): Promise<void>;
}

export const openServerDisk = (stores: Stores): ServerDisk => (stores === 'real' ? sqlDisk() : memoryDisk());

function memoryDisk(): ServerDisk {
  let state = emptyState();
  const only = () => [...state.teams.values()][0];
  const glance = () => {
    const { epoch = '', seq = 0, records } = only() ?? {};
    return { epoch, seq, records: [...(records?.values() ?? [])] };
  };
  return {
    shelf: async ({ pass, write }) =>
      openMemoryShelf(
        () => state,
        (writes) => {
          pass();
          if (writes) write();
        },
      ),
    backUp: async () => structuredClone(state),
    async restore(copy, epoch) {
      const before = only();
      state = structuredClone(copy as typeof state);
      const now = only();
      if (!now || !before) return;
      now.epoch = epoch;
      for (const { id, ended } of before.devices.values()) Object.assign(now.devices.get(id) ?? {}, { ended });
      for (const { id, removed } of before.members.values()) Object.assign(now.members.get(id) ?? {}, { removed });
      for (const record of before.records.values()) {
        if (record.text === null && before.withdrawals.has(record.author)) keep(now, record, record.author);
      }
      for (const [member, at] of before.withdrawals) {
        if (now.withdrawals.get(member) === at) continue;
        emptyRecordsOf(now, member, at, false);
        now.withdrawals.set(member, at);
      }
    },
    async empty(epoch) {
      const before = only();
      if (!before) return;
      const { id, name, members, devices, invites, joins, withdrawals } = before;
      const people = { members, devices, invites, joins, withdrawals };
      state.teams.set(id, { ...newTeamState({ id, name, epoch, seq: 0 }), ...people });
    },
    look: async () => glance(),
    glance,
    close: async () => undefined,
  };
}

const TABLES = 'teams members devices invites joins records audit graves days withdrawals'.split(' ');
type Rows = Map<string, Record<string, string | number | null>[]>;

function sqlDisk(): ServerDisk {
  let disk = openInMemory();
  return {
    shelf: (gates) => shelfOver(standInTheWay(disk, gates)),
    async backUp() {
      const rows: Rows = new Map();
      for (const table of TABLES) rows.set(table, await disk.all(`select * from ${table}`));
      return rows;
    },
    async restore(copy, epoch) {
      const devices = await disk.all<Row & { id: string; ended: number }>('select id, ended from devices');
      const members = await disk.all<Row & { id: string; removed: number }>('select id, removed from members');
      const withdrawals = await readWithdrawals(disk);
      const emptied = await readEmptied(disk);
      await disk.close();
      disk = openInMemory();
      await shelfOver(disk);
      for (const [table, rows] of copy as Rows) for (const row of rows) await insert(disk, table, row);
      for (const { id, ended } of devices) await disk.run('update devices set ended = ? where id = ?', [ended, id]);
      for (const { id, removed } of members)
        await disk.run('update members set removed = ? where id = ?', [removed, id]);
      await disk.run('update teams set epoch = ?', [epoch]);
      await emptyAgain(disk, disk.forUpdate, emptied);
      const known = (await readWithdrawals(disk)).map(({ member, at }) => `${member} ${at}`);
      for (const { team, member, at } of withdrawals.filter((one) => !known.includes(`${one.member} ${one.at}`)))
        await withdraw(disk, disk.forUpdate, { team, member, now: at });
    },
    async empty(epoch) {
      for (const table of ['records', 'graves', 'days']) await disk.run(`delete from ${table}`);
      await disk.run("update teams set epoch = ?, seq = 0, floor = 0, tally = ''", [epoch]);
    },
    look: () => look(disk),
    glance: () => null,
    close: () => disk.close(),
  };
}

const readWithdrawals = (disk: Database) =>
  disk.all<Row & { team: string; member: string; at: number }>('select team, member, at from withdrawals');

async function insert(disk: Database, table: string, row: Record<string, string | number | null>): Promise<void> {
  const columns = Object.keys(row).filter((one) => !one.startsWith('_'));
  const text = `insert into ${table} (${columns.join(', ')}) values (${columns.map(() => '?').join(', ')})`;
  await disk.run(
    text,
    columns.map((one) => row[one] ?? null),
  );
}

interface Line extends Row {
  id: string;
  author: string;
  n: number;
  time: number;
  device: string;
  hash: string;
  deleted: number;
  body: string | null;
}

async function look(disk: Database): Promise<Sight> {
  const [counter] = await disk.all<Row & { epoch: string; seq: number }>('select epoch, seq from teams');
  const lines = await disk.all<Line>('select * from records');
  const records = lines.map(({ id, author, n, time, device, hash, deleted, body }) => ({
    id,
    author,
    version: { n, time, device, hash },
    ...(deleted ? { deleted: true as const } : {}),
    text: body,
  }));
  return { epoch: counter?.epoch ?? '', seq: counter?.seq ?? 0, records };
}

/** Every statement passes the gates, before and after. */
function standInTheWay(disk: Database, { pass, write }: Gates): Database {
  const through = async <T>(work: () => Promise<T>): Promise<T> => {
    pass();
    const result = await work();
    pass();
    return result;
  };
  const writing = <T>(work: () => Promise<T>): Promise<T> =>
    through(async () => {
      write();
      return work();
    });
  const guard = (sql: Sql): Sql => ({
    all: (text, values) => through(() => sql.all(text, values)),
    among: (...given) => through(() => sql.among(...given)),
    run: (...given) => writing(() => sql.run(...given)),
    upsert: (...given) => writing(() => sql.upsert(...given)),
    insert: (...given) => writing(() => sql.insert(...given)),
  });
  return {
    ...guard(disk),
    forUpdate: disk.forUpdate,
    bytesOf: disk.bytesOf,
    write: (work) => through(() => disk.write((sql) => work(guard(sql)))),
    alone: (work) => disk.alone(work),
    snapshot: (work) => disk.snapshot(work),
    fanOut: (hear) => disk.fanOut(hear),
    close: () => disk.close(),
  };
}
