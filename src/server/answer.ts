import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import type { Ask } from './parts.ts';

/** Below this, compressing costs more than it saves. */
const WORTH_IT = 1_024;

/** What is packed at a time; see read-json.ts. */
const PIECE_BYTES = 256 * 1024;

/**
 * Quick rather than tight. On pages of lessons in columns Brotli 4 takes 14 % less than gzip 4 in the same time, 5 would take
 * 4 % less still in twice the time; both look back over the whole page, where gzip sees 32 KB.
 */
const packers: { encoding: string; pack(json: string): Promise<Uint8Array> }[] = [
  { encoding: 'br', pack: (json) => brotli(json, { params: brotliParams(json.length), chunkSize: PIECE_BYTES }) },
  { encoding: 'gzip', pack: (json) => zip(json, { level: 4, chunkSize: PIECE_BYTES }) },
];
const brotliParams = (length: number) => ({
  [constants.BROTLI_PARAM_QUALITY]: 4,
  [constants.BROTLI_PARAM_MODE]: constants.BROTLI_MODE_TEXT,
  [constants.BROTLI_PARAM_SIZE_HINT]: length,
});
const brotli = promisify(brotliCompress);
const zip = promisify(gzip);

/** Answers with JSON, compressed where it is worth it and wanted. Browsers want Brotli over TLS and from their own machine alone. */
export async function answerJson(ask: Ask, json: string): Promise<Response> {
  const headers = { 'Content-Type': 'application/json; charset=utf-8', Vary: 'Accept-Encoding' };
  const wanted = (ask.req.header('accept-encoding') ?? '').split(',').map((one) => one.trim());
  const packer = packers.find(({ encoding }) => wanted.includes(encoding));
  if (!packer || json.length < WORTH_IT) return ask.body(json, 200, headers);
  const packed = new Uint8Array(await packer.pack(json));
  const sizes = { 'Content-Encoding': packer.encoding, 'Content-Length': String(packed.length) };
  return ask.body(packed, 200, { ...headers, ...sizes });
}
