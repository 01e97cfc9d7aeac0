import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readExport, writeExport } from '../../src/exchange/complete-json.ts';
import { createId } from '../../src/kit/id.ts';
import { type Adoptable, adopt, countOwn, ownStored, previewAdoption } from '../../src/store/adopt.ts';
import { find } from '../../src/store/find.ts';
import { edit } from '../../src/store/keep.ts';
import { readOne } from '../../src/store/read.ts';
import { finishRemovals, nextRemoval, remove } from '../../src/store/remove.ts';
import { asJson, toRow } from '../../src/store/row.ts';
import { PRIVATE } from '../../src/store/rows.ts';
import { share } from '../../src/store/share.ts';
import { addTeam } from '../../src/store/team.ts';
import { allRows, createDevice, type Device, keepLesson, lessonBody, putRow, team, value } from './device.ts';

const exported = async (device: Device) => {
  const records = await ownStored(device.store.strict);
  return {
    text: writeExport({ records, teams: [] }, 0),
    records: value(readExport(writeExport({ records, teams: [] }, 0))).records,
  };
};

test('export, then import on an empty device, then export: the same records', async () => {
  const bodies = fc.record({ quote: fc.string(), note: fc.string(), tags: fc.array(fc.string()) });
  await fc.assert(
    fc.asyncProperty(fc.array(bodies, { maxLength: 5 }), async (all) => {
      const [here, there] = [createDevice(), createDevice()];
      for (const body of all) await keepLesson(here, body);
      const before = await exported(here);
      expect(value(await adopt(there.store, before.records))).toEqual({ added: all.length, newer: 0, same: 0 });
      expect((await exported(there)).text).toBe(before.text);
    }),
    { numRuns: 15 },
  );
});

test('importing twice changes nothing', async () => {
  const device = createDevice();
  await keepLesson(device);
  const rows = await allRows(device);
  const { records } = await exported(device);
  expect(value(await adopt(device.store, records))).toEqual({ added: 0, newer: 0, same: 1 });
  expect(await allRows(device)).toEqual(rows);
});

test('the preview says what would happen, and does nothing', async () => {
  const [here, there] = [createDevice(), createDevice()];
  await keepLesson(here);
  const { records } = await exported(here);
  expect(await previewAdoption(there.store.strict, records)).toEqual({ added: 1, newer: 0, same: 0 });
  expect(await allRows(there)).toEqual([]);
});

test('the later version stays, from whichever side it comes', async () => {
  const [here, there] = [createDevice(), createDevice()];
  const { id } = await keepLesson(here, { note: 'first' });
  const early = (await exported(here)).records;
  await adopt(there.store, early);
  value(await edit(here.store, [PRIVATE, id], (body) => ({ ...body, note: 'second' }), here.clock));
  const late = (await exported(here)).records;

  expect(value(await adopt(here.store, early))).toEqual({ added: 0, newer: 0, same: 1 });
  expect(value(await adopt(there.store, late))).toEqual({ added: 0, newer: 1, same: 0 });
  for (const device of [here, there]) {
    const shown = await readOne(device.store.strict, [PRIVATE, id]);
    expect(shown?.kind === 'lesson' && shown.body.note).toBe('second');
  }
});

test('what was just deleted comes back in its later version, not in the older one of the file', async () => {
  const device = createDevice();
  const { store, clock } = device;
  const { id } = await keepLesson(device, { note: 'gherkins' });
  const early = (await exported(device)).records;
  value(await edit(store, [PRIVATE, id], (body) => ({ ...body, note: 'capers' }), clock));
  value(await remove(store, [[PRIVATE, id]], 60_000, clock));
  expect(value(await adopt(store, early))).toEqual({ added: 1, newer: 0, same: 0 });
  const shown = await readOne(store.strict, [PRIVATE, id]);
  expect(shown?.kind === 'lesson' && shown.body.note).toBe('capers');
  expect((await find(store.strict, 'capers', { limit: 5 })).hits).toHaveLength(1);
  expect((await find(store.strict, 'gherkins', { limit: 5 })).hits).toHaveLength(0);
  expect(await nextRemoval(store.strict)).toBeNull();
});

test('what comes in is found by search', async () => {
  const [here, there] = [createDevice(), createDevice()];
  await keepLesson(here, { note: 'gherkins ferment slowly' });
  await adopt(there.store, (await exported(here)).records);
  expect((await find(there.store.strict, 'gherkins', { limit: 5 })).hits).toHaveLength(1);
});

test('what one shares stays shared, once', async () => {
  const device = createDevice();
  await addTeam(device.store, team(), device.clock);
  const { id } = await keepLesson(device);
  const { records } = await exported(device);
  value(await share(device.store, id, 'team-1', asJson(lessonBody()), device.clock));
  const rows = await allRows(device);
  expect(value(await adopt(device.store, records)).same).toBe(records.length);
  expect(await allRows(device)).toEqual(rows);
});

test('what was deleted comes back from the file, also while its undo still runs', async () => {
  for (const isFinal of [true, false]) {
    const device = createDevice();
    const { id } = await keepLesson(device);
    const { records } = await exported(device);
    value(await remove(device.store, [[PRIVATE, id]], 1_000, device.clock));
    if (isFinal) value(await finishRemovals(device.store, device.clock, [[PRIVATE, id]]));
    expect(value(await adopt(device.store, records))).toEqual({ added: 1, newer: 0, same: 0 });
    device.turn(5_000);
    await finishRemovals(device.store, device.clock);
    expect(await readOne(device.store.strict, [PRIVATE, id])).not.toBeNull();
  }
});

test('a colleague’s record with the same id is left alone', async () => {
  const device = createDevice();
  const { records } = await exported(device);
  const row = await keepLesson(createDevice());
  await putRow(device, toRow(row, 'team-1', false));
  const mine: Adoptable[] = [...records, row].map(({ id, kind, schema, version, body }) => ({
    id,
    kind,
    schema,
    version,
    body,
  }));
  expect(value(await adopt(device.store, mine)).added).toBe(1);
  expect((await allRows(device)).map(({ team: of, mine: isMine }) => [of, isMine])).toEqual([
    ['team-1', 0],
    ['', 1],
  ]);
});

test('a record of a kind from the future is carried along whole', async () => {
  const [here, there] = [createDevice(), createDevice()];
  const version = { n: 1, time: 1, device: 'd', hash: 'h' };
  const strange: Adoptable = { id: createId(), kind: 'goal', schema: 9, version, body: { deep: [{ a: null }] } };
  value(await adopt(here.store, [strange]));
  value(await adopt(there.store, (await exported(here)).records));
  expect((await exported(there)).records).toEqual([strange]);
});

test('one’s records are counted without profiles, colleagues’ and what is being deleted', async () => {
  const device = createDevice();
  await addTeam(device.store, team(), device.clock);
  const [first, second] = [await keepLesson(device), await keepLesson(device)];
  await keepLesson(device);
  value(await share(device.store, first.id, 'team-1', asJson(lessonBody()), device.clock));
  value(await remove(device.store, [[PRIVATE, second.id]], 1_000, device.clock));
  await putRow(device, toRow({ ...first, id: createId() }, 'team-1', false));
  expect(await countOwn(device.store.strict)).toBe(2);
});
