import '../browser/fake-browser.ts';
import { expect, test } from 'vitest';
import { remove } from '../../src/store/remove.ts';
import { share } from '../../src/store/share.ts';
import { addTeam } from '../../src/store/team.ts';
import { keepLesson, team, value } from '../store/device.ts';
import { outgoing } from '../store/outgoing.ts';
import { createStage } from './stage.ts';

const UNDO_MS = 60_000;

test('what was deleted a moment before leaving is deleted for colleagues too, though its undo has not passed', async () => {
  const stage = createStage();
  const { store, clock } = stage.device;
  value(await addTeam(store, team(), clock));
  const [gone, other] = [await keepLesson(stage.device), await keepLesson(stage.device)];
  for (const { id, body } of [gone, other]) value(await share(store, id, 'team-1', body ?? {}, clock));
  await store.strict.outbox.clear();
  value(await remove(store, [['team-1', gone.id]], UNDO_MS, clock));
  const sent: unknown[] = [];
  const fetch = async (url: string) => {
    if (url.endsWith('/v1/push')) sent.push(...(await outgoing(store, 'team-1', clock(), 100)));
    throw new TypeError('no network');
  };
  stage.world.sync = { ...stage.world.sync, fetch };
  value(await stage.fromUs('leave', { team: 'team-1', records: 'leave' }));
  expect(sent).toMatchObject([{ record: { id: gone.id, deleted: true, body: null } }]);
  expect((await store.strict.records.toArray()).map(({ id }) => id)).toEqual([other.id]);
});
