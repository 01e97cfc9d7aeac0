/** A bug that someone could write: `find` stands in `file` exactly once and becomes `replace`. */
export interface Mutation {
  name: string;
  file: string;
  find: string;
  replace: string;
}

/** Each of these must be caught by the simulation; a simulation that lets one live is too weak. */
export const mutations: Mutation[] = [
  {
    name: 'an answer settles a later version than the one that was sent',
    file: 'src/store/feed.ts',
    find: 'if (row && isSameVersion(row.version, version)) await',
    replace: 'if (row) await',
  },
  {
    name: 'the cursor is moved before the records are kept',
    file: 'src/sync/pull.ts',
    find: 'takeIn(store, teamId, readable(page.records), page.cursor)',
    replace:
      'takeIn(store, teamId, [], page.cursor).then((moved) => (moved.ok ? takeIn(store, teamId, readable(page.records)) : moved))',
  },
  {
    name: 'the device takes pages of any epoch',
    file: 'src/store/feed.ts',
    find: "team.epoch !== '' && team.epoch !== epoch",
    replace: 'false',
  },
  {
    name: 'starting over does not send what is mine again',
    file: 'src/store/feed.ts',
    find: '    await sendOwnAgain(door, teamId);\n    return ok(null);',
    replace: '    return ok(null);',
  },
  {
    name: 'starting over keeps the cursor',
    file: 'src/store/feed.ts',
    find: "{ cursor: '', epoch }",
    replace: '{ epoch }',
  },
  {
    name: 'the latest clock wins',
    file: 'src/domain/version.ts',
    find: '    a.version.n - b.version.n ||\n',
    replace: '',
  },
  {
    name: 'a deletion is an edit like any other',
    file: 'src/domain/version.ts',
    find: 'if (Boolean(a.deleted) !== Boolean(b.deleted)) return a.deleted ? 1 : -1;',
    replace: '',
  },
  {
    name: 'an edit does not raise the count',
    file: 'src/domain/version.ts',
    find: '(previous?.n ?? 0) + 1',
    replace: 'previous?.n ?? 1',
  },
  {
    name: 'two versions that differ in their body alone are the same',
    file: 'src/domain/version.ts',
    find: 'compareText(a.version.hash, b.version.hash)',
    replace: '0',
  },
  {
    name: 'the server does not count on',
    file: 'src/server/shelf/records.ts',
    find: '[seq + news.length, team]',
    replace: '[seq, team]',
  },
  {
    name: 'the server keeps whatever came last',
    file: 'src/server/shelf/judge.ts',
    find: "if (order < 0) return { verdict: { id, verdict: 'stale', version: plain(standing.version) }, isNews: false };",
    replace: "if (order < 0) return { verdict: { id, verdict: 'applied' }, isNews: true };",
  },
  {
    name: 'the server skips a place when it reads',
    file: 'src/server/shelf/records.ts',
    find: 'where team = ? and seq > ? order by seq limit ?',
    replace: 'where team = ? and seq > ? + 1 order by seq limit ?',
  },
  {
    name: 'the server says applied when it failed',
    file: 'src/server/push-line.ts',
    find: 'for (const { failed } of together) failed(error);',
    replace:
      "void error; for (const { done, parcel } of together) done(parcel.records.map(({ id }) => ({ id, verdict: 'applied' as const })));",
  },
  {
    name: 'the server commits what failed half way',
    file: 'src/server/shelf/libsql.ts',
    find: "if (connection.inTransaction) connection.exec('rollback');",
    replace: "if (connection.inTransaction) connection.exec('commit');",
  },
  {
    name: 'taking back is not sent',
    file: 'src/store/share.ts',
    find: 'await door.put(toRow({ ...row, version, body: null }, row.team, true), { notBefore: 0 });',
    replace: 'await door.put(toRow({ ...row, version, body: null }, row.team, true));',
  },
  {
    name: 'sharing again forgets that it was taken back',
    file: 'src/store/share.ts',
    find: 'earlier && compareVersions(earlier, own) > 0 ? earlier.version : own.version',
    replace: 'own.version',
  },
  {
    name: 'a final deletion is not sent',
    file: 'src/store/remove.ts',
    find: 'deleted: true, body: null }, row.team, true), { notBefore: 0 });',
    replace: 'deleted: true, body: null }, row.team, true));',
  },
  {
    name: 'an earlier version in the feed takes a later one out of the outbox',
    file: 'src/store/feed.ts',
    find: 'if (standing && compareVersions(record, standing) <= 0) return false;',
    replace:
      'if (standing && compareVersions(record, standing) <= 0) { await door.db.outbox.delete(key); return false; }',
  },
  {
    name: 'what was deleted elsewhere stays as a copy of my own',
    file: 'src/store/feed.ts',
    find: 'const isUnshared = record.body === null && !record.deleted;',
    replace: 'const isUnshared = record.body === null;',
  },
  {
    name: "what colleagues wrote counts as one's own",
    file: 'src/store/feed.ts',
    find: '    author === member.id;',
    replace: "    author !== '' && member.id !== '';",
  },
  {
    name: 'any failure is a refusal',
    file: 'src/sync/push.ts',
    find: "code === 'not-valid' || code === 'not-allowed' || code === 'too-large'",
    replace: 'code.length > 0',
  },
  {
    name: 'what is sent leaves the outbox before it is acknowledged',
    file: 'src/sync/push.ts',
    find: '    const answer = await send(\n',
    replace: '    await settle(store, team.id, batch.map(({ row }) => row));\n    const answer = await send(\n',
  },
  {
    name: 'a shared record is not put into the outbox when it is edited',
    file: 'src/store/keep.ts',
    find: 'row.team === PRIVATE ? undefined : { notBefore: 0 }',
    replace: 'undefined',
  },
];
