import { expect, it } from 'vitest';
import { plainSite, readableSite } from '../../src/domain/readable-site.ts';

it.each([
  'münchen.de',
  'bücher.example',
  'пример.рф',
  '例え.テスト',
  'faß.de',
  'http.中国',
  '💩.la',
  'a.ελ.eu',
  'ไทย.com',
  'łódź.pl',
  'việtnam.vn',
  'țară.ro',
])('what a browser writes for %s is read again', (site) => {
  expect(readableSite(new URL(`https://${site}`).hostname)).toBe(site);
});

it.each(['docs.example', 'xn--.de', 'xn--!!!.de', 'xn--99999999999999', 'xn--apple-.com', 'localhost', ''])(
  'what is no such name stays: %s',
  (site) => {
    expect(readableSite(site)).toBe(site);
  },
);

it.each([
  ['all of whose letters look like Latin ones', 'аррӏе.com'],
  ['which has one of them among Latin ones', 'pаypal.com'],
  ['with Greek among Latin ones', 'gοοgle.com'],
  ['with a stroke over a letter', 'exa\u0338mple.com'],
  ['with letters of phonetics', 'ɡooɡle.com'],
  ['with small capitals', 'tikᴛok.com'],
  ['in letters that look like capitals', 'ꓮꓑꓑꓡꓰ.com'],
  ['with what looks like a dot', 'appleꞏcom.example'],
])('a site %s is not shown as another', (_what, site) => {
  const written = new URL(`https://${site}`).hostname;
  expect(written).toContain('xn--');
  expect(readableSite(written)).toBe(written);
  // It is found by what was typed all the same.
  expect(plainSite(written)).not.toContain('xn--');
});

it('is looked for without its accents', () => {
  expect(plainSite('www.xn--mnchen-3ya.de')).toBe('www.munchen.de');
  expect(plainSite('docs.example')).toBe('docs.example');
});
