import type { Database, Sql } from './sql.ts';

/** What made the tables as they are, in order; one that was ever released is never changed. Standard SQL for every database. */
const migrations: string[][] = [
  [
    `create table teams (
      id text primary key, name text not null, epoch text not null, seq bigint not null, created bigint not null
    )`,
    `create table members (
      team text not null, id text not null, name text not null, role text not null, created bigint not null,
      removed bigint not null, primary key (team, id)
    )`,
    `create table devices (
      team text not null, id text not null, member text not null, name text not null, token_hash text not null,
      created bigint not null, seen bigint not null, ended bigint not null, primary key (team, id)
    )`,
    'create index devices_by_member on devices (team, member)',
    `create table invites (
      team text not null, hash text not null, role text not null, uses bigint not null, expires bigint not null,
      member text not null, made_by text not null, created bigint not null, primary key (team, hash)
    )`,
    `create table joins (
      team text not null, invite text not null, key_hash text not null, member text not null, device text not null,
      primary key (team, invite, key_hash)
    )`,
    `create table records (
      team text not null, id text not null, seq bigint not null, author text not null, kind text not null,
      schema_version bigint not null, n bigint not null, time double precision not null, device text not null,
      hash text not null, deleted bigint not null, body text, primary key (team, id)
    )`,
    'create unique index records_by_seq on records (team, seq)',
    'create index records_by_author on records (team, author)',
    `create table audit (
      team text not null, id text not null, at bigint not null, member text not null, what text not null,
      subject text not null, primary key (team, id)
    )`,
    'create index audit_by_time on audit (team, at)',
  ],
  ['create table erasures (team text not null, member text not null, at bigint not null, primary key (team, member))'],
  [
    // What was deleted so long ago that its place in the feed is gone: ids alone, so that nothing comes back to life.
    'create table graves (team text not null, id text not null, primary key (team, id))',
    // Where the feed stood at a time, at most once a day.
    'create table days (team text not null, at bigint not null, seq bigint not null, primary key (team, at))',
    // Up to which place of the feed deletions were taken out of it.
    'alter table teams add column floor bigint not null default 0',
    // Over what is not deleted, see domain/tally.ts; '' is counted at the next start.
    "alter table teams add column tally text not null default ''",
  ],
  // Who took everything back by leaving: nobody of theirs may be there to say so again after a restore.
  [
    'create table withdrawals (team text not null, member text not null, at bigint not null, primary key (team, member))',
  ],
];

/** How the tables are now. A column that is added later has a preset, so that older backups can be restored. */
export const SCHEMA = migrations.length;

/** Its tables are of a form that this version does not know. */
export class NewerDatabase extends Error {
  readonly code = 'newer-database';
}

/** How the tables are, 0 for none. Throws {@link NewerDatabase} where a newer version has changed them, also while this one runs. */
export async function readSchema(sql: Sql): Promise<number> {
  const [row] = await sql.all<{ version: number }>('select version from sidelight_schema');
  const standing = row?.version ?? 0;
  if (standing <= migrations.length) return standing;
  throw new NewerDatabase(`The database was written by a newer Sidelight (schema ${standing}). Start that version.`);
}

/** Brings the tables to their present form, one process at a time; newer tables than this version knows are refused. */
export async function migrate(database: Database): Promise<void> {
  await database.alone(async (sql) => {
    await sql.run('create table if not exists sidelight_schema (version bigint not null)');
    const standing = await readSchema(sql);
    for (const statements of migrations.slice(standing)) for (const text of statements) await sql.run(text);
    if (standing === migrations.length) return;
    await sql.run('delete from sidelight_schema');
    await sql.run('insert into sidelight_schema (version) values (?)', [migrations.length]);
  });
}
