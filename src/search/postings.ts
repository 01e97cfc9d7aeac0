import { IMPACT_MAX } from './weight.ts';

/** Which records have a term, in ascending order, and how much it says about each (1 to 15). */
export interface Postings {
  numbers: Uint32Array;
  impacts: Uint8Array;
}

const WIDTH = IMPACT_MAX + 1;

/** Gaps and impacts in one stream of varints: `gap * 16 + impact`, seven bits a byte, low ones first. */
export function writePostings({ numbers, impacts }: Postings, from: number): Uint8Array {
  const bytes: number[] = [];
  let last = from;
  for (const [i, number] of numbers.entries()) {
    writeVarint(bytes, (number - last) * WIDTH + (impacts[i] ?? 1));
    last = number;
  }
  return Uint8Array.from(bytes);
}

/** The other way round, for `count` of them. Throws on bytes that end too early. Written out, for it is what a search does most. */
export function readPostings(bytes: Uint8Array, count: number, from: number): Postings {
  const numbers = new Uint32Array(count);
  const impacts = new Uint8Array(count);
  let last = from;
  let at = 0;
  for (let i = 0; i < count; i++) {
    let byte = bytes[at++] as number;
    let value = byte & 127;
    for (let scale = 128; byte > 127; scale *= 128) {
      byte = bytes[at++] as number;
      value += (byte & 127) * scale;
    }
    impacts[i] = value % WIDTH;
    last += (value - (value % WIDTH)) / WIDTH;
    numbers[i] = last;
  }
  if (at > bytes.length) throw new RangeError('search index: postings go on past their end');
  return { numbers, impacts };
}

export function writeVarint(bytes: number[], value: number): void {
  let rest = value;
  while (rest > 127) {
    bytes.push((rest % 128) + 128);
    rest = Math.floor(rest / 128);
  }
  bytes.push(rest);
}

export function readVarint(reader: { bytes: Uint8Array; at: number }): number {
  let value = 0;
  for (let scale = 1; ; scale *= 128) {
    const byte = reader.bytes[reader.at++];
    if (byte === undefined) throw new RangeError('search index: a number goes on past its end');
    value += (byte % 128) * scale;
    if (byte < 128) return value;
  }
}
