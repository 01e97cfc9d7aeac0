import { existsSync, readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import type { JsonObject } from '../../../src/domain/json.ts';
import type { StoredRecord } from '../../../src/domain/record.ts';
import { hashBody } from '../../../src/domain/version.ts';
import { createId } from '../../../src/kit/id.ts';

interface Line {
  title: string;
  body: string;
  tags: string[];
  url: string;
}

/** Lessons as people keep them, from a corpus of real texts (JSON lines, gzip) or, without one, from words drawn by chance. */
export async function makeRecords(count: number, corpus: string | undefined): Promise<StoredRecord[]> {
  const lines = corpus && existsSync(corpus) ? readLines(corpus) : drawLines(Math.min(count, 10_000));
  const bodies = Array.from({ length: count }, (_, i) => toBody(lines[i % lines.length], i));
  return Promise.all(bodies.map(toRecord));
}

/** One record that was written just now. */
export const makeRecord = (note: string): Promise<StoredRecord> => toRecord({ created: Date.now(), note });

async function toRecord(body: JsonObject): Promise<StoredRecord> {
  const version = { n: 1, time: Number(body.created), device: 'bench-device', hash: await hashBody(body) };
  return { id: createId(), kind: 'lesson', author: 'me', schema: 1, version, body };
}

function toBody(line: Line | undefined, i: number): JsonObject {
  const { title, body, tags, url } = line ?? { title: '', body: '', tags: [], url: 'https://docs.example.test' };
  const quote = body.slice(0, 300);
  const selectors: JsonObject[] = [
    { type: 'TextQuoteSelector', exact: quote, prefix: title.slice(-32), suffix: body.slice(300, 332) },
    { type: 'TextPositionSelector', start: 1_000 + i, end: 1_000 + i + quote.length },
  ];
  return {
    created: 1_700_000_000_000 + i,
    quote,
    note: title,
    tags,
    lang: 'en',
    target: { url, href: url, title, selectors },
  };
}

const readLines = (file: string): Line[] =>
  gunzipSync(readFileSync(file))
    .toString('utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as Line);

const WORDS =
  'the a of to plan build test deploy review team page request answer cache index queue error retry token'.split(' ');

const drawLines = (count: number): Line[] => Array.from({ length: count }, (_, i) => drawLine(i));

function drawLine(i: number): Line {
  const text = (words: number) =>
    Array.from({ length: words }, (_, w) => `${WORDS[(i * 7 + w * 13) % WORDS.length]}${(i * w) % 97}`).join(' ');
  return { title: text(6), body: text(60), tags: [`tag-${i % 40}`], url: `https://docs.example.test/${i % 900}` };
}
