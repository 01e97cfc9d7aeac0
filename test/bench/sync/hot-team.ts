import type { StoredRecord } from '../../../src/domain/record.ts';
import { type Client, joinAs } from './ours.ts';
import { makeRecords } from './records.ts';
import { type Place, withServer } from './with-server.ts';

/** Pushes of one record each that a team takes in a second, from 32 devices at once. */
export const hotTeam = (place: Place, seconds: number): Promise<number> =>
  withServer(place, async (url, links) => {
    const link = await links(32);
    const clients = await Promise.all(Array.from({ length: 32 }, () => joinAs(url, link)));
    const ready: StoredRecord[][] = await Promise.all(clients.map(() => makeRecords(200, undefined)));
    let done = 0;
    const end = performance.now() + seconds * 1000;
    const work = async (client: Client, own: StoredRecord[]) => {
      for (let i = 0; performance.now() < end; i++) {
        const record = own[i % own.length];
        const version = { ...record?.version, n: 1 + Math.floor(i / own.length) };
        if (record) await client.push([{ ...record, version } as StoredRecord]);
        done++;
      }
    };
    await Promise.all(clients.map((client, i) => work(client, ready[i] ?? [])));
    return Math.round(done / seconds);
  });
