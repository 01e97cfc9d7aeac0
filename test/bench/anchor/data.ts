import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Stretch of a page's ink: UTF-16 units of its text without white space and zero-width characters. */
export type Stretch = [start: number, end: number];

/** A passage on one revision of a page, and where it stands on the next: null where it is gone. */
export interface Case {
  pair: string;
  truth: 'present' | 'edited' | 'moved' | 'deleted' | 'decoy';
  a: Stretch;
  b: Stretch | null;
}

/** Two revisions of one page. */
export interface Pair {
  pair: string;
  a: string;
  b: string;
  repo: string;
  inkB: number;
}

export const readPairs = (folder: string): Pair[] => readLines(join(folder, 'pairs.jsonl'));

export const readCases = (folder: string): Case[] => readLines(join(folder, 'cases.jsonl'));

const readLines = <T>(file: string): T[] =>
  readFileSync(file, 'utf8')
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line));
