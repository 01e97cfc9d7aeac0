import { describe, expect, it } from 'vitest';
import type { Shelf } from '../../src/server/shelf/shelf.ts';
import { problemSchema } from '../../src/wire/sync.ts';
import { aRecord } from './records.ts';
import { CLOCK, startApp } from './socketless.ts';

/** Comes only when it is read, which is when its sender was let in, after what happens then. */
const late = (text: string, meanwhile: () => Promise<unknown>): ReadableStream =>
  new ReadableStream(
    {
      async pull(controller) {
        await meanwhile();
        controller.enqueue(new TextEncoder().encode(text));
        controller.close();
      },
    },
    { highWaterMark: 0 },
  );

type Meanwhile = (shelf: Shelf, act: { team: string; by: string; now: number }, member: string) => Promise<unknown>;
const meanwhiles: [string, string, Meanwhile][] = [
  ['was removed', 'ended', (shelf, act, member) => shelf.removeMember(act, member)],
  ['was erased', 'ended', (shelf, act, member) => shelf.erase(act, member)],
  ['may only read now', 'not-allowed', (shelf, act, member) => shelf.setRole(act, member, 'reader')],
  [
    'had the token revoked',
    'ended',
    async (shelf, act, member) => {
      for (const { id } of await shelf.devices(act.team, member)) await shelf.endDevice(act, member, id);
    },
  ],
];

describe('a push that comes slowly', () => {
  it.each(meanwhiles)('adds nothing where its sender %s meanwhile', async (_, code, happens) => {
    const { shelf, team, post, join } = await startApp();
    const { token, member } = await join();
    const text = JSON.stringify({ records: [await aRecord()] });
    const act = { team, by: '', now: CLOCK() };
    const answer = await post(
      'push',
      late(text, () => happens(shelf, act, member.id)),
      token,
    );
    expect(problemSchema.parse(await answer.json()).code).toBe(code);
    expect((await shelf.recordsOf(team, member.id)).length).toBe(0);
  });

  it('is taken where nothing happened', async () => {
    const { shelf, team, post, join } = await startApp();
    const { token, member } = await join();
    const text = JSON.stringify({ records: [await aRecord()] });
    expect(
      (
        await post(
          'push',
          late(text, async () => undefined),
          token,
        )
      ).status,
    ).toBe(200);
    expect((await shelf.recordsOf(team, member.id)).length).toBe(1);
  });
});

describe('what someone in charge says slowly', () => {
  it.each([
    ['invites', { role: 'member', uses: 1 }],
    ['members/role', { member: 'ben', role: 'reader' }],
    ['members/remove', { member: 'ben' }],
  ])('(%s) counts no more when they were removed meanwhile', async (path, said) => {
    const { shelf, team, post, join } = await startApp();
    const [ada, ben] = [await join('admin'), await join()];
    const text = JSON.stringify(said).replace('"ben"', JSON.stringify(ben.member.id));
    const remove = () => shelf.removeMember({ team, by: '', now: CLOCK() }, ada.member.id);
    expect((await post(path, late(text, remove), ada.token)).status).toBe(401);
    expect(await shelf.member(team, ben.member.id)).toMatchObject({ role: 'member' });
  });
});

describe('what someone says slowly of themselves', () => {
  it.each([
    ['devices/end', { device: 'other' }],
    ['erase', { name: 'Ben' }],
    ['leave', { records: 'take-back' }],
    ['leave', { records: 'leave' }],
  ])('(%s, %o) counts no more when they were removed meanwhile', async (path, said) => {
    const { shelf, team, post, join } = await startApp();
    const ben = await join();
    expect((await post('push', JSON.stringify({ records: [await aRecord()] }), ben.token)).status).toBe(200);
    const audit = async () => (await shelf.audit(team, 10)).map(({ what }) => what);
    let before: string[] = [];
    const remove = async () => {
      await shelf.removeMember({ team, by: '', now: CLOCK() }, ben.member.id);
      before = await audit();
    };
    const answer = await post(path, late(JSON.stringify(said), remove), ben.token);
    expect(problemSchema.parse(await answer.json()).code).toBe('ended');
    expect(await audit()).toEqual(before);
    expect((await shelf.recordsOf(team, ben.member.id)).map(({ version }) => version.n)).toEqual([1]);
  });

  it('counts where they only have another role now', async () => {
    const { shelf, team, post, join } = await startApp();
    const ben = await join();
    const demote = () => shelf.setRole({ team, by: '', now: CLOCK() }, ben.member.id, 'reader');
    expect((await post('leave', late('{"records":"leave"}', demote), ben.token)).status).toBe(200);
  });

  it('taking everything back is answered as done where the same asking was quicker', async () => {
    const { post, join } = await startApp();
    const ben = await join();
    const text = '{"records":"take-back"}';
    const meanwhile = async () => expect((await post('leave', text, ben.token)).status).toBe(200);
    expect((await post('leave', late(text, meanwhile), ben.token)).status).toBe(200);
  });
});
