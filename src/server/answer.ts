import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import type { Ask } from './parts.ts';

type Packing = 'br' | 'gzip';

/** An answer's body and what its headers say of it. */
export interface Packed {
  body: string | Uint8Array<ArrayBuffer>;
  headers: Record<string, string>;
}

/** Below this, compressing costs more than it saves. */
const WORTH_IT = 1_024;

/** What is packed at a time; see read-json.ts. */
const PIECE_BYTES = 256 * 1024;

/**
 * Quick rather than tight. On pages of lessons in columns Brotli 4 takes 14 % less than gzip 4 in the same time, 5 would take
 * 4 % less still in twice the time; both look back over the whole page, where gzip sees 32 KB.
 */
const packers: Record<Packing, (json: string | Uint8Array) => Promise<Uint8Array>> = {
  br: (json) => brotli(json, { params: brotliParams(json.length), chunkSize: PIECE_BYTES }),
  gzip: (json) => zip(json, { level: 4, chunkSize: PIECE_BYTES }),
};
const brotliParams = (length: number) => ({
  [constants.BROTLI_PARAM_QUALITY]: 4,
  [constants.BROTLI_PARAM_MODE]: constants.BROTLI_MODE_TEXT,
  [constants.BROTLI_PARAM_SIZE_HINT]: length,
});
const brotli = promisify(brotliCompress);
const zip = promisify(gzip);

/** How JSON is packed for who asks; '' for not at all. Browsers want Brotli over TLS and from their own machine alone. */
export function packingFor(ask: Ask): Packing | '' {
  const wanted = (ask.req.header('accept-encoding') ?? '').split(',').map((one) => one.trim());
  return (['br', 'gzip'] as const).find((packing) => wanted.includes(packing)) ?? '';
}

/** JSON as it travels: packed where that is wanted and worth it. */
export async function packJson(json: string | Uint8Array, packing: Packing | ''): Promise<Packed> {
  const headers = { 'Content-Type': 'application/json; charset=utf-8', Vary: 'Accept-Encoding' };
  if (packing === '' || json.length < WORTH_IT) return { body: toBody(json), headers };
  const body = new Uint8Array(await packers[packing](json));
  return { body, headers: { ...headers, 'Content-Encoding': packing, 'Content-Length': String(body.length) } };
}

const toBody = (json: string | Uint8Array): Packed['body'] => (typeof json === 'string' ? json : new Uint8Array(json));

export const answerPacked = (ask: Ask, { body, headers }: Packed): Response => ask.body(body, 200, headers);

/** Answers with JSON, packed as {@link packJson} does. */
export const answerJson = async (ask: Ask, json: string): Promise<Response> =>
  answerPacked(ask, await packJson(json, packingFor(ask)));
