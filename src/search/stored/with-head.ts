import type { Packed } from './postings.ts';

/** Lists as they are stored: a head that says of each how many records it has and how many bytes it takes, then all of them. The other way round: readHead in leaf.ts. */
export function withHead(lists: Packed[]): Uint8Array[] {
  const head: number[] = [];
  for (const { count, bytes } of lists) {
    writeVarint(head, count);
    writeVarint(head, bytes.length);
  }
  return [Uint8Array.from(head), ...lists.map(({ bytes }) => bytes)];
}

/** Seven bits a byte, low ones first, the high bit set on all but the last. */
function writeVarint(bytes: number[], value: number): void {
  let rest = value;
  while (rest > 127) {
    bytes.push((rest % 128) + 128);
    rest = Math.floor(rest / 128);
  }
  bytes.push(rest);
}
