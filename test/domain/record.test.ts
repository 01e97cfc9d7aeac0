import { describe, expect, test } from 'vitest';
import * as z from 'zod/mini';
import { defineKind } from '../../src/domain/kinds/kind.ts';
import { readAs, readBody, readRecord, recordSchema, type StoredRecord } from '../../src/domain/record.ts';
import { aboutOf, wordsOf } from '../../src/domain/said.ts';
import { fail } from '../../src/kit/result.ts';
import { value } from '../store/device.ts';

const record: StoredRecord = {
  id: 'a',
  kind: 'lesson',
  author: 'me',
  schema: 1,
  version: { n: 1, time: 1, device: 'd', hash: 'h' },
  body: { created: 1, title: 'Boiling', note: 'lower up high', tags: ['tea'] },
};

const codeOf = (change: Partial<StoredRecord>): string => {
  const read = readRecord({ ...record, ...change });
  return read.ok ? 'it can be read' : read.failure.code;
};

describe('reading a record', () => {
  test('gives its body in the present shape, with what a newer version added', () => {
    const read = value(readRecord({ ...record, body: { ...record.body, mood: 'calm' } }));
    expect(read.body).toMatchObject({ title: 'Boiling', mood: 'calm' });
  });

  test('says why it cannot be shown', () => {
    expect(codeOf({ body: null })).toBe('gone');
    expect(codeOf({ body: null, deleted: true })).toBe('gone');
    expect(codeOf({ kind: 'poem' })).toBe('unknown-kind');
    expect(codeOf({ kind: 'toString' })).toBe('unknown-kind');
    expect(codeOf({ kind: '__proto__' })).toBe('unknown-kind');
    expect(codeOf({ schema: 2 })).toBe('too-new');
    expect(codeOf({ schema: 0 })).toBe('no-upgrade');
    expect(codeOf({ body: { created: 'yesterday' } })).toBe('not-valid');
    expect(codeOf({ body: {} })).toBe('not-valid');
  });

  test('of a target keeps selectors and fields that nobody here knows', () => {
    const target = { url: 'u', href: 'h', selectors: [{ type: 'SvgSelector', value: '<svg/>' }], extra: 1 };
    const body = value(readBody('lesson', 1, { created: 1, target }));
    expect(body.target).toEqual(target);
  });

  test('gives search its words, and who it is about', () => {
    expect(wordsOf(value(readRecord(record)))).toMatchObject({
      title: 'Boiling',
      note: 'lower up high',
      tags: ['tea'],
    });
    expect(aboutOf(value(readRecord(record)))).toBe('');
    const answer = { ...record, kind: 'answer', body: { created: 1, question: 'q', text: 'Because' } };
    expect(wordsOf(value(readRecord(answer)))).toEqual({ text: 'Because', lang: undefined });
    expect(aboutOf(value(readRecord(answer)))).toBe('q');
    const signal = { ...record, kind: 'signal', body: { created: 1, about: 'a', sign: 'helped' } };
    expect(aboutOf(value(readRecord(signal)))).toBe('a');
  });
});

describe('a kind with a history', () => {
  const recipe = defineKind({
    name: 'recipe',
    version: 3,
    shape: () => z.looseObject({ minutes: z.number(), steps: z.array(z.string()) }),
    upgrades: {
      1: ({ time, ...body }) => ({ ...body, minutes: Number(time) / 60 }),
      2: ({ text, ...body }) => ({ ...body, steps: String(text).split('\n') }),
    },
    words: () => ({}),
  });

  test('is upgraded step by step from whichever version it was written in', () => {
    const now = { minutes: 5, steps: ['boil', 'wait'], mood: 'calm' };
    expect(value(readAs(recipe, 1, { time: 300, text: 'boil\nwait', mood: 'calm' }))).toEqual(now);
    expect(value(readAs(recipe, 2, { minutes: 5, text: 'boil\nwait', mood: 'calm' }))).toEqual(now);
    expect(value(readAs(recipe, 3, now))).toEqual(now);
  });

  test('is refused from the future, and where a step is missing, with the step named', () => {
    expect(readAs(recipe, 4, {})).toEqual(fail('too-new'));
    expect(readAs({ ...recipe, upgrades: { 1: (body) => body } }, 1, {})).toEqual(fail('no-upgrade', 'recipe 2'));
    expect(readAs(recipe, 2, { text: 'boil' })).toEqual(fail('not-valid', 'recipe'));
  });
});

describe('the border for records from elsewhere', () => {
  test('takes a record and drops what is none of its fields', () => {
    expect(recordSchema.parse({ ...record, removeAt: 1, mine: 1 })).toEqual(record);
    expect(recordSchema.parse({ ...record, kind: 'poem', body: { any: [{ thing: null }] } }).kind).toBe('poem');
  });

  test.each([
    ['no id', { id: '' }],
    ['a long id', { id: 'x'.repeat(65) }],
    ['no author', { author: '' }],
    ['a shape of version 0', { schema: 0 }],
    ['a version that counts from 0', { version: { ...record.version, n: 0 } }],
    ['a version that is half', { version: { ...record.version, n: 1.5 } }],
    ['a version without end', { version: { ...record.version, n: Number.MAX_SAFE_INTEGER + 2 } }],
    ['a time that is none', { version: { ...record.version, time: Number.NaN } }],
    ['a long device', { version: { ...record.version, device: 'x'.repeat(65) } }],
    ['deleted said otherwise', { deleted: false }],
    ['a body that is a list', { body: [] }],
    ['a body that is text', { body: 'x' }],
    ['a body with what JSON has not', { body: { at: new Date(0) } }],
    ['a body that is missing', { body: undefined }],
  ])('refuses %s', (_name, change) => {
    expect(recordSchema.safeParse({ ...record, ...change }).success).toBe(false);
  });
});
