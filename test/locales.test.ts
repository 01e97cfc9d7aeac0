import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { readSources } from './law/source.ts';

interface Message {
  message: string;
  placeholders?: Record<string, { content: string }>;
}

const FOLDER = 'public/_locales';
const read = (language: string): Record<string, Message> =>
  JSON.parse(readFileSync(`${FOLDER}/${language}/messages.json`, 'utf8'));
const english = read('en');
const others = readdirSync(FOLDER).filter((language) => language !== 'en');

/** Text of everything that may name a message: sources, pages and manifests. */
const texts = [...readSources('src').map(({ path }) => path), ...htmlFiles(), ...manifests()].map(
  (path): [string, string] => [path, readFileSync(path, 'utf8')],
);

/** Keys that code puts together: failures and reasons by their code, and what a file lists as such by hand. */
const MADE = [/^failure_/, /^anchor_/];

describe('English', () => {
  test('has every message that is named in a manifest or a page', () => {
    const named = texts.flatMap(([path, text]) =>
      [...text.matchAll(/__MSG_(\w+)__/g)].map(([, key]) => ({ path, key: key ?? '' })),
    );
    expect(named.length).toBeGreaterThan(4);
    expect(named.filter(({ key }) => !(key in english)).map(({ path, key }) => `${path} names ${key}`)).toEqual([]);
  });

  test('has every message that code asks for', () => {
    const speaking = texts.filter(([, text]) => /from '[^']*\/text\.ts'/.test(text));
    const asked = speaking.flatMap(([path, text]) =>
      [...text.matchAll(/\b(?:getText|text)\(\s*'(\w+)'/g)].map(([, key]) => ({ path, key: key ?? '' })),
    );
    expect(asked.length).toBeGreaterThan(10);
    expect(asked.filter(({ key }) => !(key in english)).map(({ path, key }) => `${path} asks for ${key}`)).toEqual([]);
  });

  test('has a sentence for every failure that code gives', () => {
    const codes = texts.flatMap(([path, text]) =>
      path.startsWith('src/server') || path.startsWith('src/dev')
        ? []
        : [...text.matchAll(/\bfail\(\s*'([\w-]+)'/g)].map(([, code]) => ({ path, code: code ?? '' })),
    );
    expect(codes.length).toBeGreaterThan(10);
    const missing = codes.filter(
      ({ code }) => !INNER.has(code) && !(`failure_${code.replaceAll('-', '_')}` in english),
    );
    expect(missing.map(({ path, code }) => `${path} fails with ${code}, which has no sentence`)).toEqual([]);
  });

  test('has a sentence for every reason why a passage does not stand where it stood', () => {
    const union = /type AnchorReason =([^;]+);/.exec(readFileSync('src/domain/target.ts', 'utf8'))?.[1] ?? '';
    const reasons = [...union.matchAll(/'([\w-]+)'/g)].map(([, reason]) => `anchor_${reason?.replaceAll('-', '_')}`);
    expect(reasons.length).toBeGreaterThan(3);
    expect(reasons.filter((key) => !(key in english))).toEqual([]);
  });

  test('has no message that nothing names', () => {
    const all = texts.map(([, text]) => text).join('\n');
    const words = new Set(all.replaceAll('__MSG_', '').replaceAll('__"', '"').match(/\w+/g));
    const unused = Object.keys(english).filter((key) => !MADE.some((made) => made.test(key)) && !words.has(key));
    expect(unused).toEqual([]);
  });

  test('says nothing twice over: no empty text, no text with a hole that nobody fills', () => {
    for (const [key, { message, placeholders = {} }] of Object.entries(english)) {
      expect(message.trim(), key).not.toBe('');
      expect(holes(message), key).toEqual(Object.keys(placeholders).sort());
    }
  });
});

describe.each(others)('%s', (language) => {
  const messages = read(language);

  test('has the same messages', () => {
    expect(Object.keys(messages)).toEqual(Object.keys(english));
  });

  test('fills the same holes with the same things', () => {
    for (const [key, { message, placeholders }] of Object.entries(messages)) {
      expect(holes(message), key).toEqual(holes(english[key]?.message ?? ''));
      expect(placeholders, key).toEqual(english[key]?.placeholders);
    }
  });

  test('is another language', () => {
    const same = Object.entries(messages).filter(([key, { message }]) => message === english[key]?.message);
    expect(same.length).toBeLessThan(Object.keys(english).length / 8);
  });
});

test('what stores and lists cut off is short enough', () => {
  for (const language of ['en', ...others]) {
    expect(read(language).extensionName?.message.length).toBeLessThanOrEqual(75);
    expect(read(language).extensionDescription?.message.length).toBeLessThanOrEqual(132);
  }
});

/** Failures that never reach a person: a caller answers them. */
const INNER = new Set(['changed-meanwhile']);

function holes(message: string): string[] {
  return [...new Set([...message.matchAll(/\$(\w+)\$/g)].map(([, name]) => name ?? ''))].sort();
}

function htmlFiles(): string[] {
  const names = readdirSync('src', { recursive: true, encoding: 'utf8' });
  return names.filter((name) => name.endsWith('.html')).map((name) => `src/${name}`);
}

function manifests(): string[] {
  return ['manifest.json', 'public/manifest.chrome.json', 'public/manifest.firefox.json'];
}
