import type { Sent } from './shelf/shelf.ts';

/** Records as a JSON array. Bodies are spliced in as they are stored: reading JSON only to write it again would cost. */
export const writeRecords = (records: Sent[]): string => `[${records.map(writeRecord).join(',')}]`;

function writeRecord({ id, kind, author, schema, version, deleted, text }: Sent): string {
  const head = JSON.stringify({ id, kind, author, schema, version, ...(deleted ? { deleted: true } : {}) });
  return `${head.slice(0, -1)},"body":${text}}`;
}

/** Records as a JSON object of `columnsSchema`. */
export function writeColumns(records: Sent[]): string {
  const words = (wordOf: (one: Sent) => string) => records.map(wordOf).join(' ');
  const head = JSON.stringify({
    ids: words(({ id }) => id),
    kinds: words(({ kind }) => kind),
    authors: words(({ author }) => author),
    schemas: records.map(({ schema }) => schema),
    ns: records.map(({ version }) => version.n),
    times: records.map(({ version }) => version.time),
    devices: words(({ version }) => version.device),
    hashes: words(({ version }) => version.hash),
    deleted: records.flatMap(({ deleted }, i) => (deleted ? [i] : [])),
  });
  return `${head.slice(0, -1)},"bodies":[${records.map(({ text }) => text ?? 'null').join(',')}]}`;
}
