import { afterEach, beforeEach, expect, test } from 'vitest';
import type { JsonObject } from '../../src/domain/json.ts';
import { kinds } from '../../src/domain/kinds/index.ts';
import { edit } from '../../src/store/keep.ts';
import { readOne } from '../../src/store/read.ts';
import { PRIVATE, type RecordRow } from '../../src/store/rows.ts';
import { share, unshare } from '../../src/store/share.ts';
import { addTeam } from '../../src/store/team.ts';
import { createDevice, type Device, keepLesson, team, value } from './device.ts';

/** As if a later version of the extension knew lessons in a second shape: the upgrade must be seen to happen once. */
function learnSecondShape(): void {
  const upgrade = (body: JsonObject): JsonObject => ({ ...body, note: `${body.note}, upgraded` });
  Object.assign(kinds.lesson, { version: 2, upgrades: { 1: upgrade } });
}

afterEach(() => Object.assign(kinds.lesson, { version: 1, upgrades: {} }));

let device: Device;
let id: string;
beforeEach(async () => {
  device = createDevice();
  value(await addTeam(device.store, team(), device.clock));
  ({ id } = await keepLesson(device, { note: 'old', quote: 'Call Bo' }));
  learnSecondShape();
});

const note = async (of: string) => {
  const shown = await readOne(device.store.strict, [of, id]);
  return shown?.kind === 'lesson' ? shown.body.note : undefined;
};
/** Shares what a person was shown, with the quote hidden. */
async function shareIt(): Promise<RecordRow> {
  const shown = await readOne(device.store.strict, [PRIVATE, id]);
  return value(await share(device.store, id, 'team-1', { ...shown?.body, quote: '•••' } as JsonObject, device.clock));
}

test('what was kept in an older shape and is shared in the present one is upgraded once', async () => {
  expect(await note(PRIVATE)).toBe('old, upgraded');
  expect((await shareIt()).schema).toBe(2);
  expect(await note('team-1')).toBe('old, upgraded');
});

test('so is what was hidden from colleagues: taken back, it is whole and upgraded once', async () => {
  await shareIt();
  value(await unshare(device.store, ['team-1', id], device.clock));
  expect((await readOne(device.store.strict, [PRIVATE, id]))?.body).toMatchObject({
    note: 'old, upgraded',
    quote: 'Call Bo',
  });
});

test('what was shared in an older shape and is changed in the present one stays whole as well', async () => {
  Object.assign(kinds.lesson, { version: 1, upgrades: {} });
  await shareIt();
  learnSecondShape();
  value(await edit(device.store, ['team-1', id], (body) => ({ ...body, title: 'New' }), device.clock));
  expect(await note('team-1')).toBe('old, upgraded');
  value(await unshare(device.store, ['team-1', id], device.clock));
  expect((await readOne(device.store.strict, [PRIVATE, id]))?.body).toMatchObject({
    ...{ note: 'old, upgraded', quote: 'Call Bo', title: 'New' },
  });
});
