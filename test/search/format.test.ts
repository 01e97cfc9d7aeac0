import { expect, test } from 'vitest';
import { joined } from '../../src/search/stored/joined-bytes.ts';
import type { Leaf } from '../../src/search/stored/leaf.ts';
import { pack } from '../../src/search/stored/packer.ts';
import { scaleOf } from '../../src/search/stored/postings.ts';
import { facet } from '../../src/search/text/beginnings.ts';
import { collectLeaves } from '../../src/search/write/collect.ts';

/** The format read by what its page says (leaf.ts, blocks.ts, census.ts), without a line of what reads it in the product. */
type Posting = [number: number, impact: number];

function decodeLeaf({ terms, data }: Leaf, from: number): Map<string, Posting[]> {
  const names: string[] = [];
  for (const line of terms.split('\n').slice(0, -1)) {
    const shared = line.charCodeAt(0) - 32;
    names.push((names.at(-1) ?? '').slice(0, shared) + line.slice(1));
  }
  const { lists, end } = readHead(data, 0, names.length);
  expect([...data.slice(end)], 'four bytes of nothing').toEqual([0, 0, 0, 0]);
  return new Map(names.map((name, i) => [name, decodeList(name, lists[i] as Stored, from)]));
}

interface Stored {
  count: number;
  bytes: Uint8Array;
}

function readHead(data: Uint8Array, at: number, many: number): { lists: Stored[]; end: number } {
  let place = at;
  const varint = () => {
    let value = 0;
    for (let shift = 0; ; shift += 7) {
      const byte = data[place++] as number;
      value += (byte & 127) * 2 ** shift;
      if (byte < 128) return value;
    }
  };
  const heads = Array.from({ length: many }, () => [varint(), varint()] as const);
  const lists = heads.map(([count, length]) => {
    place += length;
    return { count, bytes: data.slice(place - length, place) };
  });
  return { lists, end: place };
}

function decodeList(name: string, { count, bytes }: Stored, from: number): Posting[] {
  const isBeginning = name.startsWith('\u0002');
  if (!isBeginning || count < 2_048) return decodeBits(name, { count, bytes }, from);
  const blocks = readHead(bytes, 2, (bytes[0] as number) + 256 * (bytes[1] as number)).lists;
  return blocks.flatMap((block, k) => decodeBits(name, block, from + 1024 * k));
}

function decodeBits(name: string, { count, bytes }: Stored, from: number): Posting[] {
  let at = 0;
  const bit = () => ((bytes[at >> 3] as number) >> (at++ & 7)) & 1;
  const number = (bits: number) => Array.from({ length: bits }, (_, i) => bit() * 2 ** i).reduce((a, b) => a + b, 0);
  if (count === 0) return [];
  const low = number(5);
  let next = from;
  return Array.from({ length: count }, (): Posting => {
    let zeros = 0;
    while (bit() === 0) zeros++;
    const value = zeros * 2 ** low + number(low);
    const per = name.startsWith('\u0001') ? 1 : name.startsWith('\u0002') ? 4 : 16;
    const rest = value % per;
    next += Math.floor(value / per) + 1;
    return [next - 1, per === 1 ? 15 : per === 4 ? 5 + 3 * rest : rest];
  });
}

function sumOf(parts: Uint8Array[]): number {
  let sum = 0x811c9dc5;
  const add = (value: number) => {
    sum = Math.imul(sum ^ value, 0x01000193);
  };
  for (const bytes of parts) {
    const whole = bytes.length - (bytes.length % 4);
    const view = new DataView(bytes.buffer, bytes.byteOffset);
    for (let i = 0; i < whole; i += 4) add(view.getUint32(i, true));
    for (const byte of bytes.slice(whole)) add(byte);
  }
  return sum >>> 0;
}

function markOf(word: string): number {
  let sum = 0x811c9dc5;
  for (let i = 0; i < word.length; i++) sum = Math.imul(sum ^ word.charCodeAt(i), 0x01000193) >>> 0;
  return (sum >>> 16) ^ (sum & 0xffff);
}

const FROM = 7;
const every = (gap: number, count: number, impactOf: (i: number) => number): Posting[] =>
  Array.from({ length: count }, (_, i) => [FROM + gap * i, impactOf(i)]);

test('whoever has read the page of the format can read the index', () => {
  const words = Array.from({ length: 700 }, (_, i) => `comm${'x'.repeat(i % 120)}${String(i).padStart(3, '0')}`);
  const written = new Map<string, Posting[]>([
    [facet('k', 'lesson'), every(1, 5_000, () => 15)],
    ['\u0002co', every(3, 2_500, (i) => 5 + 3 * (i % 4))],
    ['\u0002da', every(700, 40, (i) => 5 + 3 * (i % 4))],
    ...[...new Set(words), 'Häuser', '漢字', 'zz']
      .sort()
      .map((word, i): [string, Posting[]] => [word, every(1 + (i % 900), 1 + (i % 50), (n) => 1 + ((i + n) % 15))]),
  ]);
  const terms = [...written.keys()].sort();
  const building = collectLeaves();
  for (const term of terms) {
    const postings = written.get(term) as Posting[];
    const entries = Uint32Array.from(postings, ([number, impact]) => number * 16 + impact);
    building.add(term, { count: entries.length, bytes: pack(entries, FROM, scaleOf(term)) });
  }
  const { leaves, firsts, census } = building.close();
  const read = leaves.map((leaf) => decodeLeaf(leaf, FROM));
  expect(firsts).toEqual(read.map((one) => [...one.keys()][0]));
  expect(read.flatMap((one) => [...one.keys()])).toEqual(terms);
  for (const one of read) for (const [term, postings] of one) expect(postings, term).toEqual(written.get(term));
  for (const { terms, data, sum } of leaves) expect(sumOf([new TextEncoder().encode(terms), data])).toBe(sum);

  const counted = joined(census);
  const two = (at: number) => (counted[at] as number) + 256 * (counted[at + 1] as number);
  let at = 0;
  for (const one of read) {
    const here = [...one].filter(([term]) => term > '\u0002\uffff');
    expect(two(at)).toBe(here.length);
    for (const [i, [word, { length }]] of here.entries()) {
      expect(two(at + 2 + 2 * i), word).toBe(markOf(word));
      expect(counted[at + 2 + 2 * here.length + i]).toBe(Math.min(255, Math.round(10 * Math.log2(length))));
    }
    at += 2 + 3 * here.length;
  }
  expect(at).toBe(counted.length);
});
