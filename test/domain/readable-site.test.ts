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
])('what a browser writes for %s is read again', (site) => {
  expect(readableSite(new URL(`https://${site}`).hostname)).toBe(site);
});

it.each(['docs.example', 'xn--.de', 'xn--!!!.de', 'xn--99999999999999', 'localhost', ''])(
  'what is no such name stays: %s',
  (site) => {
    expect(readableSite(site)).toBe(site);
  },
);

it('is looked for without its accents', () => {
  expect(plainSite('www.xn--mnchen-3ya.de')).toBe('www.munchen.de');
  expect(plainSite('docs.example')).toBe('docs.example');
});
