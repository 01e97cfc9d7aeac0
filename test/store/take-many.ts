import { createId } from '../../src/kit/id.ts';
import { ok } from '../../src/kit/result.ts';
import { commit } from '../../src/store/commit.ts';
import { makeReady } from '../../src/store/ready.ts';
import { asJson, toRow } from '../../src/store/row.ts';
import { PRIVATE, type RecordRow } from '../../src/store/rows.ts';
import { type Device, value } from './device.ts';

type Own = { id: string; kind: string; body: object };

/** Makes a segment of all, and writes the last so many. */
export async function writeMany({ store }: Device, records: Own[], count = records.length): Promise<void> {
  const version = { n: 9, time: 9, device: 'd', hash: 'h' };
  const rows = records.map(
    ({ body, ...one }): RecordRow =>
      toRow({ ...one, author: 'a', schema: 1, version, body: asJson(body) }, PRIVATE, true),
  );
  const ready = await makeReady(rows, 1);
  value(await commit(store.relaxed, async (door) => ok(await door.putAll(rows.slice(-count))), ready));
}

/** Many new lessons at once. */
export const takeMany = (device: Device, bodies: object[]): Promise<void> =>
  writeMany(
    device,
    bodies.map((body) => ({ id: createId(), kind: 'lesson', body: { created: 1, ...body } })),
  );
