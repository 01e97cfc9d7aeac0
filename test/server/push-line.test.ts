import { describe, expect, it } from 'vitest';
import { createPushLine } from '../../src/server/push-line.ts';
import type { Parcel } from '../../src/server/shelf/shelf.ts';
import { aRecord, toSent } from './records.ts';

/** A place that takes everything, one transaction after the other, each when it is let. */
function slowShelf() {
  const written: number[][] = [];
  const doors: (() => void)[] = [];
  const push = async (_: string, parcels: Parcel[]) => {
    await new Promise<void>((resolve) => doors.push(resolve));
    written.push(parcels.map(({ records }) => records.length));
    return parcels.map(({ records }) => records.map(({ id }) => ({ id, verdict: 'applied' as const })));
  };
  const isAsked = async () => {
    while (doors.length === 0) await new Promise((resolve) => setTimeout(resolve, 1));
  };
  const open = async () => {
    await isAsked();
    doors.shift()?.();
  };
  return { written, push, open, isAsked };
}

describe('pushes of one team that wait', () => {
  it('go together, those of few records first, and each hears of its own', async () => {
    const shelf = slowShelf();
    const line = createPushLine(shelf, () => undefined);
    const record = toSent(await aRecord());
    const push = async (count: number) => {
      const records = Array.from({ length: count }, (_, i) => ({ ...record, id: `${count}-${i}` }));
      const verdicts = await line.push('harbour', { author: 'anne', device: null, records });
      expect(verdicts.map(({ id }) => id)).toEqual(records.map(({ id }) => id));
    };
    const pushes = [push(500)];
    await shelf.isAsked();
    pushes.push(...[499, 498, 497, 496, 495, 1, 20].map(push));
    for (let i = 0; i < 3; i++) await shelf.open();
    await Promise.all(pushes);
    expect(shelf.written).toEqual([[500], [499, 1, 20, 498, 497], [496, 495]]);
  });

  it('each hear of their own where one of them may not write any more', async () => {
    const record = toSent(await aRecord());
    const applied = [{ id: record.id, verdict: 'applied' as const }];
    const line = createPushLine({ push: async () => ['ended', applied, 'not-allowed'] }, () => undefined);
    const push = (author: string) => line.push('harbour', { author, device: author, records: [record] });
    const [anne, ben, cara] = await Promise.allSettled(['anne', 'ben', 'cara'].map(push));
    expect(anne).toMatchObject({ reason: { status: 401, code: 'ended' } });
    expect(ben).toMatchObject({ value: applied });
    expect(cara).toMatchObject({ reason: { status: 403, code: 'not-allowed' } });
  });

  it('are bounded: what is too much is to come again, and does so when there is room', async () => {
    const shelf = slowShelf();
    const record = { ...toSent(await aRecord()), text: 'x'.repeat(100) };
    const line = createPushLine(shelf, () => undefined, 250);
    const push = (count: number) =>
      line.push('harbour', { author: 'anne', device: null, records: Array(count).fill(record) });
    const pushes = [push(1)];
    await shelf.isAsked();
    pushes.push(push(1));
    await expect(push(1)).rejects.toMatchObject({ status: 503, code: 'too-many', retryAfter: 5 });
    for (let i = 0; i < 2; i++) await shelf.open();
    await Promise.all(pushes);
    // What is larger than all the room goes alone.
    const large = push(5);
    await shelf.open();
    await large;
  });

  it('of many records do not wait for ever for those of few that keep coming', async () => {
    const shelf = slowShelf();
    const line = createPushLine(shelf, () => undefined);
    const record = toSent(await aRecord());
    const push = (count: number) =>
      line.push('harbour', { author: 'anne', device: null, records: Array(count).fill(record) });
    const pushes = [push(1)];
    await shelf.isAsked();
    pushes.push(...Array.from({ length: 150 }, () => push(20)), push(500));
    for (let i = 0; i < 3; i++) await shelf.open();
    await Promise.all(pushes);
    expect(shelf.written[1]?.[0]).toBe(500);
  });
});
