import { leadsTo, plainAddress } from './plain-address.ts';
import type { Said, Standing } from './written.ts';

/** What search must find, the long way. `isWhole`: has everything that was asked for. */
export type Found = { record: Standing; isWhole: boolean };
/** One thing that is asked; `isBare` for a word that stands in no quotes, `isLetter` for one of which the first letter stands there. No word begins with a digit. */
type Piece = {
  sort: string;
  isOut: boolean;
  isBare: boolean;
  isLetter: boolean;
  joins: boolean;
  test: Test;
  word: string;
  /** The words it has in quotes, each as a piece of its own. */
  inside: Piece[];
};

const PIECE = /(-?)(?:([a-z]+):)?(?:"([^"]*)("?)|([^\s"]+))/g;
const plain = (text: string): string => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
const words = (text = ''): string[] => plain(text).match(/[a-z0-9]+/g) ?? [];
const begins = (all: string, some: string, isOpen: boolean) => all === some || (isOpen && all.startsWith(some));
const hostOf = ({ target, link = '' }: Said): string =>
  target || link ? new URL(target?.href ?? link).hostname.replace(/^www\./, '') : '';
const sitesOf = (body: Said): string[] =>
  Array.from(hostOf(body).matchAll(/(?<=^|\.)(?=(.+\..+))/g), ([, one = '']) => one);
const tagsOf = ({ tags = [] }: Said): string[] => tags.map(plain);
const known = new WeakMap<Said, string[][]>();
function fieldsOf(body: Said): string[][] {
  const { title, quote, note, text, tags } = body;
  const fields = known.get(body) ?? [title, quote, note, text, tags?.join(' '), hostOf(body)].map(words);
  known.set(body, fields);
  return fields;
}

/**
 * What has all that was asked for, and where that is less than `limit`, what has some. Shares nothing with the product, not a line: its own reading of a
 * query, of what a record says and of what a word is, for words that no language bends and nobody mistypes (plain-texts.ts).
 */
export function plainScan(records: Standing[], typed: string, limit: number, isText = false): Found[] {
  return plainAddress(records, typed, limit, scanWords) ?? scanWords(records, typed, limit, () => true, isText);
}

type Test = (record: Standing) => boolean;
/** The same for words, among some of the records. */
export type ScanWords = (records: Standing[], typed: string, limit: number, isAmong: Test) => Found[];
function scanWords(records: Standing[], typed: string, limit: number, isAmong: Test, isText = false): Found[] {
  const strict = scanOnce(records, typed, limit, isAmong, isText);
  // Where nothing has all of it, words in quotes may stand anywhere.
  const found = strict?.some(({ isWhole }) => isWhole)
    ? strict
    : scanOnce(records, typed, limit, isAmong, isText, true);
  const all = found ?? strict ?? [];
  // Where leaving out a word leaves nothing, what it hides fits in part.
  if (all.length > 0 || isText) return found === strict ? all : all.map((one) => ({ ...one, isWhole: false }));
  return scanWords(records, typed, limit, isAmong, true).map((one) => ({ ...one, isWhole: false }));
}

/** Null where words in quotes are to stand anywhere, and there are none. */
function scanOnce(
  records: Standing[],
  typed: string,
  limit: number,
  isAmong: Test,
  isText: boolean,
  isLoose = false,
): Found[] | null {
  const pieces = readPieces(records, typed);
  // Where nothing else is asked for, a word with a minus is asked for itself.
  const asksNothing = pieces.every(({ isOut, sort }) => isOut && sort === 'words');
  const groups: Piece[][] = [];
  for (const piece of pieces) {
    if (piece.isBare && (isText || asksNothing)) piece.isOut = false;
    const before = piece.joins && !piece.isOut ? groups.at(-1) : undefined;
    if (before?.every(({ sort, isOut }) => sort === piece.sort && !isOut)) before.push(piece);
    else groups.push([piece]);
  }
  const isRow = ([one, ...more]: Piece[]) => more.length === 0 && !one?.isOut && (one?.inside.length ?? 0) > 0;
  if (isLoose && !groups.some(isRow)) return null;
  const loose = groups.flatMap((group) => (isRow(group) ? (group[0]?.inside.map((one) => [one]) ?? []) : [group]));
  const read = isLoose ? loose : groups;
  const others = read.filter(([one, ...more]) => more.length > 0 || !one?.isLetter);
  const kept = others.length > 0 ? others : read;
  const asked = kept.filter(([one]) => one?.sort === 'words' && !one.isOut);
  const needed = kept.filter((group) => !asked.includes(group) || group.some(({ isBare }) => !isBare));
  const meets = (record: Standing) => (group: Piece[]) => group.some(({ test }) => test(record)) !== group[0]?.isOut;
  // A choice with words in a row knows no others.
  const bare = asked.filter((group) => group.every(({ isBare }) => isBare)).flat();
  for (const [piece, test] of orApart(records, bare)) piece.test = test;
  const found = records.filter(isAmong).flatMap((record): Found[] => {
    const met = asked.filter(meets(record)).length;
    const isOut = (asked.length > 0 && met === 0) || !needed.every(meets(record)) || !fieldsOf(record.body).flat()[0];
    return isOut ? [] : [{ record, isWhole: met === asked.length }];
  });
  const whole = found.filter(({ isWhole }) => isWhole);
  return whole.length >= limit ? whole : found;
}

const readPieces = (records: Standing[], typed: string): Piece[] =>
  [...typed.matchAll(PIECE)].flatMap((match, i, all) => {
    const [piece, minus, name = 'words', quoted, closing, bare = ''] = match;
    const isLast = match.index + piece.length === typed.length;
    const value = plain(quoted ?? bare);
    const isOpen = isLast && closing !== '"' && (name !== 'words' || /\w$/.test(value));
    const isBare = name === 'words' && quoted === undefined;
    const row = words(value);
    const isLetter = isBare && isOpen && /^[a-z]$/.test(value);
    // What a sign joins is asked for word by word; what is left out, as a whole.
    const rows = isBare && minus === '' ? row.map((one) => [one]) : [row];
    const rowTests = rows.map((some, at) => rowTest(some, isOpen && at === rows.length - 1, at > 0));
    const tests = name === 'words' ? rowTests : [filterTest(records, name, value)];
    const inside = rowTests.length === 1 && name === 'words' && quoted !== undefined ? row : [];
    const pieces = inside.map((word, at): Piece => {
      const mayGoOn = isOpen && at === row.length - 1;
      const plainly = { sort: 'words', isOut: false, isBare: true, joins: false, inside: [] };
      return { ...plainly, isLetter: mayGoOn && /^[a-z]$/.test(word), test: rowTest([word], mayGoOn), word };
    });
    // Behind nothing it is a word.
    const isJoint = (at: number) => at > 0 && all[at]?.[0].toLowerCase() === 'or';
    const [sort, joins] = [name.replace('before', 'after'), isJoint(i - 1)];
    return isJoint(i)
      ? []
      : tests.map((test, at) => ({
          sort,
          isOut: minus === '-',
          isBare,
          isLetter,
          joins,
          test,
          word: row[at] ?? '',
          inside: pieces,
        }));
  });

/** A word that hardly anybody wrote is also met where two side by side have its letters: the two that the fewest wrote. */
function orApart(records: Standing[], pieces: Piece[]): [Piece, Test][] {
  const having = new Map(pieces.map((one) => [one, records.filter(one.test).length]));
  const rare = pieces.filter((one) => one.word.length >= 4 && (having.get(one) ?? 0) <= 3);
  const words = rare.sort((a, b) => (having.get(a) ?? 0) - (having.get(b) ?? 0)).map(({ word }) => word);
  const two = [...new Set(words)].slice(0, 2);
  return rare.flatMap((piece): [Piece, Test][] => {
    const { test, word } = piece;
    const isApart = (field: string[]) => field.some((one, at) => one + field[at + 1] === word);
    return two.includes(word) ? [[piece, (record) => test(record) || fieldsOf(record.body).some(isApart)]] : [];
  });
}

/** Words side by side in a field; the last may be the beginning of one: a letter alone is none, unless it goes on with what stands before it. */
function rowTest(row: string[], isOpen: boolean, isJoined = false): Test {
  const stands = (field: string[], at: number) => (word: string, i: number) =>
    begins(field[at + i] ?? '', word, isOpen && i === row.length - 1 && (i > 0 || isJoined || !/^[a-z]$/.test(word)));
  return ({ body }) => fieldsOf(body).some((field) => field.some((_, at) => row.every(stands(field, at))));
}

function filterTest(records: Standing[], name: string, value: string): Test {
  if (name === 'site' && value.includes('/')) return leadsTo(records, value, true);
  const values = { tag: tagsOf, site: sitesOf }[name];
  // What there is none of is the beginning of one.
  const isOpen = !records.some(({ body }) => values?.(body).includes(value));
  if (values) return ({ body }) => values(body).some((one) => begins(one, value, isOpen));
  if (name === 'has') return ({ body }) => Boolean(value === 'tag' ? body.tags?.[0] : body[value as keyof Said]);
  if (name === 'by' && value !== 'me') return ({ author }) => ` ${words(author).join(' ')}`.includes(` ${value}`);
  const [year = 0, month = 1, day = 1] = value.split('-').map(Number);
  const midnight = new Date(year, month - 1, day).getTime();
  if (name === 'before' || name === 'after') return ({ body }) => body.created < midnight === (name === 'before');
  const answered = new Set(records.map(({ body }) => body.question));
  return ({ id, kind, isMine, team }) => {
    if (value === 'me' || value === 'mine') return isMine;
    if (value === 'team') return team !== '';
    return value === 'unanswered' ? kind === 'question' && !answered.has(id) : kind === value;
  };
}
