import { describe, expect, it } from 'vitest';
import { takeIn } from '../../src/store/feed.ts';
import { edit } from '../../src/store/keep.ts';
import { lostOf } from '../../src/store/lost.ts';
import { settle } from '../../src/store/outbox.ts';
import { rowAt } from '../../src/store/record-at.ts';
import { PRIVATE, type RecordKey } from '../../src/store/rows.ts';
import { share, unshare } from '../../src/store/share.ts';
import { obeyFates } from '../../src/store/sweep.ts';
import { addTeam } from '../../src/store/team.ts';
import { createDevice, type Device, keepLesson, team, value } from './device.ts';
import { outgoing } from './outgoing.ts';

/** A device that shared a lesson, took it back and, where asked, wrote on in its own copy; all of it sent. */
async function createDeviceAfter(note?: string): Promise<{ device: Device; id: string }> {
  const device = createDevice();
  value(await addTeam(device.store, team(), device.clock));
  const { id, body } = await keepLesson(device);
  value(await share(device.store, id, 'team-1', body ?? {}, device.clock));
  value(await unshare(device.store, ['team-1', id], device.clock));
  const sent = await outgoing(device.store, 'team-1', device.clock(), 100);
  value(
    await settle(
      device.store,
      'team-1',
      sent.map(({ row }) => ({ ...row, fate: 'taken' as const })),
    ),
  );
  const own: RecordKey = [PRIVATE, id];
  if (note !== undefined) value(await edit(device.store, own, (body) => ({ ...body, note }), device.clock));
  return { device, id };
}

const deletion = (id: string) => ({
  id,
  kind: 'lesson',
  author: 'member-1',
  schema: 1,
  version: { n: 9, time: 9, device: 'my other device', hash: '' },
  deleted: true as const,
  body: null,
});

/** How a device hears that a record was deleted. */
const ways: [string, (device: Device, id: string) => Promise<unknown>][] = [
  ['in the feed', async ({ store }, id) => value(await takeIn(store, 'team-1', [deletion(id)]))],
  ['in a sweep', async ({ store }, id) => value(await obeyFates(store, 'team-1', { gone: [id], unknown: [] }))],
];

describe.each(ways)('what was written to oneself after taking back, when a deletion comes %s', (_, hear) => {
  it('is kept among what lost, since no other device has seen it', async () => {
    const { device, id } = await createDeviceAfter('nowhere else');
    await hear(device, id);
    expect(await rowAt(device.store.strict, [PRIVATE, id])).toBeUndefined();
    expect(await lostOf(device.store.strict, id)).toMatchObject([{ body: { note: 'nowhere else' } }]);
  });

  it('is gone where nothing was written', async () => {
    const { device, id } = await createDeviceAfter();
    await hear(device, id);
    expect(await rowAt(device.store.strict, [PRIVATE, id])).toBeUndefined();
    expect(await lostOf(device.store.strict, id)).toEqual([]);
  });
});
