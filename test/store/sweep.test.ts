import { describe, expect, it } from 'vitest';
import { countIn, emptyTally, writeTally } from '../../src/domain/tally.ts';
import { hashBody } from '../../src/domain/version.ts';
import { startOver, takeIn } from '../../src/store/feed.ts';
import { edit } from '../../src/store/keep.ts';
import { forgetLost, lostOf, tendLost } from '../../src/store/lost.ts';
import { adoptOnlyHere } from '../../src/store/only-here.ts';
import { refuse, settle } from '../../src/store/outbox.ts';
import { noteProof, tallyOfTeam } from '../../src/store/proof.ts';
import { readOne } from '../../src/store/read.ts';
import { rowAt } from '../../src/store/record-at.ts';
import { asJson } from '../../src/store/row.ts';
import type { RecordKey } from '../../src/store/rows.ts';
import { share } from '../../src/store/share.ts';
import { heldIds, noteSwept, obeyFates } from '../../src/store/sweep.ts';
import { addTeam, noteRole, partFrom } from '../../src/store/team.ts';
import { codeOf, createDevice, type Device, keepLesson, lessonBody, team, value } from './device.ts';
import { outgoing } from './outgoing.ts';

const TEAM = 'team-1';
const DAY_MS = 86_400_000;

async function joined(): Promise<Device> {
  const device = createDevice();
  value(await addTeam(device.store, team(), device.clock));
  await sendAll(device);
  return device;
}

/** As if the server took everything that waits. */
async function sendAll({ store, clock }: Device, fate: 'taken' | 'overtaken' | 'gone' = 'taken') {
  const waiting = await outgoing(store, TEAM, clock(), 100);
  value(
    await settle(
      store,
      TEAM,
      waiting.map(({ row }) => ({ ...row, fate })),
    ),
  );
}

async function shared(device: Device, note: string): Promise<RecordKey> {
  const { id } = await keepLesson(device, { note });
  value(await share(device.store, id, TEAM, asJson(lessonBody({ note })), device.clock));
  return [TEAM, id];
}

const others = async (id: string, note: string, n = 1) => {
  const body = asJson(lessonBody({ note }));
  const version = { n, time: 5, device: 'elsewhere', hash: await hashBody(body) };
  return { id, kind: 'lesson', author: 'member-2', schema: 1, version, body };
};
const mine = async (id: string, note: string, n: number) => ({ ...(await others(id, note, n)), author: 'member-1' });
const noteOf = async ({ store }: Device, key: RecordKey) => (await rowAt(store.strict, key))?.body?.note;

describe('a device that was away for long', () => {
  it('asks about what it holds, in order, and not about its own deletions', async () => {
    const device = await joined();
    value(await takeIn(device.store, TEAM, [await others('b', 'B'), await others('a', 'A')]));
    expect(await heldIds(device.store.strict, TEAM, '', 10)).toEqual(['a', 'b', 'member-1']);
    expect(await heldIds(device.store.strict, TEAM, 'a', 1)).toEqual(['b']);
  });

  it('lets go of what is gone, of its own as well, and does not share it again', async () => {
    const device = await joined();
    const own = await shared(device, 'mine');
    await sendAll(device);
    value(await takeIn(device.store, TEAM, [await others('a', 'A')]));
    value(await obeyFates(device.store, TEAM, { gone: ['a', own[1]], unknown: [] }));
    expect(await readOne(device.store.strict, [TEAM, 'a'])).toBeNull();
    expect(await rowAt(device.store.strict, own)).toMatchObject({ deleted: true, body: null });
    expect(await device.store.strict.outbox.count()).toBe(0);
  });

  it('sends its own again where the server never had it, but not what was refused', async () => {
    const device = await joined();
    const [, id] = await shared(device, 'mine');
    await sendAll(device);
    value(await obeyFates(device.store, TEAM, { gone: [], unknown: [id] }));
    expect((await outgoing(device.store, TEAM, device.clock(), 9)).map(({ record }) => record.id)).toEqual([id]);
  });

  it('remembers up to where deletions are known', async () => {
    const device = await joined();
    value(await noteSwept(device.store, TEAM, 'due'));
    expect(await device.store.strict.teams.get(TEAM)).toMatchObject({ isSweepDue: true });
    value(await noteSwept(device.store, TEAM, 17));
    const { swept, isSweepDue } = (await device.store.strict.teams.get(TEAM)) ?? {};
    expect([swept, isSweepDue]).toEqual([17, undefined]);
  });
});

describe('after an old backup was restored', () => {
  it('what a colleague wrote and nobody brought back stays, marked, until its author does', async () => {
    const device = await joined();
    value(await takeIn(device.store, TEAM, [await others('a', 'A')]));
    value(await obeyFates(device.store, TEAM, { gone: [], unknown: ['a'] }));
    expect(await readOne(device.store.strict, [TEAM, 'a'])).toMatchObject({ onlyHere: 'record', body: { note: 'A' } });
    value(await takeIn(device.store, TEAM, [await others('a', 'A')]));
    expect((await readOne(device.store.strict, [TEAM, 'a']))?.onlyHere).toBeUndefined();
  });

  it('a later version than the server has stays, marked, until its author brings it back', async () => {
    const device = await joined();
    value(await takeIn(device.store, TEAM, [await others('a', 'later', 2)]));
    value(await startOver(device.store, TEAM, 'e2'));
    value(await takeIn(device.store, TEAM, [await others('a', 'earlier', 1)]));
    expect(await readOne(device.store.strict, [TEAM, 'a'])).toMatchObject({
      onlyHere: 'version',
      body: { note: 'later' },
    });
    value(await takeIn(device.store, TEAM, [await others('a', 'later', 2)]));
    expect((await readOne(device.store.strict, [TEAM, 'a']))?.onlyHere).toBeUndefined();
  });

  it('it can be adopted as a record of one’s own', async () => {
    const device = await joined();
    value(await takeIn(device.store, TEAM, [await others('a', 'A')]));
    expect(codeOf(await adoptOnlyHere(device.store, [TEAM, 'a']))).toBe('gone');
    value(await obeyFates(device.store, TEAM, { gone: [], unknown: ['a'] }));
    const own = value(await adoptOnlyHere(device.store, [TEAM, 'a']));
    expect(own).toMatchObject({ team: '', mine: 1, body: { note: 'A' } });
    expect(own.id).not.toBe('a');
    expect(own.version.hash).toBe(await hashBody(own.body));
    expect(await rowAt(device.store.strict, [TEAM, 'a'])).toBeUndefined();
    expect(value(await share(device.store, own.id, TEAM, own.body ?? {}, device.clock)).author).toBe('member-1');
  });
});

describe('a version that lost', () => {
  it('is kept thirty days, from the next look at the clock on', async () => {
    const device = await joined();
    const key = await shared(device, 'mine');
    await sendAll(device);
    value(await edit(device.store, key, (body) => ({ ...body, note: 'unsent' }), device.clock));
    value(await takeIn(device.store, TEAM, [await mine(key[1], 'from the other one', 7)]));
    expect(await noteOf(device, key)).toBe('from the other one');
    expect((await lostOf(device.store.strict, key[1])).map(({ body }) => body.note)).toEqual(['unsent']);
    value(await tendLost(device.store, device.clock));
    device.turn(30 * DAY_MS);
    value(await tendLost(device.store, device.clock));
    expect(await lostOf(device.store.strict, key[1])).toHaveLength(1);
    device.turn(1);
    value(await tendLost(device.store, device.clock));
    expect(await lostOf(device.store.strict, key[1])).toEqual([]);
  });

  it('is kept when the server says that another one overtook it', async () => {
    const device = await joined();
    const key = await shared(device, 'too late');
    await sendAll(device, 'overtaken');
    const [lost] = await lostOf(device.store.strict, key[1]);
    expect(lost?.body.note).toBe('too late');
    await forgetLost(device.store, lost?.n ?? 0);
    expect(await lostOf(device.store.strict, key[1])).toEqual([]);
  });

  it('is kept when it met a deletion, which stays one', async () => {
    const device = await joined();
    const key = await shared(device, 'edited');
    await sendAll(device, 'gone');
    expect(await rowAt(device.store.strict, key)).toMatchObject({ deleted: true, body: null });
    expect(await lostOf(device.store.strict, key[1])).toMatchObject([{ body: { note: 'edited' } }]);
  });

  it('does not count what my other device wrote, took back or deleted with mine in view', async () => {
    const device = await joined();
    const key = await shared(device, 'first');
    await sendAll(device);
    const empty = { ...(await mine(key[1], '', 2)), body: null };
    value(await takeIn(device.store, TEAM, [{ ...empty, version: { ...empty.version, hash: '' } }]));
    expect(await lostOf(device.store.strict, key[1])).toEqual([]);
  });
});

describe('the sum over what is held', () => {
  it('is that of the records, and waits for what is still to be sent', async () => {
    const device = await joined();
    value(await takeIn(device.store, TEAM, [await others('a', 'A'), await others('b', 'B')]));
    const tally = emptyTally();
    for (const row of await device.store.strict.records.toArray()) countIn(tally, row);
    expect(await tallyOfTeam(device.store.strict, TEAM)).toBe(writeTally(tally));
    const key = await shared(device, 'waits');
    expect(await tallyOfTeam(device.store.strict, TEAM)).toBeNull();
    await sendAll(device);
    const row = await rowAt(device.store.strict, key);
    if (row) countIn(tally, row);
    expect(await tallyOfTeam(device.store.strict, TEAM)).toBe(writeTally(tally));
  });

  it('is noted as proven, or why not', async () => {
    const device = await joined();
    await noteProof(device.store, TEAM, 'again');
    expect((await device.store.strict.teams.get(TEAM))?.proof).toBe('again');
    await noteProof(device.store, TEAM, undefined);
    expect((await device.store.strict.teams.get(TEAM))?.proof).toBeUndefined();
  });
});

describe('who was removed', () => {
  it('keeps what they wrote, sent or not, and nothing of the others; and cannot share there', async () => {
    const device = await joined();
    await shared(device, 'sent');
    await sendAll(device);
    await shared(device, 'not sent');
    value(await takeIn(device.store, TEAM, [await others('a', 'A')]));
    value(await partFrom(device.store, TEAM, { code: 'ended' }));
    const rows = await device.store.strict.records.toArray();
    expect(rows.map(({ team: of, body }) => [of, body?.note]).sort()).toEqual([
      ['', 'not sent'],
      ['', 'sent'],
    ]);
    expect(await device.store.strict.outbox.count()).toBe(0);
    expect((await device.store.strict.teams.get(TEAM))?.problem?.code).toBe('ended');
    const { id } = await keepLesson(device);
    expect(codeOf(await share(device.store, id, TEAM, asJson(lessonBody()), device.clock))).toBe('ended');
  });

  it('who may write again after a while as a reader has what was refused sent', async () => {
    const device = await joined();
    const key = await shared(device, 'refused');
    const [waiting] = await outgoing(device.store, TEAM, device.clock(), 9);
    if (waiting) value(await refuse(device.store, TEAM, waiting.row, 'not-allowed'));
    expect((await device.store.strict.teams.get(TEAM))?.member.role).toBe('reader');
    value(await noteRole(device.store, TEAM, 'reader'));
    expect(await device.store.strict.outbox.count()).toBe(0);
    value(await noteRole(device.store, TEAM, 'member'));
    expect(await device.store.strict.outbox.get(key)).toBeDefined();
    expect((await rowAt(device.store.strict, key))?.refused).toBeUndefined();
  });
});
