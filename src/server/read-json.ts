import { promisify } from 'node:util';
import { gunzip } from 'node:zlib';
import { PUSH_BYTES_MAX } from '../wire/sync.ts';
import { notValid, tooLarge } from './problem.ts';

/** A push of 1 MB of records and what stands around them. */
const BYTES_MAX = PUSH_BYTES_MAX + 64 * 1024;
/** Nobody writes deeper by hand, and reading much deeper ends a process. */
export const DEPTH_MAX = 64;

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
    return await unzip(bytes, { maxOutputLength: BYTES_MAX });
  } catch (error) {
    const isTooLarge = error instanceof Error && 'code' in error && error.code === 'ERR_BUFFER_TOO_LARGE';
    throw isTooLarge ? tooLarge('The body is too large when unpacked.') : notValid('The body is not gzip.');
  }
}

function decode(bytes: Buffer): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw notValid('The body is not UTF-8.');
  }
}

const QUOTE = 0x22;
const BACKSLASH = 0x5c;

/** Whether brackets outside strings are nested deeper than is read here. Looks at each character once. */
function isDeep(text: string): boolean {
  let depth = 0;
  let inString = false;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (inString) {
      if (code === BACKSLASH) i++;
      else if (code === QUOTE) inString = false;
    } else if (code === QUOTE) inString = true;
    else if (code === 0x5b || code === 0x7b) {
      if (++depth > DEPTH_MAX) return true;
    } else if (code === 0x5d || code === 0x7d) depth--;
  }
  return false;
}
