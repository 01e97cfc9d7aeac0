import { describe, expect, it } from 'vitest';
import { writeBook } from '../../src/dev/book.mjs';
import { writeCall } from '../../src/dev/browsers/source.ts';
import { until } from '../../src/dev/browsers/until.ts';
import { servePages } from '../../src/dev/page-server.mjs';
import { readArguments } from '../../src/dev/start/arguments.mjs';
import { words } from '../../src/dev/walk/words.ts';

describe('what stands behind npm start', () => {
  it('nothing is a start on the usual port, in whatever browser there is', () => {
    expect(readArguments([])).toEqual({ check: false, browser: null, port: 8787 });
  });

  it('a browser, a port and the check are understood', () => {
    const read = readArguments(['--check', '--browser', 'firefox', '--port', '9000']);
    expect(read).toEqual({ check: true, browser: 'firefox', port: 9000 });
  });

  it.each([[['--browser', 'opera']], [['--port', 'x']], [['--port', '70000']], [['--fast']], [['--browser']]])(
    '%j gets a sentence',
    (said) => expect(readArguments(said)).toMatch(/^.{20,}\.$/),
  );
});

describe('what the drivers stand on', () => {
  it('a call as text gives what the call gives', () => {
    const twice = (value: { n: number }, by: (n: number) => number) => by(value.n);
    const text = writeCall(twice, [{ n: 4 }, (n: number) => n * 2]);
    expect(new Function(`return ${text}`)()).toBe(8);
  });

  it('waiting ends when there is something, and says what it waited for when there never is', async () => {
    let looks = 0;
    expect(await until('the third look', () => ++looks === 3 && 'seen')).toBe('seen');
    const never = until('rain', () => Promise.reject(new Error('dry')), 60);
    await expect(never).rejects.toThrow(/rain.*dry/);
  });

  it('sentences are those of the interface, with their parts', () => {
    expect(words('joinServer', 'team.example')).toContain('team.example');
  });
});

describe('pages to walk on', () => {
  it('are served with their headers, a frame of another site, and nothing from outside their folder', async () => {
    const pages = await servePages(['test/fixtures/pages']);
    const get = (path: string) => fetch(`${pages.url}${path}`);
    expect((await get('/strict.html')).headers.get('content-security-policy')).toContain("default-src 'none'");
    expect(await (await get('/frames.html')).text()).toContain(`${pages.other}/notice.html`);
    expect((await get('/moves/two')).status).toBe(200);
    expect((await get('/..%2f..%2f..%2fpackage.json')).status).toBe(404);
    expect(pages.asked).toContain('/strict.html');
    await pages.close();
  });

  it('a book is as long as a book, and the same every time', () => {
    expect(writeBook().length).toBeGreaterThan(900_000);
    expect(writeBook()).toBe(writeBook());
  });
});
