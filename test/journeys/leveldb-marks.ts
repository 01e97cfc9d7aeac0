import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * Counts, in the files of a store that Chromium has closed or still writes, the marks that entries for undoing are gone: keys of deletions that begin
 * with 00 00 00 00 32, in LevelDB's tables (files `.ldb`).
 *
 * A table ends in 48 bytes, of which the first four numbers are where the index of what else describes it stands and how long it is, and
 * the same for the index of its blocks. A block is followed by a byte that says whether it is packed (1: Snappy) and four to check it. It
 * holds entries of three numbers (bytes shared with the key before, further bytes of the key, bytes of the value), these bytes, and at its
 * end, four bytes each, where every sixteenth entry starts and how many such there are. The last eight bytes of a key begin with 0 where it is a
 * deletion. Numbers are of seven bits a byte, the lowest first. All files that stand are read, also one that is just being replaced.
 */
export function countMarks(folder: string): number {
  const tables = readdirSync(folder).filter((name) => name.endsWith('.ldb'));
  return tables.reduce((sum, name) => sum + marksIn(readFileSync(join(folder, name))), 0);
}

const FOOTER = 48;
const UNDO = Buffer.from([0, 0, 0, 0, 0x32]);

function marksIn(file: Buffer): number {
  const footer = createReader(file, file.length - FOOTER);
  footer.number();
  footer.number();
  let marks = 0;
  for (const { key: last, value } of entriesOf(blockAt(file, footer.number(), footer.number()))) {
    const place = createReader(value);
    for (const { key } of entriesOf(blockAt(file, place.number(), place.number()))) {
      if (key.subarray(0, UNDO.length).equals(UNDO) && key[key.length - 8] === 0) marks++;
    }
    if (last.subarray(0, UNDO.length).compare(UNDO) > 0) break;
  }
  return marks;
}

function blockAt(file: Buffer, start: number, length: number): Buffer {
  const block = file.subarray(start, start + length);
  return file[start + length] === 1 ? unpack(block) : block;
}

function* entriesOf(block: Buffer): Iterable<{ key: Buffer; value: Buffer }> {
  const end = block.length - 4 - 4 * block.readUInt32LE(block.length - 4);
  const reader = createReader(block);
  let key = Buffer.alloc(0);
  while (reader.at < end) {
    const [shared, more, length] = [reader.number(), reader.number(), reader.number()];
    key = Buffer.concat([key.subarray(0, shared), reader.bytes(more)]);
    yield { key, value: reader.bytes(length) };
  }
}

/** Snappy: how many bytes it is, then pieces, each as it is or from so far back. */
function unpack(packed: Buffer): Buffer {
  const reader = createReader(packed);
  const out = Buffer.alloc(reader.number());
  let at = 0;
  while (reader.at < packed.length) {
    const tag = reader.little(1);
    const kind = tag & 3;
    if (kind === 0) {
      const short = tag >> 2;
      at += reader.bytes(1 + (short < 60 ? short : reader.little(short - 59))).copy(out, at);
    } else {
      const length = kind === 1 ? ((tag >> 2) & 7) + 4 : (tag >> 2) + 1;
      const back = kind === 1 ? (tag >> 5) * 256 + reader.little(1) : reader.little(kind === 2 ? 2 : 4);
      // Byte by byte: it may go on into what it has just written.
      for (let i = 0; i < length; i++, at++) out[at] = out[at - back] as number;
    }
  }
  return out;
}

function createReader(from: Buffer, start = 0) {
  const reader = {
    at: start,
    bytes(length: number): Buffer {
      reader.at += length;
      return from.subarray(reader.at - length, reader.at);
    },
    little(bytes: number): number {
      reader.at += bytes;
      return from.readUIntLE(reader.at - bytes, bytes);
    },
    number(): number {
      let [sum, worth, byte] = [0, 1, 128];
      while (byte >= 128) {
        byte = reader.little(1);
        sum += (byte % 128) * worth;
        worth *= 128;
      }
      return sum;
    },
  };
  return reader;
}
