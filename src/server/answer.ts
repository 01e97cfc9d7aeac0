import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import type { Ask } from './parts.ts';

const zip = promisify(gzip);

/** Below this, compressing costs more than it saves. */
const WORTH_IT = 1_024;
/** Quick rather than tight: most of what can be saved is saved at this level. */
const LEVEL = 4;

/** Answers with JSON, compressed where it is worth it and wanted. */
export async function answerJson(ask: Ask, json: string): Promise<Response> {
  const headers = { 'Content-Type': 'application/json; charset=utf-8' };
  const isWanted = /\bgzip\b/.test(ask.req.header('accept-encoding') ?? '');
  if (!isWanted || json.length < WORTH_IT) return ask.body(json, 200, headers);
  const packed = await zip(json, { level: LEVEL });
  return ask.body(new Uint8Array(packed), 200, {
    ...headers,
    'Content-Encoding': 'gzip',
    'Content-Length': String(packed.length),
    Vary: 'Accept-Encoding',
  });
}
