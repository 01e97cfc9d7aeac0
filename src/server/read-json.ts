import { isUtf8 } from 'node:buffer';
import { promisify } from 'node:util';
import { gunzip } from 'node:zlib';
import { PUSH_BYTES_MAX } from '../wire/sync.ts';
import { notValid, tooLarge } from './problem.ts';

/** A push of 1 MB of records and what stands around them. */
const BYTES_MAX = PUSH_BYTES_MAX + 64 * 1024;
/** Nobody writes deeper by hand, and reading much deeper ends a process. */
export const DEPTH_MAX = 64;

/** What is unpacked at a time. Each piece is a trip to another thread and back, which costs more than the unpacking. */
const PIECE_BYTES = 256 * 1024;

const unzip = promisify(gunzip);

/** The JSON of a request, unpacked; sizes and depth are checked before any of it is believed. */
export async function readJson(request: Request): Promise<unknown> {
  const packed = await readBytes(request);
  const encoding = request.headers.get('content-encoding') ?? 'identity';
  const bytes = encoding === 'gzip' ? await unpack(packed) : packed;
  if (encoding !== 'gzip' && encoding !== 'identity') throw notValid('Only gzip is understood as an encoding.');
  const text = decode(bytes);
  if (isDeep(text)) throw notValid(`The body is nested deeper than ${DEPTH_MAX}.`);
  try {
    return JSON.parse(text);
  } catch {
    throw notValid('The body is not JSON.');
  }
}

async function readBytes(request: Request): Promise<Buffer> {
  if (Number(request.headers.get('content-length')) > BYTES_MAX) throw tooLarge('The body is too large.');
  const pieces: Uint8Array[] = [];
  let size = 0;
  for await (const piece of piecesOf(request)) {
    size += piece.byteLength;
    if (size > BYTES_MAX) throw tooLarge('The body is too large.');
    pieces.push(piece);
  }
  return Buffer.concat(pieces);
}

async function* piecesOf(request: Request): AsyncGenerator<Uint8Array> {
  const reader = request.body?.getReader();
  if (!reader) return;
  for (;;) {
    // A sender who went away in the middle gets no answer; for the log it was a body that is not valid.
    const piece = await reader.read().catch(() => {
      throw notValid('The body broke off.');
    });
    if (piece.done) return;
    yield piece.value;
  }
}

async function unpack(bytes: Buffer): Promise<Buffer> {
  try {
    return await unzip(bytes, { maxOutputLength: BYTES_MAX, chunkSize: PIECE_BYTES });
  } catch (error) {
    const isTooLarge = error instanceof Error && 'code' in error && error.code === 'ERR_BUFFER_TOO_LARGE';
    throw isTooLarge ? tooLarge('The body is too large when unpacked.') : notValid('The body is not gzip.');
  }
}

function decode(bytes: Buffer): string {
  if (!isUtf8(bytes)) throw notValid('The body is not UTF-8.');
  return bytes.toString('utf8');
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
