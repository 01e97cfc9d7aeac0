import { beforeEach, describe, expect, it } from 'vitest';
import type { StoredRecord } from '../../../src/domain/record.ts';
import { createId } from '../../../src/kit/id.ts';
import { PAGE_BYTES } from '../../../src/server/shelf/pages.ts';
import type { Asking, Bearer, Page, Shelf, Team } from '../../../src/server/shelf/shelf.ts';
import { writeColumns } from '../../../src/server/write-records.ts';
import type { Role } from '../../../src/wire/sync.ts';
import { allTaken, aRecord, fromSent, toSent } from '../records.ts';

const NOW = 1_700_000_000_000;

/** What every place to keep teams must do. `open` gives an empty one, which the caller closes. */
export function shelfConforms(name: string, open: () => Promise<Shelf>): void {
  describe(name, () => {
    let shelf: Shelf;
    let team: Team;

    beforeEach(async () => {
      shelf = await open();
      team = await shelf.firstTeam({ id: createId(), name: 'Harbour', epoch: createId(), seq: 0 }, NOW);
    });

    const invite = async (role: Role, uses = 1, more: { expires?: number; member?: string } = {}) => {
      const hash = createId();
      const { expires = NOW + 1_000, member = '' } = more;
      await shelf.addInvite({ team: team.id, hash, role, uses, expires, member, by: '', created: NOW });
      return hash;
    };
    const asking = (inviteHash: string, more: Partial<Asking> = {}): Asking => ({
      team: team.id,
      inviteHash,
      keyHash: createId(),
      member: { id: createId(), name: 'Anne' },
      device: { id: createId(), name: 'Firefox on Linux' },
      tokenHash: createId(),
      now: NOW,
      ...more,
    });
    const joined = async (role: Role = 'member'): Promise<Bearer> => {
      const result = await shelf.join(asking(await invite(role)));
      if (!result.ok) throw new Error(result.failure.code);
      return result.value;
    };
    const push = async (author: string, ...records: StoredRecord[]) =>
      allTaken(await shelf.push(team.id, [{ author, device: null, records: records.map(toSent) }])).flat();
    const read = (page: Page): StoredRecord[] => page.records.map(fromSent);
    const all = async () => read(await shelf.pull(team.id, 0, 1_000));

    describe('teams', () => {
      it('makes the first team once', async () => {
        const again = await shelf.firstTeam({ id: createId(), name: 'Other', epoch: createId(), seq: 0 }, NOW);
        expect(again).toEqual(team);
        expect(await shelf.team(team.id)).toEqual(team);
        expect(await shelf.team(createId())).toBeNull();
      });

      it('knows whether anyone owns a team', async () => {
        expect(await shelf.hasOwner(team.id)).toBe(false);
        const owner = await joined('owner');
        expect(await shelf.hasOwner(team.id)).toBe(true);
        const leaving = { team: team.id, member: owner.member.id, device: owner.device, takeBack: false, now: NOW };
        await shelf.leave(leaving);
        expect(await shelf.hasOwner(team.id)).toBe(false);
      });
    });

    describe('joining', () => {
      it('gives a member and a device that can be found by team and id', async () => {
        const bearer = await joined('reader');
        expect(bearer.member).toMatchObject({ name: 'Anne', role: 'reader' });
        expect(await shelf.bearer(team.id, bearer.device)).toEqual(bearer);
        expect(await shelf.bearer(createId(), bearer.device)).toBeNull();
        expect(await shelf.bearer(team.id, createId())).toBeNull();
      });

      it('counts the uses of an invite', async () => {
        const hash = await invite('member', 2);
        expect((await shelf.join(asking(hash))).ok).toBe(true);
        expect((await shelf.join(asking(hash))).ok).toBe(true);
        expect(await shelf.join(asking(hash))).toEqual({ ok: false, failure: { code: 'invite-ended' } });
      });

      it('does not tell apart an invite that is unknown, too old or ended', async () => {
        const ended = await invite('owner');
        await shelf.endInvites(team.id, 'owner', NOW - 1);
        for (const hash of [createId(), await invite('member', 1, { expires: NOW }), ended]) {
          expect(await shelf.join(asking(hash))).toEqual({ ok: false, failure: { code: 'invite-ended' } });
        }
      });

      it('joins once when it is asked again with the same key, and the newer token is good', async () => {
        const hash = await invite('member');
        const first = await shelf.join(asking(hash, { keyHash: 'key', tokenHash: 'lost' }));
        const again = await shelf.join(asking(hash, { keyHash: 'key', tokenHash: 'heard' }));
        if (!first.ok || !again.ok) throw new Error('not joined');
        expect(again.value).toEqual({ ...first.value, tokenHash: 'heard' });
        expect(await shelf.bearer(team.id, first.value.device)).toMatchObject({ tokenHash: 'heard' });
      });

      it('gives the same member one more device with an invite of theirs', async () => {
        const { member } = await joined();
        const other = await shelf.join(asking(await invite('member', 1, { member: member.id })));
        expect(other.ok && other.value.member).toEqual(member);
      });

      it('lets one of many in who come at once with a single use', async () => {
        const hash = await invite('member');
        const results = await Promise.all(Array.from({ length: 8 }, () => shelf.join(asking(hash))));
        expect(results.filter(({ ok }) => ok)).toHaveLength(1);
      });
    });

    describe('pushing', () => {
      it('gives back what was pushed, as it was', async () => {
        const body = {
          created: 5,
          note: 'ünï \u0000 \u2028 "quoted" 🛟',
          future: { deep: [1, 1.5, null, -0.25, true] },
        };
        const record = await aRecord({ body, kind: 'newer-kind', schema: 7, time: 1_700_000_000_000.25 });
        expect(await push('anne', record)).toEqual([{ id: record.id, verdict: 'applied' }]);
        expect(await all()).toEqual([record]);
      });

      it('is the same whether a push comes once or again', async () => {
        const records = [await aRecord(), await aRecord()];
        await push('anne', ...records);
        const before = await shelf.pull(team.id, 0, 10);
        expect((await push('anne', ...records)).map(({ verdict }) => verdict)).toEqual(['applied', 'applied']);
        expect(await shelf.pull(team.id, 0, 10)).toEqual(before);
      });

      it('keeps the greater version in whatever order they come', async () => {
        const early = await aRecord({ n: 1, time: 9_000 });
        const late = await aRecord({ id: early.id, n: 2, time: 5, body: { created: 1, note: 'Better.' } });
        await push('anne', late);
        expect(await push('anne', early)).toEqual([{ id: early.id, verdict: 'stale', version: late.version }]);
        expect(await all()).toEqual([late]);
      });

      it('lets a deletion win over every edit', async () => {
        const record = await aRecord({ n: 9 });
        const gone = await aRecord({ id: record.id, n: 2, body: null, deleted: true });
        await push('anne', record, gone);
        expect(await all()).toEqual([gone]);
        expect((await push('anne', await aRecord({ id: record.id, n: 99 })))[0]?.verdict).toBe('stale');
      });

      it('writes the member as the author, whatever was said', async () => {
        const record = await aRecord({ author: 'someone-else' });
        await push('anne', record);
        expect(await all()).toEqual([{ ...record, author: 'anne' }]);
      });

      it("refuses to touch another author's record", async () => {
        const record = await aRecord();
        await push('anne', record);
        const [verdict] = await push('ben', await aRecord({ id: record.id, n: 5, body: null, deleted: true }));
        expect(verdict).toMatchObject({ verdict: 'refused', code: 'not-yours' });
        expect(await all()).toEqual([record]);
      });

      it('judges several members at once as if they came one after the other', async () => {
        const mine = await aRecord();
        const verdicts = await shelf.push(team.id, [
          { author: 'anne', device: null, records: [toSent(mine)] },
          {
            author: 'ben',
            device: null,
            records: [await aRecord({ id: mine.id, n: 4 }), await aRecord({ author: 'ben' })].map(toSent),
          },
        ]);
        expect(allTaken(verdicts).map((some) => some.map(({ verdict }) => verdict))).toEqual([
          ['applied'],
          ['refused', 'applied'],
        ]);
      });

      it('takes nothing from a device that may not write any more, whatever waits beside it', async () => {
        const [anne, ben, cara, dora, eve] = await Promise.all(
          (['member', 'member', 'member', 'reader', 'admin'] as const).map((role) => joined(role)),
        );
        const parcels = await Promise.all(
          [anne, ben, cara, dora, eve].flatMap((one) => (one ? [aRecord().then((record) => ({ one, record }))] : [])),
        );
        const act = { team: team.id, by: '', now: NOW };
        if (anne) await shelf.removeMember(act, anne.member.id);
        if (ben) await shelf.erase(act, ben.member.id);
        if (cara) await shelf.endDevice(act, cara.member.id, cara.device);
        const judged = await shelf.push(
          team.id,
          parcels.map(({ one, record }) => ({ author: one.member.id, device: one.device, records: [toSent(record)] })),
        );
        const taken = parcels.at(-1)?.record;
        expect(judged).toEqual(['ended', 'ended', 'ended', 'not-allowed', [{ id: taken?.id, verdict: 'applied' }]]);
        expect((await all()).map(({ id }) => id)).toEqual([taken?.id]);
      });

      it('takes hundreds at once, new ones and changed ones, whatever they say', async () => {
        const said = ['a\\b', 'two\nlines\r', 'tab\t\\t', '\\N', '\\.', '"', 'ä 漢 \ud83d\ude00', '\u0000', ''];
        const make = (n: number) => async (_: unknown, i: number) =>
          aRecord({
            id: `record-${i}`,
            n,
            body: i % 10 === 0 ? null : { created: i + n, note: said[i % said.length] ?? '' },
          });
        const first = await Promise.all(Array.from({ length: 200 }, make(1)));
        await push('anne', ...first);
        expect(await all()).toEqual(first);
        const second = await Promise.all(Array.from({ length: 400 }, make(2)));
        const changed = second.filter((_, i) => i % 3 !== 0);
        await push('anne', ...changed);
        expect(await all()).toEqual([...first.filter((_, i) => i % 3 === 0), ...changed]);
      });

      it('takes two versions of one record in one push', async () => {
        const first = await aRecord();
        const second = await aRecord({ id: first.id, n: 2, body: { created: 2 } });
        expect((await push('anne', second, first)).map(({ verdict }) => verdict)).toEqual(['applied', 'stale']);
        expect(await all()).toEqual([second]);
      });

      it('loses nothing of many pushes at once, and every reader sees every record', async () => {
        const seen = new Set<string>();
        let seq = 0;
        let isOver = false;
        const reader = async () => {
          while (!isOver || (await shelf.pull(team.id, seq, 1)).records.length > 0) {
            const page = await shelf.pull(team.id, seq, 7);
            for (const { id } of read(page)) seen.add(id);
            seq = page.seq;
            await new Promise((resolve) => setImmediate(resolve));
          }
        };
        const reading = reader();
        const sent = await Promise.all(
          Array.from({ length: 40 }, async (_, i) => {
            const records = await Promise.all(Array.from({ length: 1 + (i % 4) }, () => aRecord()));
            await push(`author-${i % 5}`, ...records);
            return records.map(({ id }) => id);
          }),
        );
        isOver = true;
        await reading;
        expect([...seen].sort()).toEqual(sent.flat().sort());
      });
    });

    describe('pulling', () => {
      it('goes page by page in the order of change, each record at its latest place', async () => {
        const [a, b, c] = [await aRecord(), await aRecord(), await aRecord()];
        await push('anne', a, b, c);
        const a2 = await aRecord({ id: a.id, n: 2, body: { created: 3 } });
        await push('anne', a2);
        const first = await shelf.pull(team.id, 0, 2);
        expect(read(first)).toEqual([b, c]);
        expect(first.more).toBe(true);
        const second = await shelf.pull(team.id, first.seq, 2);
        expect(read(second)).toEqual([a2]);
        expect(second.more).toBe(false);
        expect(second.seq).toBe((await shelf.team(team.id))?.seq);
        expect(await shelf.pull(team.id, second.seq, 2)).toEqual({ records: [], seq: second.seq, more: false });
      });

      it('says there is no more when a page ends exactly at the end', async () => {
        await push('anne', await aRecord(), await aRecord());
        expect((await shelf.pull(team.id, 0, 2)).more).toBe(false);
      });

      it('ends a page with the record that makes it too large for one', async () => {
        const note = 'x'.repeat(60_000);
        const records = await Promise.all(
          Array.from({ length: 150 }, (_, i) => aRecord({ body: { created: 100 + i, note } })),
        );
        await push('anne', ...records);
        const page = await shelf.pull(team.id, 0, 1_000);
        expect(page.more).toBe(true);
        expect(page.records.length).toBe(Math.ceil(PAGE_BYTES / JSON.stringify({ created: 100, note }).length));
        const columns = await shelf.columns(team.id, 0, 1_000);
        expect([columns.seq, columns.more]).toEqual([page.seq, true]);
        const rest = await shelf.pull(team.id, page.seq, 1_000);
        expect(rest.more).toBe(rest.records.length + page.records.length < 150);
        expect(read(rest)).toEqual(records.slice(page.records.length, page.records.length + rest.records.length));
      });

      it('gives the same in columns, whatever the records are like', async () => {
        const records = await Promise.all([
          aRecord(),
          aRecord({ kind: 'question', n: 3, time: 0.1, device: 'b', schema: 7 }),
          aRecord({ body: null }),
          aRecord({ body: null, deleted: true }),
          aRecord({ body: { note: 'ä "c" \\ \u2028 \ud83d 漢' }, time: 1.7e300 }),
          aRecord({ n: Number.MAX_SAFE_INTEGER, time: -1_700_000_000_000 }),
        ]);
        await push('anne', ...records);
        // One by one, two by two, all: also pages in which every time is a whole number, and some that have a deletion.
        for (const limit of [1, 2, 10]) {
          for (let seq = 0, more = true; more; ) {
            const page = await shelf.pull(team.id, seq, limit, 1);
            const columns = await shelf.columns(team.id, seq, limit, 1);
            expect(JSON.parse(Buffer.from(columns.json).toString())).toEqual(JSON.parse(writeColumns(page.records)));
            expect([columns.seq, columns.more]).toEqual([page.seq, page.more]);
            ({ seq, more } = page);
          }
        }
        const end = await shelf.columns(team.id, records.length, 10);
        expect(JSON.parse(Buffer.from(end.json).toString())).toEqual(JSON.parse(writeColumns([])));
        expect([end.seq, end.more]).toEqual([records.length, false]);
      });

      it('gives the newest first for a first sight, without what was taken back', async () => {
        const [a, b] = [await aRecord(), await aRecord()];
        await push('anne', a, b, await aRecord({ body: null }));
        expect(read(await shelf.newest(team.id, 5))).toEqual([b, a]);
        expect(read(await shelf.newest(team.id, 1))).toEqual([b]);
      });

      it("shows nothing of another team's", async () => {
        await push('anne', await aRecord());
        expect((await shelf.pull(createId(), 0, 10)).records).toEqual([]);
        expect((await shelf.newest(createId(), 10)).records).toEqual([]);
      });
    });

    describe('those in charge', () => {
      const act = (by: string) => ({ team: team.id, by, now: NOW + 5 });

      it('see who is in the team, and the devices of each', async () => {
        const [anne, rita] = [await joined('owner'), await joined('reader')];
        await shelf.join(asking(await invite('reader', 1, { member: rita.member.id })));
        expect(await shelf.members(team.id)).toMatchObject(
          [
            { id: anne.member.id, role: 'owner', devices: 1 },
            { id: rita.member.id, role: 'reader', devices: 2 },
          ].sort((a, b) => (a.id < b.id ? -1 : 1)),
        );
        expect(await shelf.member(team.id, rita.member.id)).toMatchObject({ devices: 2 });
        expect(await shelf.member(createId(), rita.member.id)).toBeNull();
        expect(await shelf.members(createId())).toEqual([]);
      });

      it('change a role, which the next request feels', async () => {
        const { member, device } = await joined('member');
        await shelf.setRole(act('anne'), member.id, 'reader');
        expect((await shelf.bearer(team.id, device))?.member.role).toBe('reader');
      });

      it('end a device, of that member alone', async () => {
        const [anne, ben] = [await joined(), await joined()];
        expect(await shelf.endDevice(act(ben.member.id), ben.member.id, anne.device)).toBe(false);
        expect(await shelf.endDevice(act(anne.member.id), anne.member.id, anne.device)).toBe(true);
        expect(await shelf.endDevice(act(anne.member.id), anne.member.id, anne.device)).toBe(false);
        expect(await shelf.devices(team.id, anne.member.id)).toEqual([]);
        expect(await shelf.devices(team.id, ben.member.id)).toMatchObject([{ id: ben.device }]);
        expect(await shelf.alive(team.id, [anne.device, ben.device, createId()])).toEqual([ben.device]);
      });

      it('remove a member: tokens end, open invites of theirs too, what they shared stays', async () => {
        const { member, device } = await joined();
        const relink = await invite('member', 1, { member: member.id });
        const record = await aRecord({ author: member.id });
        await push(member.id, record);
        expect(await shelf.removeMember(act('anne'), member.id)).toEqual([device]);
        expect(await shelf.bearer(team.id, device)).toBeNull();
        expect(await shelf.alive(team.id, [device])).toEqual([]);
        expect((await shelf.join(asking(relink))).ok).toBe(false);
        expect(await shelf.member(team.id, member.id)).toBeNull();
        expect(await all()).toEqual([record]);
      });

      it('erase: nothing of what they wrote or are called is left, and no edit brings it back', async () => {
        const { member, device } = await joined();
        const record = await aRecord({ author: member.id, n: 3 });
        await push(member.id, record, await aRecord({ author: member.id, body: null, n: 2 }));
        await push('ben', await aRecord({ author: 'ben' }));
        expect(await shelf.erase(act(member.id), member.id)).toEqual([device]);
        const left = await all();
        expect(left.filter(({ author }) => author === member.id)).toMatchObject([
          { body: null, deleted: true },
          { body: null, deleted: true },
        ]);
        expect(left.filter(({ body }) => body !== null)).toHaveLength(1);
        const [verdict] = await push(member.id, await aRecord({ id: record.id, author: member.id, n: 99 }));
        expect(verdict?.verdict).toBe('stale');
        expect(await shelf.recordsOf(team.id, member.id)).toHaveLength(2);
      });

      it('read what happened, newest first, and none of it says what was written', async () => {
        const { member } = await joined();
        await push(member.id, await aRecord({ author: member.id, body: { created: 1, note: 'secret' } }));
        await shelf.setRole(act('anne'), member.id, 'reader');
        const entries = await shelf.audit(team.id, 10);
        expect(entries[0]).toEqual({ at: NOW + 5, member: 'anne', what: 'role reader', subject: member.id });
        expect(entries.map(({ what }) => what)).toContain('join');
        expect(JSON.stringify(entries)).not.toContain('secret');
        expect(await shelf.audit(team.id, 1)).toHaveLength(1);
      });
    });

    describe('leaving', () => {
      it('ends the token of that device alone', async () => {
        const { member, device } = await joined();
        const other = await shelf.join(asking(await invite('member', 1, { member: member.id })));
        await shelf.leave({ team: team.id, member: member.id, device, takeBack: false, now: NOW });
        expect(await shelf.bearer(team.id, device)).toBeNull();
        expect(other.ok && (await shelf.bearer(team.id, other.value.device))).toBeTruthy();
      });

      it('takes back what the member shared, and nothing of others', async () => {
        const { member, device } = await joined();
        const mine = await aRecord({ author: member.id, n: 3 });
        const others = await aRecord({ author: 'ben' });
        await push(member.id, mine);
        await push('ben', others);
        await shelf.leave({ team: team.id, member: member.id, device, takeBack: true, now: NOW });
        const [stays, taken] = await all();
        expect(stays).toEqual(others);
        expect(taken).toMatchObject({ id: mine.id, body: null, version: { n: 4, time: NOW, hash: '' } });
        expect(taken?.deleted).toBeUndefined();
      });
    });
  });
}
