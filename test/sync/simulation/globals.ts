import { createHash } from 'node:crypto';
import { gzipSync } from 'node:zlib';
import type { Random } from './random.ts';

/** Randomness, hashing, packing and pauses without threads and clocks, so that a seed decides everything. Gives the way back. */
export function seedGlobals(random: Random): () => void {
  const fill = <T extends ArrayBufferView>(array: T): T => {
    const bytes = new Uint8Array(array.buffer, array.byteOffset, array.byteLength);
    for (let i = 0; i < bytes.length; i++) bytes[i] = random.int(256);
    return array;
  };
  const digest = async (_: string, data: Uint8Array) =>
    new Uint8Array(createHash('sha256').update(data).digest()).buffer;
  const original = globalThis.CompressionStream;
  Object.defineProperty(performance, 'now', { value: () => 0, configurable: true });
  Object.defineProperty(crypto, 'getRandomValues', { value: fill, configurable: true });
  Object.defineProperty(crypto.subtle, 'digest', { value: digest, configurable: true });
  globalThis.CompressionStream = SyncGzip as unknown as typeof CompressionStream;
  return () => {
    Reflect.deleteProperty(performance, 'now');
    Reflect.deleteProperty(crypto, 'getRandomValues');
    Reflect.deleteProperty(crypto.subtle, 'digest');
    globalThis.CompressionStream = original;
  };
}

class SyncGzip extends TransformStream<Uint8Array, Uint8Array> {
  constructor() {
    const pieces: Uint8Array[] = [];
    super({
      transform: (piece) => void pieces.push(piece),
      flush: (controller) => controller.enqueue(gzipSync(Buffer.concat(pieces))),
    });
  }
}
