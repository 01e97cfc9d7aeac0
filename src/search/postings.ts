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

/** The other way round, for `count` of them. Throws on bytes that end too early. */
export function readPostings(bytes: Uint8Array, count: number, from: number): Postings {
  const numbers = new Uint32Array(count);
  const impacts = new Uint8Array(count);
  const reader = { bytes, at: 0 };
  let last = from;
  for (let i = 0; i < count; i++) {
    const value = readVarint(reader);
    last += Math.floor(value / WIDTH);
    numbers[i] = last;
    impacts[i] = value % WIDTH;
  }
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

/** Records that have any of some terms; where several, what says most. */
export function uniteAll(lists: Postings[]): Postings {
  const [only] = lists;
  if (lists.length === 1 && only) return only;
  const most = new Map<number, number>();
  for (const { numbers, impacts } of lists) {
    for (const [i, number] of numbers.entries()) most.set(number, Math.max(most.get(number) ?? 0, impacts[i] ?? 0));
  }
  const numbers = Uint32Array.from(most.keys()).sort();
  return { numbers, impacts: Uint8Array.from(numbers, (number) => most.get(number) ?? 0) };
}
