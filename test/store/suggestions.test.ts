import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  budget,
  dismiss,
  dismissals,
  forgetBudget,
  forgetDismissals,
  noteShown,
  noteUsed,
  takeBackDismissal,
  taught,
} from '../../src/store/suggestions.ts';
import { type Dismissal, isKeptOut } from '../../src/store/taught.ts';
import { createDevice, type Device, value } from './device.ts';

const DAY_MS = 86_400_000;

const suggested = (id: string, because: string[] = [], isStrong = false) => ({ team: 't', id, because, isStrong });
const keptOut = async (device: Device, one: ReturnType<typeof suggested>) =>
  isKeptOut(await taught(device.store.relaxed), one);
const drop = async (device: Device, dismissal: Dismissal, because: string[] = []) =>
  value(await dismiss(device.store, { ...dismissal, because }, device.clock));

describe('what was dismissed', () => {
  test('is not suggested again, until it is taken back', async () => {
    const device = createDevice();
    const dismissal = { what: 'record' as const, team: 't', id: 'a' };
    expect(await keptOut(device, suggested('a'))).toBe(false);
    await drop(device, dismissal, ['refund']);
    expect(await keptOut(device, suggested('a', ['refund'], true))).toBe(true);
    expect(await keptOut(device, suggested('b', ['refund']))).toBe(false);
    value(await takeBackDismissal(device.store, dismissal));
    expect(await keptOut(device, suggested('a'))).toBe(false);
  });

  test('as a topic keeps out what shares all its words, in whatever case and accent', async () => {
    const device = createDevice();
    await drop(device, { what: 'topic', words: ['Café', 'refund'] });
    expect(await keptOut(device, suggested('a', ['refund', 'till', 'CAFE'], true))).toBe(true);
    expect(await keptOut(device, suggested('b', ['refund', 'till']))).toBe(false);
    value(await takeBackDismissal(device.store, { what: 'topic', words: ['cafe', 'Refund'] }));
    expect(await keptOut(device, suggested('a', ['refund', 'cafe']))).toBe(false);
  });

  test('again and again for the same words: only strong ones come, and at last none', async () => {
    const device = createDevice();
    const other = (isStrong: boolean) => suggested('x', ['retry', 'queue'], isStrong);
    const seen: string[] = [];
    for (const id of 'abcdef') {
      await drop(device, { what: 'record', team: 't', id }, ['retry', id]);
      seen.push(`${await keptOut(device, other(false))} ${await keptOut(device, other(true))}`);
    }
    expect(seen).toEqual(['false false', 'false false', 'true false', 'true false', 'true false', 'true true']);
    expect(await keptOut(device, suggested('y', ['tea']))).toBe(false);
    value(await forgetDismissals(device.store));
    expect(await keptOut(device, other(false))).toBe(false);
  });

  test('as words in a row keeps out what shares them, in a row or not, and no more than them', async () => {
    const device = createDevice();
    await drop(device, { what: 'topic', words: ['Refund after a chargeback', 'bank'] });
    expect(await keptOut(device, suggested('a', ['bank', 'chargeback', 'refund']))).toBe(true);
    expect(await keptOut(device, suggested('b', ['refund after a chargeback', 'bank']))).toBe(true);
    expect(await keptOut(device, suggested('c', ['bank', 'refund']))).toBe(false);
  });

  test('an empty topic keeps nothing out', async () => {
    const device = createDevice();
    await drop(device, { what: 'topic', words: [] });
    expect(await keptOut(device, suggested('a', ['tea']))).toBe(false);
  });

  test('is listed newest first, each once, and can be taken back one by one or all together', async () => {
    const device = createDevice();
    const record = { what: 'record' as const, team: 't', id: 'a' };
    const topic = { what: 'topic' as const, words: ['refund', 'till'] };
    const list = async () => (await dismissals(device.store.relaxed)).map(({ dismissal }) => dismissal);
    value(await dismiss(device.store, { ...record, because: ['refund'] }, device.clock));
    value(await dismiss(device.store, topic, device.clock));
    expect(await dismissals(device.store.relaxed)).toEqual([
      { dismissal: topic, because: [], at: device.clock() },
      { dismissal: record, because: ['refund'], at: device.clock() },
    ]);
    value(await dismiss(device.store, record, device.clock));
    expect(await list()).toEqual([record, topic]);
    value(await takeBackDismissal(device.store, { ...topic }));
    expect(await list()).toEqual([record]);
    value(await noteShown(device.store, [['t', 'a']], device.clock));
    value(await forgetDismissals(device.store));
    expect(await list()).toEqual([]);
    expect((await budget(device.store.relaxed, device.clock)).shown).toBe(1);
  });
});

describe('the fatigue budget', () => {
  const see = async (device: Device, ids: string[]) =>
    value(
      await noteShown(
        device.store,
        ids.map((id) => ['t', id]),
        device.clock,
      ),
    );
  const open = async (device: Device, id: string) => value(await noteUsed(device.store, ['t', id]));
  const ids = (n: number, mark: string) => Array.from({ length: n }, (_, i) => `${mark}${i}`);

  test('shows fewer to who opens fewer than one in five, and again more to who opens some', async () => {
    const device = createDevice();
    const most = async () => (await budget(device.store.relaxed, device.clock)).most;
    expect(await most()).toBe(5);
    await see(device, ids(40, 'a'));
    expect(await most()).toBe(1);
    for (const [upTo, shown] of [
      [2, 2],
      [4, 3],
      [8, 5],
    ] as const) {
      for (const id of ids(upTo, 'a')) await open(device, id);
      expect(await most()).toBe(shown);
    }
  });

  test('knows nothing of the first few, and forgets after four weeks, or when told to', async () => {
    const device = createDevice();
    await see(device, ids(14, 'a'));
    expect(await budget(device.store.relaxed, device.clock)).toEqual({ shown: 14, used: 0, most: 5 });
    await see(device, ids(20, 'b'));
    expect((await budget(device.store.relaxed, device.clock)).most).toBe(1);
    device.turn(28 * DAY_MS);
    expect(await budget(device.store.relaxed, device.clock)).toEqual({ shown: 0, used: 0, most: 5 });
    await see(device, ids(20, 'c'));
    expect(Object.keys((await taught(device.store.relaxed)).days)).toHaveLength(1);
    value(await forgetBudget(device.store));
    expect(await budget(device.store.relaxed, device.clock)).toEqual({ shown: 0, used: 0, most: 5 });
  });

  test('counts one suggestion once a day, and what was opened once, and only if it was suggested', async () => {
    const device = createDevice();
    await see(device, ['a', 'b', 'a']);
    await see(device, ['a']);
    for (const id of ['a', 'a', 'never']) await open(device, id);
    expect(await budget(device.store.relaxed, device.clock)).toMatchObject({ shown: 2, used: 1 });
    device.turn(DAY_MS);
    await see(device, ['a']);
    await open(device, 'a');
    expect(await budget(device.store.relaxed, device.clock)).toMatchObject({ shown: 3, used: 2 });
  });

  test('never says that more was opened than shown, and never shows none', async () => {
    const act = fc.record({ is: fc.constantFrom('see', 'open', 'wait'), id: fc.constantFrom('a', 'b', 'c', 'd') });
    await fc.assert(
      fc.asyncProperty(fc.array(act, { maxLength: 25 }), async (acts) => {
        const device = createDevice();
        for (const { is, id } of acts) {
          if (is === 'see') await see(device, [id]);
          else if (is === 'open') await open(device, id);
          else device.turn(5 * DAY_MS);
        }
        const { shown, used, most } = await budget(device.store.relaxed, device.clock);
        expect(used).toBeLessThanOrEqual(shown);
        expect(most).toBeGreaterThan(0);
      }),
      { numRuns: 30 },
    );
  });

  test('holds no page that was visited', async () => {
    const device = createDevice();
    await see(device, ['a']);
    expect(JSON.stringify(await taught(device.store.relaxed))).toBe(
      '{"dismissed":[],"days":{"0":{"shown":["a"],"used":[]}}}',
    );
  });
});
