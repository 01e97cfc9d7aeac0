import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isWebUrl, normaliseUrl, originOf, siteOf } from '../../src/domain/url.ts';

/** Addresses of one page, the identity first. */
const samePage: [identity: string, ...others: string[]][] = [
  ['https://a.example/guide', 'https://a.example/guide/', 'https://a.example/guide//', 'HTTPS://A.Example/guide'],
  ['https://a.example', 'https://a.example/', 'https://www.a.example/', 'http://www.a.example', 'https://a.example./'],
  ['https://a.example/x', 'http://a.example:80/x', 'https://a.example:443/x', 'http://a.example/x'],
  ['https://a.example/x', 'https://me:secret@a.example/x', 'https://a.example/x?', 'https://a.example/x#'],
  [
    'https://a.example/x',
    'https://a.example/x#usage',
    'https://a.example/x#:~:text=so%20it%20is',
    'https://a.example/x#a/b',
  ],
  [
    'https://a.example/docs',
    'https://a.example/docs/index.html',
    'https://a.example/docs/index.htm',
    'https://a.example/docs/',
  ],
  [
    'https://a.example/x',
    'https://a.example/x?utm_source=mail&utm_medium=b',
    'https://a.example/x?fbclid=1',
    'https://a.example/x?GCLID=2',
  ],
  [
    'https://a.example/x',
    'https://a.example/x?_ga=1.2&_gl=3',
    'https://a.example/x?mc_cid=1&mc_eid=2',
    'https://a.example/x?pk_campaign=q',
  ],
  [
    'https://a.example/x',
    'https://a.example/x?srsltid=1',
    'https://a.example/x?WT.mc_id=1',
    'https://a.example/x?hsa_acc=1&hsa_net=2',
  ],
  [
    'https://a.example/x',
    'https://a.example/x;jsessionid=0A1B',
    'https://a.example/x?PHPSESSID=0a',
    'https://a.example/x?jsessionid=1',
  ],
  [
    'https://a.example/x?a=1&b=2',
    'https://a.example/x?b=2&a=1',
    'https://a.example/x?b=2&utm_id=9&a=1',
    'https://a.example/x/?a=1&&b=2&',
  ],
  ['https://a.example/x?tag=b&tag=a', 'https://a.example/x?tag=b&fbclid=3&tag=a'],
  ['https://a.example/x?q=a%20b', 'https://a.example/x?q=a+b', 'https://a.example/x?q=a b'],
  ['https://a.example/x?flag', 'https://a.example/x?flag=', 'https://a.example/x?flag&utm_term='],
  ['https://a.example/caf%C3%A9', 'https://a.example/caf%c3%a9', 'https://a.example/café'],
  ['https://a.example/~me/a-b', 'https://a.example/%7Eme/a%2Db', 'https://a.example/%7eme/%61%2db'],
  ['https://a.example/a%2Fb', 'https://a.example/a%2fb'],
  ['https://a.example/b', 'https://a.example/a/../b', 'https://a.example/./b'],
  [
    'https://en.wiki.example/wiki/Light',
    'https://en.m.wiki.example/wiki/Light',
    'https://en.wiki.example/wiki/Light#History',
  ],
  ['https://news.example/1', 'https://m.news.example/1', 'https://mobile.news.example/1', 'https://www.news.example/1'],
  [
    'https://a.example/app#/inbox',
    'https://a.example/app/#/inbox/',
    'https://a.example/app#/inbox#top',
    'https://a.example/app#/inbox:~:text=x',
  ],
  ['https://a.example/g#!topic/1', 'https://a.example/g/#!topic/1'],
  ['https://a.example', 'https://a.example/#/', 'https://a.example/#!', 'https://a.example/#!/'],
  ['https://xn--bcher-kva.example/a', 'https://bücher.example/a', 'https://BÜCHER.example/a'],
  ['http://localhost:3000/docs', 'http://localhost:3000/docs/', 'http://localhost:3000/docs#x'],
  ['http://127.0.0.1:8080/a', 'http://127.0.0.1:8080/a/', 'http://127.1:8080/a'],
  ['https://[::1]/a', 'https://[::1]/a/', 'http://[0:0::1]:80/a'],
  ['file:///home/me/notes.html', 'file:///home/me/notes.html#two', 'file://localhost/home/me/notes.html'],
];

/** Addresses that look alike and show different pages. */
const otherPages: [string, string][] = [
  ['https://a.example/x?id=1', 'https://a.example/x?id=2'],
  ['https://a.example/x?tag=a&tag=b', 'https://a.example/x?tag=b&tag=a'],
  ['https://a.example/Guide', 'https://a.example/guide'],
  ['https://a.example/a%2Fb', 'https://a.example/a/b'],
  ['https://a.example/x?q=%E4', 'https://a.example/x?q=%F6'],
  ['https://a.example/x?q=a%26b', 'https://a.example/x?q=a&b'],
  ['https://a.example/x?q=1%2B1', 'https://a.example/x?q=1+1'],
  ['https://a.example/x?ref=main', 'https://a.example/x?ref=next'],
  ['https://a.example/#/inbox', 'https://a.example/#/sent'],
  ['https://a.example/#!/a', 'https://a.example/#/a'],
  ['https://a.example:8443/x', 'https://a.example/x'],
  ['http://a.example:8080/x', 'https://a.example:8080/x'],
  ['https://docs.a.example/x', 'https://a.example/x'],
  ['https://a.example/index.php', 'https://a.example/'],
  ['https://a.example/myindex.html', 'https://a.example/my'],
  ['https://m.example/x', 'https://n.example/x'],
  ['file:///a/b.html', 'file:///a/c.html'],
];

describe('the identity of a page', () => {
  test.each(samePage)('%s', (identity, ...others) => {
    expect([identity, ...others].map(normaliseUrl)).toEqual([identity, ...others].map(() => identity));
  });

  test.each(otherPages)('%s is not %s', (one, other) => {
    expect(normaliseUrl(one)).not.toBe(normaliseUrl(other));
  });

  test.each([
    '',
    'a.example',
    'about:blank',
    'chrome://settings',
    'moz-extension://x/y',
    'data:text/html,x',
    'javascript:1',
    'blob:https://a.example/1',
  ])('%j is no page of the web', (text) => {
    expect(normaliseUrl(text)).toBe('');
    expect(isWebUrl(text)).toBe(false);
  });

  test('a hostile address is read to its end, far within the time a test is given', () => {
    expect(normaliseUrl(`https://a.example${'/'.repeat(20_000)}x`).length).toBeGreaterThan(20_000);
    const query = normaliseUrl(`https://a.example/?${'%2'.repeat(20_000)}&${'a&'.repeat(20_000)}`);
    expect(query.startsWith('https://a.example')).toBe(true);
  });

  test('a host that is only called www or m stays itself', () => {
    expect(normaliseUrl('https://www.example')).toBe('https://www.example');
    expect(normaliseUrl('https://m.example')).toBe('https://m.example');
  });

  test('the identity of an identity is itself, whatever the address', () => {
    fc.assert(
      fc.property(fc.webUrl({ withFragments: true, withQueryParameters: true }), (address) => {
        const once = normaliseUrl(address);
        expect(normaliseUrl(once)).toBe(once);
      }),
    );
  });

  test('the identity of an identity is itself, for addresses made of trouble', () => {
    const trouble = fc.constantFrom(
      ...[
        'www.',
        'm.',
        'mobile.',
        'en.',
        'a',
        '.',
        '/',
        '/index.html',
        ';jsessionid=1',
        '?',
        '&',
        '=',
        '+',
        '#',
        '#/',
        '#!',
      ],
      ...['%', '%2', '%4', '41', '31', '%25', 'é', 'utm_a=', ':~:', ' '],
    );
    fc.assert(
      fc.property(fc.array(trouble, { maxLength: 14 }), (parts) => {
        const once = normaliseUrl(`https://${parts.join('')}.example/${[...parts].reverse().join('')}`);
        expect(normaliseUrl(once)).toBe(once);
      }),
      { numRuns: 2_000 },
    );
  });

  test('order of parameters, tracking and headings never change it', () => {
    const word = fc.stringMatching(/^[a-z0-9]{1,8}$/);
    fc.assert(
      fc.property(fc.uniqueArray(word, { maxLength: 5 }), word, (names, value) => {
        const pairs = names.filter((name) => name !== 'trk' && name !== 'epik').map((name) => `${name}=${value}`);
        const there = `https://a.example/p?${pairs.join('&')}`;
        const back = `http://www.a.example/p/?${[...pairs].reverse().join('&')}&utm_x=${value}#${value}`;
        expect(normaliseUrl(back)).toBe(normaliseUrl(there));
      }),
    );
  });
});

describe('the site of a page', () => {
  test('is what a person would name', () => {
    expect(siteOf('https://www.a.example/x')).toBe('a.example');
    expect(siteOf('https://docs.a.example:8443/x')).toBe('docs.a.example');
    expect(siteOf('https://www.a.example./x')).toBe('a.example');
  });

  test('files and what is no address have none', () => {
    expect(siteOf('file:///a.html')).toBe('');
    expect(siteOf('nothing')).toBe('');
  });
});

test.each([
  ['https://a.example:8443/x?y#z', 'https://a.example:8443'],
  ['https://A.example:443/', 'https://a.example'],
  ['file:///home/me/notes.html?x#two', 'file:///home/me/notes.html'],
  ['file:///home/me/other.html', 'file:///home/me/other.html'],
  ['not an address', ''],
])('%s may speak for %j', (address, origin) => {
  expect(originOf(address)).toBe(origin);
});
