import { expect, test, vi } from 'vitest';
import { recordsOf } from '../../src/store/outbox.ts';
import { createDevice, keepLesson } from './device.ts';

test('what is to be sent is read in a few transactions, not in one for each record', async () => {
  const device = createDevice();
  const ids = Array.from({ length: 300 }, (_, i) => `record ${i}`);
  for (const id of ids) await keepLesson(device, {}, id);
  const begun = vi.spyOn(IDBDatabase.prototype, 'transaction');
  const version = { n: 1, time: 1, device: 'd', hash: 'h' };
  const sent = await recordsOf(
    device.store,
    ids.map((id) => ({ team: '', id, version, notBefore: 0 })),
  );
  expect(sent).toHaveLength(300);
  expect(begun.mock.calls.length).toBeLessThan(5);
  begun.mockRestore();
});
