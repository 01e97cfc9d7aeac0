// @vitest-environment happy-dom
import '../stage.ts';
import { beforeEach, expect, test } from 'vitest';
import { hashBody } from '../../../src/domain/version.ts';
import { StoreContext } from '../../../src/pages/sidebar/desk.ts';
import { Panel } from '../../../src/pages/sidebar/panel.tsx';
import { takeIn } from '../../../src/store/feed.ts';
import { edit } from '../../../src/store/keep.ts';
import { lostOf } from '../../../src/store/lost.ts';
import { rowAt } from '../../../src/store/record-at.ts';
import { asJson } from '../../../src/store/row.ts';
import { share } from '../../../src/store/share.ts';
import { obeyFates } from '../../../src/store/sweep.ts';
import { addTeam } from '../../../src/store/team.ts';
import { world } from '../../browser/fake-world.ts';
import { createDevice, type Device, keepLesson, lessonBody, PAGE, team, value } from '../../store/device.ts';
import { button, click, draw } from '../../ui/drawn.ts';
import { said, says, showPage, until } from '../stage.ts';

beforeEach(() => {
  world.hosts = ['*://*/*'];
  showPage({ url: PAGE, title: 'Guide' });
});

const open = (device: Device): HTMLElement =>
  draw(
    <StoreContext.Provider value={device.store}>
      <Panel />
    </StoreContext.Provider>,
  ).root;

async function record(author: string, id: string, note: string, n: number) {
  const body = asJson(lessonBody({ note }));
  const version = { n, time: 5, device: 'elsewhere', hash: await hashBody(body) };
  return { id, kind: 'lesson', author, schema: 1, version, body };
}

test('what the server lost and nobody brought back says so, and can be kept as mine', async () => {
  const device = createDevice();
  value(await addTeam(device.store, team({ syncedAt: 1 }), device.clock));
  value(await takeIn(device.store, 'team-1', [await record('member-2', 'a', 'From Ben', 1)]));
  value(await obeyFates(device.store, 'team-1', { gone: [], unknown: ['a'] }));
  const root = open(device);
  await says(root, 'The team server no longer has this.');
  await click(button(root, 'Keep as mine'));
  await until(() => !root.textContent?.includes('no longer has this'));
  const rows = await device.store.strict.records.toArray();
  expect(rows.filter(({ kind }) => kind === 'lesson')).toMatchObject([
    { team: '', mine: 1, body: { note: 'From Ben' } },
  ]);
});

test('a text of mine that lost against my other device is shown, and can stand again or go', async () => {
  const device = createDevice();
  value(await addTeam(device.store, team({ syncedAt: 1 }), device.clock));
  const { id } = await keepLesson(device, { note: 'First' });
  value(await share(device.store, id, 'team-1', asJson(lessonBody({ note: 'First' })), device.clock));
  value(await edit(device.store, ['team-1', id], (body) => ({ ...body, note: 'Mine' }), device.clock));
  value(await takeIn(device.store, 'team-1', [await record('member-1', id, 'Theirs', 9)]));
  const root = open(device);
  await says(root, 'Another device of yours wrote something else.');
  await says(root, 'Mine');
  await click(button(root, 'Use this text'));
  await until(() => said.some(({ say }) => say === 'sync'));
  expect((await rowAt(device.store.strict, ['team-1', id]))?.body?.note).toBe('Mine');
  expect(await lostOf(device.store.strict, id)).toEqual([]);
});
