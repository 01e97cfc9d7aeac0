import { beforeEach, describe, expect, it } from 'vitest';
import { countIn, emptyTally, writeTally } from '../../../src/domain/tally.ts';
import { createId } from '../../../src/kit/id.ts';
import type { Shelf, Team } from '../../../src/server/shelf/shelf.ts';
import { aRecord, fromSent, toSent } from '../records.ts';

const NOW = 1_700_000_000_000;
const DAY_MS = 86_400_000;

/** What every place to keep teams must do with deletions and with the sum over what there is. `open` gives an empty one. */
export function deletionsConform(name: string, open: () => Promise<Shelf>): void {
  describe(name, () => {
    let shelf: Shelf;
    let team: Team;
    beforeEach(async () => {
      shelf = await open();
      team = await shelf.firstTeam({ id: createId(), name: 'Harbour', epoch: createId(), seq: 0 }, NOW);
    });

    type Made = Awaited<ReturnType<typeof aRecord>>;
    const push = async (...records: Made[]) =>
      (await shelf.push(team.id, [{ author: 'anne', device: null, records: records.map(toSent) }])).flat();
    const pulled = async (after = 0, swept = 0) =>
      (await shelf.pull(team.id, after, 100, swept)).records.map((sent) => fromSent(sent).id);
    const deletionOf = (record: Made) => aRecord({ id: record.id, n: 9, body: null, deleted: true });
    const now = async () => (await shelf.team(team.id)) ?? team;
    /** A run each day, so that what stood in the feed on day 0 is older than `keep` days on day `days`. */
    const compact = (days: number, keep: number) => shelf.compact(NOW + days * DAY_MS, keep * DAY_MS);

    it('leaves a deletion in the feed as long as it is to be kept there', async () => {
      const record = await aRecord();
      await push(record, await deletionOf(record));
      await compact(0, 10);
      await compact(9, 10);
      expect(await pulled()).toEqual([record.id]);
      expect((await now()).floor).toBe(0);
    });

    it('then takes it out, remembers it, and never lets it be written again', async () => {
      const [gone, stays, unshared] = [await aRecord(), await aRecord(), await aRecord({ body: null })];
      await push(gone, stays, unshared);
      await push(await deletionOf(gone));
      await compact(0, 10);
      await compact(11, 10);
      expect((await now()).floor).toBe((await now()).seq);
      expect(await pulled()).toEqual([stays.id, unshared.id]);
      const unknown = createId();
      const fates = await shelf.fates(team.id, [gone.id, stays.id, unshared.id, unknown]);
      expect(fates).toEqual({ gone: [gone.id], unknown: [unknown] });
      const [late] = await push(await aRecord({ id: gone.id, n: 99 }));
      expect(late).toMatchObject({ verdict: 'stale', deleted: true });
      expect(await pulled()).toEqual([stays.id, unshared.id]);
    });

    it('takes out only what is older, whatever came since', async () => {
      const [early, late] = [await aRecord(), await aRecord()];
      await push(early, late, await deletionOf(early));
      await compact(0, 10);
      await push(await deletionOf(late));
      await compact(11, 10);
      expect(await pulled()).toEqual([late.id]);
      await compact(22, 10);
      expect(await pulled()).toEqual([]);
    });

    it('looks through a feed that is too long for one transaction', async () => {
      const records = await Promise.all(Array.from({ length: 10_050 }, () => aRecord()));
      await push(...records);
      const deletions = await Promise.all(records.slice(0, 2).map(deletionOf));
      await push(...deletions);
      await compact(0, 10);
      await compact(11, 10);
      expect((await now()).floor).toBe((await now()).seq);
      const ids = deletions.map(({ id }) => id);
      expect(await shelf.fates(team.id, ids)).toEqual({ gone: ids, unknown: [] });
      expect((await shelf.pull(team.id, 10_000, 100)).records).toHaveLength(50);
    });

    it('leaves deletions out for whoever knows them', async () => {
      const [a, b] = [await aRecord(), await aRecord()];
      await push(a, b, await deletionOf(a));
      const { seq } = await now();
      await push(await deletionOf(b));
      expect(await pulled(0, seq)).toEqual([b.id]);
      expect(await pulled(0, 0)).toEqual([a.id, b.id]);
      expect((await shelf.fates(team.id, [a.id])).gone).toEqual([a.id]);
    });

    it('keeps the sum over what there is, through edits, deletions, taking back and erasing', async () => {
      const [a, b, c] = [await aRecord(), await aRecord(), await aRecord({ author: 'ben' })];
      await push(a, b);
      await shelf.push(team.id, [{ author: 'ben', device: null, records: [toSent(c)] }]);
      await push(await aRecord({ id: a.id, n: 2, body: { created: 2 } }), await deletionOf(b));
      await push(a, b);
      const check = async () => {
        const tally = emptyTally();
        for (const sent of (await shelf.pull(team.id, 0, 100)).records) countIn(tally, fromSent(sent));
        expect((await now()).tally).toBe(writeTally(tally));
      };
      await check();
      await shelf.leave({ team: team.id, member: 'ben', device: 'x', takeBack: true, now: NOW });
      await check();
      await shelf.erase({ team: team.id, by: 'anne', now: NOW }, 'anne');
      await check();
      await compact(0, 1);
      await compact(2, 1);
      await check();
      expect((await now()).tally).toMatch(/^1:/);
    });

    it('tells a token that was good from one that never was', async () => {
      const hash = createId();
      const invite = { team: team.id, hash, role: 'member' as const, uses: 1, expires: NOW + 1, member: '', by: '' };
      await shelf.addInvite({ ...invite, created: NOW });
      const device = { id: createId(), name: 'Firefox' };
      const asking = { team: team.id, inviteHash: hash, keyHash: createId(), device, tokenHash: 'secret', now: NOW };
      await shelf.join({ ...asking, member: { id: 'anne', name: 'Anne' } });
      expect(await shelf.endedToken(team.id, device.id)).toBeNull();
      await shelf.removeMember({ team: team.id, by: '', now: NOW }, 'anne');
      expect(await shelf.endedToken(team.id, device.id)).toBe('secret');
      expect(await shelf.endedToken(team.id, createId())).toBeNull();
    });

    it('tells whose token ended by taking everything back from who was ended otherwise', async () => {
      const joined = async (name: string) => {
        const [hash, device] = [createId(), { id: createId(), name }];
        const invite = { team: team.id, hash, role: 'member' as const, uses: 1, expires: NOW + 1, member: '', by: '' };
        await shelf.addInvite({ ...invite, created: NOW });
        const asking = { team: team.id, inviteHash: hash, keyHash: createId(), device, tokenHash: 'secret', now: NOW };
        await shelf.join({ ...asking, member: { id: name, name } });
        return device.id;
      };
      const [anne, ben, cara, dora] = [await joined('a'), await joined('b'), await joined('c'), await joined('d')];
      await shelf.leave({ team: team.id, member: 'a', device: anne, takeBack: true, now: NOW });
      await shelf.leave({ team: team.id, member: 'b', device: ben, takeBack: false, now: NOW });
      await shelf.removeMember({ team: team.id, by: '', now: NOW }, 'c');
      const found = await Promise.all([anne, ben, cara, dora].map((device) => shelf.hasWithdrawn(team.id, device)));
      expect(found).toEqual([true, false, false, false]);
      expect(await shelf.hasWithdrawn(createId(), anne)).toBe(false);
    });
  });
}
