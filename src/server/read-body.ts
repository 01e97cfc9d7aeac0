import type { Ask, Parts } from './parts.ts';
import { notValid, tooLarge } from './problem.ts';
import { type Body, BYTES_MAX, toJson } from './read-json.ts';
import { addressOf } from './who.ts';

type Needs = Pick<Parts, 'arriving' | 'config'>;

/** The JSON of a request, unpacked; sizes and depth are checked before any of it is believed. `most`: its bytes, packed and not. */
export const readJson = async (ask: Ask, parts: Needs, most = BYTES_MAX): Promise<unknown> =>
  toJson(await readBody(ask, parts, most), most);

/** The body of a request; one that is too large, or for which there is no room, is read no further. */
export async function readBody(ask: Ask, { arriving, config }: Needs, most = BYTES_MAX): Promise<Body> {
  const request = ask.req.raw;
  if (Number(request.headers.get('content-length')) > most) throw tooLarge('The body is too large.');
  // Of those who are not known yet only the address is: who holds what one address may have keeps nobody else out.
  const room = arriving.begin(ask.get('bearer')?.member.id ?? addressOf(ask, config.trustProxy));
  const pieces: Uint8Array[] = [];
  let size = 0;
  try {
    for await (const piece of piecesOf(request)) {
      size += piece.byteLength;
      if (size > most) throw tooLarge('The body is too large.');
      room.take(piece.byteLength);
      pieces.push(piece);
    }
  } finally {
    room.end();
  }
  return { bytes: Buffer.concat(pieces), encoding: request.headers.get('content-encoding') ?? 'identity' };
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
