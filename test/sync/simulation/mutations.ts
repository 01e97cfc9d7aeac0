/** `find` stands in `file` exactly once and becomes `replace`. */
export interface Edit {
  file: string;
  find: string;
  replace: string;
}

/** A bug that someone could write. */
export interface Mutation extends Edit {
  name: string;
  /** Only the real stores have this code. */
  isReal?: true;
}

/** Each of these must be caught by the simulation; a simulation that lets one live is too weak. */
export const mutations: Mutation[] = [
  {
    name: 'an answer settles a later version than the one that was sent',
    file: 'src/store/outbox.ts',
    find: 'rows[i] && isSameVersion(rows[i].version, version)',
    replace: 'rows[i] !== undefined',
  },
  {
    name: 'the cursor is moved before the records are kept',
    file: 'src/sync/intake.ts',
    find: 'const taken = takeIn(store, teamId, records, cursor, coming);',
    replace:
      'await takeIn(store, teamId, [], page.cursor); const taken = takeIn(store, teamId, records, undefined, coming);',
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
    find: "put({ ...rest, cursor: '', epoch,",
    replace: 'put({ ...rest, epoch,',
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
    find: 'const seq = counter.seq + news.length;',
    replace: 'const seq = counter.seq;',
    isReal: true,
  },
  {
    name: 'the server keeps whatever came last',
    file: 'src/server/shelf/judge.ts',
    find: 'if (order < 0) return { verdict: stale(id, standing), isNews: false };',
    replace: "if (order < 0) return { verdict: { id, verdict: 'applied' }, isNews: true };",
  },
  {
    name: 'the server skips a place when it reads',
    file: 'src/server/shelf/pages.ts',
    find: 'and seq > ? and (deleted',
    replace: 'and seq > ? + 1 and (deleted',
    isReal: true,
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
    file: 'src/server/shelf/libsql-thread.ts',
    find: "(connection.inTransaction && connection.exec('rollback'))",
    replace: "(connection.inTransaction && connection.exec('commit'))",
    isReal: true,
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
    find: "code === 'not-allowed' || isForOne(code)",
    replace: 'code.length > 0',
  },
  {
    name: 'what is sent leaves the outbox before it is acknowledged',
    file: 'src/sync/push.ts',
    find: '    const answers = await Promise.all(',
    replace:
      "    await settle(store, team.id, batches.flatMap(({ sent }) => sent).map(({ row }) => ({ ...row, fate: 'taken' })));\n    const answers = await Promise.all(",
  },
  {
    name: 'a shared record is not put into the outbox when it is edited',
    file: 'src/store/keep.ts',
    find: 'row.team === PRIVATE ? undefined : { notBefore: 0 }',
    replace: 'undefined',
  },
  {
    name: 'what the server says is gone stays',
    file: 'src/store/sweep.ts',
    find: 'for (const id of gone) await bury(door, teamId, id);',
    replace: 'void gone; void bury;',
  },
  {
    name: "what the server lost of others' goes here too",
    file: 'src/store/sweep.ts',
    find: "else if (row.onlyHere !== 'record') await door.put({ ...row, onlyHere: 'record' });",
    replace: 'else await door.drop(key);',
  },
  {
    name: 'what an author brought back is still called "only here"',
    file: 'src/store/feed.ts',
    find: 'if (order === 0 && onlyHere) return [row];',
    replace: '',
  },
  {
    name: 'an old cursor is not noticed',
    file: 'src/server/cursor.ts',
    find: 'if (Number(seq) < team.floor && !isSwept) throw cursorTooOld();',
    replace: 'void cursorTooOld;',
  },
  {
    name: 'deletions are left out for everyone',
    file: 'src/server/routes/pull.ts',
    find: 'const known = swept ?? (after === undefined ? team.seq : 0);',
    replace: 'const known = team.seq;',
  },
  {
    name: 'what was deleted long ago can be written again',
    file: 'src/server/shelf/judge.ts',
    find: "if (standing === 'dead') return { verdict: stale(id, { version: sent.version, deleted: true }), isNews: false };",
    replace: "if (standing === 'dead') return { verdict: { id, verdict: 'applied' }, isNews: true };",
  },
  {
    name: 'a text that lost is not kept',
    file: 'src/store/lost.ts',
    find: 'await door.db.lost.add({',
    replace: 'void ({',
  },
  {
    name: 'who was removed keeps what others shared',
    file: 'src/store/team.ts',
    find: 'await door.dropAll(rows.map(({ team, id }): RecordKey => [team, id]));',
    replace: '',
  },
  {
    name: 'who was removed loses what they wrote',
    file: 'src/store/team.ts',
    find: 'await door.putAll(older.map((row) => toPrivateRow(row, me.author)));',
    replace: 'void older; void me;',
  },
  {
    name: 'what a reader was refused is not sent when they may write again',
    file: 'src/store/team.ts',
    find: "if (refused?.code === 'not-allowed') await door.put(row, { notBefore: row.removeAt ?? 0 });",
    replace: 'void row; void refused;',
  },
  {
    name: 'the sum over a team does not follow its changes',
    file: 'src/domain/tally.ts',
    find: 'move(tally, record, -1);',
    replace: 'void (tally && record);',
  },
  {
    name: 'what failed once is never proven',
    file: 'src/store/proof.ts',
    find: '      else delete team.proof;',
    replace: '',
  },
  {
    name: 'an edit cuts what it does not know',
    file: 'src/store/keep.ts',
    find: 'const body = asJson(change(asJson(read.value.body)));',
    replace: 'const { future: _, ...body } = asJson(change(asJson(read.value.body)));',
  },
  {
    name: 'news are taken in though something before them was missed',
    file: 'src/sync/follow.ts',
    find: 'team?.cursor !== news.after',
    replace: '!team',
  },
  {
    name: 'a full disk ends the following for good',
    file: 'src/sync/follow.ts',
    find: 'await orDiskFull(async () => ok(await listen(store, teamId, deps, stop)))',
    replace: 'ok(await listen(store, teamId, deps, stop))',
  },
  {
    name: 'whoever has left, and heard no answer, is told that they were removed',
    file: 'src/sync/sync-team.ts',
    find: "if (team.leaving === 'take-back')",
    replace: 'if (false)',
  },
  {
    name: 'a leaving that was cut short is never ended',
    file: 'src/sync/sync-team.ts',
    find: "if (team.leaving === 'leave')",
    replace: 'if (false)',
  },
  {
    name: 'whose other device has left and took everything back stays nameless',
    file: 'src/sync/sync-team.ts',
    find: 'const named = await nameAgain(store, team, deps.clock);',
    replace: 'const named = { ok: true } as const; void nameAgain;',
  },
  {
    name: 'what was not answered in time is sent again as it was',
    file: 'src/sync/pace.ts',
    find: 'Math.max(BYTES_MIN, Math.min(pace.bytes, Math.ceil(bytes / STEP)))',
    replace: 'pace.bytes',
  },
  {
    name: 'whoever leaves and takes back leaves it there',
    file: 'src/server/shelf/departures.ts',
    find: 'if (leaving.takeBack) await',
    replace: 'if (leaving.takeBack && !member) await',
    isReal: true,
  },
  {
    name: 'whoever leaves keeps what colleagues shared',
    file: 'src/store/team.ts',
    find: '    await clearRecords(door, teamId);\n    await door.db.teams.delete(teamId);',
    replace: '    await door.db.teams.delete(teamId);',
  },
  {
    name: 'a bad record holds up the others',
    file: 'src/sync/push.ts',
    find: "const taken = batch.filter((one) => verdictOf.get(one)?.verdict !== 'refused');",
    replace: "const taken = verdicts.some(({ verdict }) => verdict === 'refused') ? [] : batch;",
  },
];
