import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { openInMemory, openLibsql } from '../../../src/server/shelf/libsql.ts';
import { openShelf, shelfOver } from '../../../src/server/shelf/open.ts';
import { openPostgres } from '../../../src/server/shelf/postgres.ts';
import type { Shelf } from '../../../src/server/shelf/shelf.ts';
import { openMemoryShelf } from '../../sync/simulation/memory-shelf/open.ts';
import { shelfConforms } from './conformance.ts';
import { deletionsConform } from './deletions.ts';
import { findPostgres, type Postgres, startPostgres } from './postgres.ts';

const open: Shelf[] = [];
const folders: string[] = [];

const noted = (shelf: Shelf): Shelf => {
  open.push(shelf);
  return shelf;
};

const newFolder = (): string => {
  const folder = mkdtempSync(join(tmpdir(), 'sidelight-shelf-'));
  folders.push(folder);
  return folder;
};

afterEach(async () => {
  for (const shelf of open.splice(0)) await shelf.close();
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
});

function conforms(name: string, open: () => Promise<Shelf>): void {
  shelfConforms(name, open);
  deletionsConform(`${name}: deletions`, open);
}

async function openOk(where: { databaseUrl: string; folder: string }): Promise<Shelf> {
  const result = await openShelf(where);
  if (!result.ok) throw new Error(result.failure.code);
  return noted(result.value);
}

conforms('a shelf in an SQLite file', () => openOk({ databaseUrl: '', folder: newFolder() }));
conforms('a shelf in an SQLite database in memory', async () => noted(await shelfOver(openInMemory())));
conforms('the shelf of the simulation', async () => noted(openMemoryShelf()));

describe('an SQLite folder', () => {
  it('is read while it is written to, as it was; what fails half way was never there', async () => {
    const opened = openLibsql(newFolder());
    if (!opened.ok) throw new Error(opened.failure.code);
    const database = opened.value;
    const numbers = async () => (await database.all<{ x: number }>('select x from numbers')).map(({ x }) => x);
    const insert = 'insert into numbers (x) values (?)';
    await database.run('create table numbers (x bigint not null)');
    await database.write(async (sql) => {
      await sql.run(insert, [1]);
      expect(await numbers()).toEqual([]);
    });
    expect(await numbers()).toEqual([1]);
    const half = database.write(async (sql) => {
      await sql.run(insert, [2]);
      throw new Error('half way');
    });
    await expect(half).rejects.toThrow('half way');
    await expect(database.run('insert into nowhere (x) values (1)')).rejects.toThrow('nowhere');
    expect(await numbers()).toEqual([1]);
    await database.close();
    await database.close();
    await expect(database.run(insert, [3])).rejects.toThrow('closed');
  });

  it('is for one process at a time', async () => {
    const folder = newFolder();
    const shelf = await openOk({ databaseUrl: '', folder });
    expect(await openShelf({ databaseUrl: '', folder })).toEqual({
      ok: false,
      failure: { code: 'database-in-use', detail: folder },
    });
    await shelf.close();
    open.length = 0;
    await openOk({ databaseUrl: '', folder });
  });
});

const programs = findPostgres();
if (!programs) console.warn('PostgreSQL is not installed here, so nothing was tried on it.');
if (!programs && process.env.CI) throw new Error('PostgreSQL must be there where CI is set.');

describe.runIf(programs)('with a real PostgreSQL', () => {
  let postgres: Postgres;
  beforeAll(async () => {
    postgres = await startPostgres(programs ?? '');
  }, 60_000);
  afterAll(() => postgres.close());

  conforms('a shelf in PostgreSQL', async () => openOk({ databaseUrl: await postgres.createDatabase(), folder: '' }));

  it('is migrated once by nodes that start at the same time', async () => {
    const databaseUrl = await postgres.createDatabase();
    const shelves = await Promise.all(Array.from({ length: 4 }, () => openOk({ databaseUrl, folder: '' })));
    const made = { name: 'Harbour', epoch: 'e', seq: 0 };
    const teams = await Promise.all(shelves.map((shelf, i) => shelf.firstTeam({ ...made, id: `team-${i}` }, 1)));
    expect(new Set(teams.map(({ id }) => id)).size).toBe(1);
  });

  it('answers a removal after what is being written then: nothing of who was removed comes later', async () => {
    const databaseUrl = await postgres.createDatabase();
    const shelf = await openOk({ databaseUrl, folder: '' });
    await shelf.firstTeam({ id: 'harbour', name: 'Harbour', epoch: 'e', seq: 0 }, 1);
    const database = openPostgres(databaseUrl);
    const act = { team: 'harbour', by: '', now: 1 };
    const done: string[] = [];
    const removals = await database.write(async (sql) => {
      await sql.all('select seq from teams where id = ? for update', ['harbour']);
      const answers = {
        removed: shelf.removeMember(act, 'anne'),
        revoked: shelf.endDevice(act, 'ben', 'phone'),
        reader: shelf.setRole(act, 'cara', 'reader'),
        erased: shelf.erase(act, 'dora'),
      };
      const noted = Object.entries(answers).map(([what, answer]) => answer.then(() => void done.push(what)));
      await setTimeout(200);
      done.push('written');
      return noted;
    });
    await Promise.all(removals);
    await database.close();
    expect([done[0], done.slice(1).sort()]).toEqual(['written', ['erased', 'reader', 'removed', 'revoked']]);
  });
});
