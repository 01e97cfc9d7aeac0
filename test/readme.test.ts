import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { readManifest } from '../src/dev/build/manifest.mjs';
import { rooms } from './law/rooms.ts';
import { readSources } from './law/source.ts';

const read = (path: string): string => (existsSync(path) ? readFileSync(path, 'utf8') : '');
const readme = read('README.md');
const chrome = await readManifest('chrome');

describe('README.md', () => {
  const asked = ['permissions', 'optional_permissions'].flatMap((key) => chrome[key] as string[]);

  test.each(asked)('says what %s is for', (permission) => {
    expect(readme).toContain(`\`${permission}\``);
  });

  test('says what access to sites is for, and the two commands', () => {
    expect(readme).toMatch(/host access|access to (all )?sites|access to the sites/i);
    expect(readme).toContain('npm start');
    expect(readme).toContain('npm test');
  });

  test('names only commands that there are', () => {
    const { scripts } = JSON.parse(read('package.json'));
    const named = [...readme.matchAll(/npm run ([\w-]+)/g)].map(([, name]) => name ?? '');
    expect(named.filter((name) => !Object.hasOwn(scripts, name))).toEqual([]);
  });
});

test('PRIVACY.md says what becomes of the language of the browser, which is read for nothing else', () => {
  const reading = readSources('src').filter(({ code }) => /\buiLanguage\(\)/.test(code));
  expect(reading.length).toBeGreaterThan(0);
  expect(reading.filter(({ code }) => !/await writtenIn\(\[[^\]]*\], uiLanguage\(\)\)/.test(code))).toEqual([]);
  expect(read('PRIVACY.md').replace(/\s+/g, ' ')).toContain('the one that your browser shows itself in');
});

test('ARCHITECTURE.md has every room on its map', () => {
  const map = read('ARCHITECTURE.md');
  const names = Object.keys(rooms).map((room) => room.replace('pages/', ''));
  expect(names.filter((name) => !map.includes(name))).toEqual([]);
});

test.each(['README.md', 'ARCHITECTURE.md', 'CONTRIBUTING.md', 'PRIVACY.md'])('links in %s lead somewhere', (path) => {
  const links = [...read(path).matchAll(/\]\((?!https?:|mailto:|#)([^)#\s]+)/g)].map(([, to]) => to ?? '');
  expect(links.filter((to) => !existsSync(to))).toEqual([]);
});
