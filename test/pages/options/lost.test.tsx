// @vitest-environment happy-dom
import '../stage.ts';
import { expect, test } from 'vitest';
import { lostAlone } from '../../../src/store/lost.ts';
import { settle } from '../../../src/store/outbox.ts';
import { asJson } from '../../../src/store/row.ts';
import { share } from '../../../src/store/share.ts';
import { addTeam } from '../../../src/store/team.ts';
import { allRows, createDevice, type Device, keepLesson, lessonBody, team, value } from '../../store/device.ts';
import { button, click } from '../../ui/drawn.ts';
import { says, until } from '../stage.ts';
import { openOptions, section } from './open.tsx';

/** A device that shared a text which met a deletion at the server. */
async function overtaken(note: string): Promise<Device> {
  const device = createDevice();
  value(await addTeam(device.store, team({ syncedAt: 1 }), device.clock));
  const { id } = await keepLesson(device, { note });
  const { version } = value(await share(device.store, id, 'team-1', asJson(lessonBody({ note })), device.clock));
  value(await settle(device.store, 'team-1', [{ id, version, fate: 'gone' }]));
  return device;
}

test('a text whose lesson another device deleted can be looked at and kept as a new one', async () => {
  const device = await overtaken('Written while it went');
  const root = section(openOptions(device), 'data');
  await says(root, 'Deleted on another device');
  await says(root, 'Written while it went');
  await click(button(root, 'Keep as new: Written while it went'));
  await until(() => !root.textContent?.includes('Deleted on another device'));
  const readable = (await allRows(device)).filter(({ kind, body }) => kind === 'lesson' && body !== null);
  expect(readable).toMatchObject([{ team: '', mine: 1, body: { note: 'Written while it went' } }]);
});

test('it can be let go of before its thirty days', async () => {
  const device = await overtaken('Not needed');
  const root = section(openOptions(device), 'data');
  await says(root, 'Not needed');
  await click(button(root, 'Let it go: Not needed'));
  await until(() => !root.textContent?.includes('Not needed'));
  expect(await lostAlone(device.store.strict)).toEqual([]);
});

test('where nothing was lost nothing of it is said', async () => {
  const device = createDevice();
  await keepLesson(device);
  const root = section(openOptions(device), 'data');
  await says(root, 'You have written');
  expect(root.textContent).not.toContain('Deleted on another device');
});

test('of a long one the beginning is drawn, until the rest is asked for', async () => {
  const device = await overtaken(`Begins so ${'and goes on '.repeat(3_000)}to its end`);
  const root = section(openOptions(device), 'data');
  await says(root, 'Begins so');
  expect(root.textContent?.length).toBeLessThan(5_000);
  await click(button(root, 'Show all of it'));
  await says(root, 'to its end');
});
