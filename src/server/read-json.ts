import { isUtf8 } from 'node:buffer';
import { gunzipSync } from 'node:zlib';
import { BODY_DEPTH_MAX } from '../domain/limits.ts';
import { PUSH_BYTES_MAX } from '../wire/sync.ts';
import { notValid, tooDeep, tooLarge } from './problem.ts';

/** A push of 1 MB of records and what stands around them. */
export const BYTES_MAX = PUSH_BYTES_MAX + 64 * 1024;
/** Memory that is taken at a time for what is unpacked. */
const PIECE_BYTES = 256 * 1024;
/** A body as deep as one may be, in a record among the records of a push. */
const DEPTH_MAX = BODY_DEPTH_MAX + 3;

/** A request's body as it came, and how it is packed. */
export interface Body {
  bytes: Uint8Array;
  encoding: string;
}

/** What a body says, unpacked. */
export function toJson({ bytes: packed, encoding }: Body, most = BYTES_MAX): unknown {
  const bytes = encoding === 'gzip' ? unpack(packed, most) : packed;
  if (encoding !== 'gzip' && encoding !== 'identity') throw notValid('Only gzip is understood as an encoding.');
  const text = decode(bytes);
  if (isDeep(text)) throw tooDeep(`A record's body may be nested ${BODY_DEPTH_MAX} deep.`);
  try {
    return JSON.parse(text);
  } catch {
    throw notValid('The body is not JSON.');
  }
}

/** At once: 1 MB takes two milliseconds, and going to another thread and back costs more than that. */
function unpack(bytes: Uint8Array, most: number): Buffer {
  try {
    return gunzipSync(bytes, { maxOutputLength: most, chunkSize: PIECE_BYTES });
  } catch (error) {
    const isTooLarge = error instanceof Error && 'code' in error && error.code === 'ERR_BUFFER_TOO_LARGE';
    throw isTooLarge ? tooLarge('The body is too large when unpacked.') : notValid('The body is not gzip.');
  }
}

function decode(bytes: Uint8Array): string {
  if (!isUtf8(bytes)) throw notValid('The body is not UTF-8.');
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('utf8');
}

const QUOTE = 0x22;
const BACKSLASH = 0x5c;

/** Whether brackets outside strings are nested deeper than is read here. Steps over strings, which are most of a push. */
function isDeep(text: string): boolean {
  let depth = 0;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code === QUOTE) i = endOfString(text, i);
    else if (code === 0x5b || code === 0x7b) {
      if (++depth > DEPTH_MAX) return true;
    } else if (code === 0x5d || code === 0x7d) depth--;
  }
  return false;
}

/** Where the string ends that begins at `start`: at a quote with an even number of backslashes before it. */
function endOfString(text: string, start: number): number {
  let end = start;
  for (;;) {
    end = text.indexOf('"', end + 1);
    if (end === -1) return text.length;
    let before = end;
    while (text.charCodeAt(before - 1) === BACKSLASH) before--;
    if ((end - before) % 2 === 0) return end;
  }
}
