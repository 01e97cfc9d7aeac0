import type { Sent } from './shelf/shelf.ts';

/** Records field by field, as they go from one thread to another: a third of the time that the same takes as objects. */
export interface SentColumns {
  author: string;
  ids: string[];
  kinds: string[];
  schemas: number[];
  ns: number[];
  times: number[];
  devices: string[];
  hashes: string[];
  deleted: boolean[];
  texts: (string | null)[];
}

/** For records of one author. */
export const toColumns = (author: string, records: Sent[]): SentColumns => ({
  author,
  ids: records.map(({ id }) => id),
  kinds: records.map(({ kind }) => kind),
  schemas: records.map(({ schema }) => schema),
  ns: records.map(({ version }) => version.n),
  times: records.map(({ version }) => version.time),
  devices: records.map(({ version }) => version.device),
  hashes: records.map(({ version }) => version.hash),
  deleted: records.map(({ deleted }) => deleted === true),
  texts: records.map(({ text }) => text),
});

export function toSents(columns: SentColumns): Sent[] {
  const { author, ids, kinds, schemas, ns, times, devices, hashes, deleted, texts } = columns;
  return ids.map((id, i) => ({
    id,
    kind: kinds[i] ?? '',
    author,
    schema: schemas[i] ?? 1,
    version: { n: ns[i] ?? 1, time: times[i] ?? 0, device: devices[i] ?? '', hash: hashes[i] ?? '' },
    ...(deleted[i] ? { deleted: true as const } : {}),
    text: texts[i] ?? null,
  }));
}
