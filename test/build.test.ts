import { createHash } from 'node:crypto';
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { build } from '../build.mjs';
import { budgets, overweight } from '../src/dev/build/budgets.mjs';
import { lint } from '../src/dev/package/lint.mjs';

const BUILD_MS = 120_000;
const folders = [1, 2].map(() => mkdtempSync(join(tmpdir(), 'sidelight-build-')));
const [one = '', other = ''] = folders;

beforeAll(async () => {
  for (const out of folders) await build({ out });
}, BUILD_MS);
afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true });
});

describe('the build', () => {
  test('gives the same bytes for the same sources', () => {
    expect(hashes(other)).toEqual(hashes(one));
    expect(Object.keys(hashes(one)).length).toBeGreaterThan(30);
  });

  test('leaves no trace of where and when it was made', () => {
    for (const [path, text] of scripts(one)) {
      expect(text.includes(process.cwd()), `${path} names the folder it was built in`).toBe(false);
      expect(text.includes('sourceMappingURL'), `${path} carries a source map`).toBe(false);
    }
  });

  test('gives both browsers the same code', () => {
    const codeOf = (browser: string) => {
      const { 'manifest.json': _, ...rest } = hashes(join(one, browser));
      return rest;
    };
    expect(codeOf('firefox')).toEqual(codeOf('chrome'));
  });

  test('holds the icons in every size that the manifest names', () => {
    for (const size of [16, 32, 48, 128]) {
      const png = readFileSync(join(one, `chrome/icons/icon-${size}.png`));
      expect(png.subarray(1, 4).toString()).toBe('PNG');
      expect([png.readUInt32BE(16), png.readUInt32BE(20)]).toEqual([size, size]);
    }
  });

  test('puts what a search for several words needs into the popup’s own script, where it waits for no other file', async () => {
    const popup = readFileSync(join(one, 'chrome/popup.js'), 'utf8');
    for (const part of [
      await import('../src/search/find/several-words.ts'),
      await import('../src/search/find/echo.ts'),
    ]) {
      const names = Object.keys(part).sort();
      expect(names.length).toBeGreaterThan(0);
      // What is imported later stands in the same script as an object of what it gives.
      expect(popup).toMatch(new RegExp(`\\{${names.map((name) => `${name}:\\(\\)=>[\\w$]+`).join()}\\}`));
    }
  });

  test('gives the benchmarks their ports', () => {
    expect(readdirSync(join(one, 'ports')).sort()).toEqual(['anchor.js', 'context.mjs', 'safety.mjs', 'search.mjs']);
  });
});

describe('the ports answer as their runners ask', () => {
  const load = (port: string) => import(pathToFileURL(join(one, 'ports', port)).href);

  test('search gives ids, best first', async () => {
    const search = await (await load('search.mjs')).create();
    await search.addAll([
      { id: 'a', title: 'Boiling', text: 'Water boils at a lower temperature up high' },
      { id: 'b', title: 'Brewing', text: 'Tea tastes flat where water boils early' },
    ]);
    expect((await search.search('tea flat', { limit: 5 }))[0]).toBe('b');
  });

  test('context gives ids for a page', async () => {
    const context = await (await load('context.mjs')).create();
    await context.addAll([
      { id: 'a', title: 'Boiling', text: 'Water boils at a lower temperature up high' },
      { id: 'b', title: 'Queues', text: 'Freeze the queue before a rollback' },
    ]);
    const q = {
      url: 'https://a.example/x',
      title: 'Rolling back',
      headings: ['The queue'],
      body: 'Freeze the queue first',
    };
    expect((await context.search(`${q.title} ${q.body}`, { limit: 5, q }))[0]).toBe('b');
  });

  test('safety finds a secret and cleans an address', async () => {
    const { scan, cleanUrl } = await load('safety.mjs');
    const text = 'Write to ada.lovelace@analytical.engineering about it';
    const [found] = scan(text);
    expect(text.slice(found.start, found.end)).toBe('ada.lovelace@analytical.engineering');
    expect(cleanUrl('https://a.example/x?utm_source=mail')).toMatchObject({
      url: 'https://a.example/x',
      action: 'strip',
    });
  });

  test('anchoring is one classic script with one name', () => {
    const code = readFileSync(join(one, 'ports/anchor.js'), 'utf8');
    expect(/\bcandidate\b/.test(code)).toBe(true);
    expect(/^export |\bimport\(/m.test(code)).toBe(false);
  });
});

test('Mozilla’s linter finds no fault', { timeout: BUILD_MS }, () => {
  expect(lint(join(one, 'firefox'))).toEqual([]);
});

/** What may not stand in anything that runs in the extension: why, how it looks, and a breach of it. */
const forbidden: [string, RegExp, string][] = [
  [
    'writes HTML from text',
    /\.(innerHTML|outerHTML)\s*=[^=]|insertAdjacentHTML|document\.write\b|\.setHTMLUnsafe/,
    'e.innerHTML=t',
  ],
  ['runs text as code', /(?<![\w$.])eval\(|new Function\(|Function\(["'`]/, 'x=eval(t)'],
  [
    'loads code from elsewhere',
    /import\(\s*["'`]https?:|importScripts\(|<script[^>]+src=["']https?:/,
    'import("https://a")',
  ],
  ['calls home', /sendBeacon|google-analytics|sentry\.io/, 'navigator.sendBeacon(u)'],
];

describe('what runs in the extension', () => {
  test.each(forbidden)('nothing %s', (_why, pattern) => {
    const found = scripts(join(one, 'chrome')).flatMap(([path, text]) => {
      const at = text.search(pattern);
      return at < 0 ? [] : [`${path}: ${text.slice(Math.max(0, at - 40), at + 60)}`];
    });
    expect(found).toEqual([]);
  });

  test.each(forbidden)('it would be seen that something %s', (_why, pattern, breach) => {
    expect(pattern.test(breach)).toBe(true);
  });

  test('pages hold no script or style of their own, and name only files of the extension', () => {
    for (const [path, html] of scripts(join(one, 'chrome')).filter(([file]) => file.endsWith('.html'))) {
      expect(html, path).not.toMatch(/<script(?![^>]*\ssrc=)|<style|\sstyle=|\son\w+=/);
      expect(html, path).not.toMatch(/(?:src|href)="(?:https?:)?\/\//);
    }
  });
});

describe('budgets', () => {
  const bundle = { to: 'capture/main.js', place: 'extension', bytes: 1, packages: {} };

  test('a bundle that outgrows its line fails the build with a sentence', () => {
    expect(overweight([bundle])).toEqual([]);
    expect(overweight([{ ...bundle, bytes: 6_001 }])).toEqual([
      'capture/main.js weighs 6001 bytes; its budget is 6000.',
    ]);
    expect(overweight([{ ...bundle, to: 'new.js' }])).toEqual([
      'new.js has no line in src/dev/build/budgets.mjs: give it one.',
    ]);
  });

  test('what is in every page may weigh 12 kB together', () => {
    expect(budgets.bundles['capture/gate.js'] + budgets.bundles['capture/main.js']).toBeLessThanOrEqual(12_000);
  });

  test('a package that grows inside a generous line fails as well', () => {
    expect(overweight([{ ...bundle, packages: { zod: 454_000 } }])).toEqual([
      `capture/main.js carries 454000 bytes of zod; at most ${budgets.packages.zod} are meant to.`,
    ]);
  });

  test('what a page loads later has a line of its own', () => {
    const page = { ...bundle, to: 'popup.js', later: { bytes: 1_000_000, packages: {} } };
    expect(overweight([page])).toEqual([
      `popup.js later weighs 1000000 bytes; its budget is ${budgets.bundles['popup.js later']}.`,
    ]);
  });

  test('the popup draws its first rows without Dexie, without the stemmers', () => {
    const html = readFileSync(join(one, 'chrome/popup.html'), 'utf8');
    const first = [...html.matchAll(/(?:src|href)="([^"]+\.js)"/g)].map(([, name]) => name ?? '');
    const code = first.map((name) => readFileSync(join(one, 'chrome', name), 'utf8')).join('\n');
    expect(first).toContain('popup.js');
    expect(code).not.toMatch(/liveQuery|DatabaseClosedError/);
    expect(code).not.toMatch(/(?:enh|heit|keit)\b.{0,40}(?:enh|heit|keit)\b/);
  });

  test('no line is kept for what is not built', () => {
    const built = [join(one, 'chrome'), join(one, 'ports')].flatMap((folder) => Object.keys(hashes(folder)));
    const lines = Object.keys(budgets.bundles).map((name) => name.replace(/ later$/, ''));
    expect(lines.filter((name) => !built.includes(name))).toEqual([]);
  });
});

function files(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => statSync(join(folder, name)).isFile())
    .map((name) => name.replaceAll('\\', '/'))
    .sort();
}

function hashes(folder: string): Record<string, string> {
  const hash = (name: string) =>
    createHash('sha256')
      .update(readFileSync(join(folder, name)))
      .digest('hex');
  return Object.fromEntries(files(folder).map((name) => [name, hash(name)]));
}

function scripts(folder: string): [path: string, text: string][] {
  return files(folder)
    .filter((name) => /\.(m?js|html|css)$/.test(name))
    .map((name) => [name, readFileSync(join(folder, name), 'utf8')]);
}
