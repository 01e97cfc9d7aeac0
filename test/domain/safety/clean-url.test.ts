import { expect, test } from 'vitest';
import { cleanUrl } from '../../../src/domain/safety/clean-url.ts';

const TOKEN = 'a7kq2ztr9mxe4bwn5cvd8yfh';

test.each([
  'https://www.youtube.com/watch?v=dQw4w9WgXcQ&t=43s',
  'https://github.com/org/repo/issues?q=is%3Aopen+label%3Abug',
  'https://example.com/path?x=1&x=2&empty=&flag',
  'https://example.com/?code=DE&state=BY',
  'https://example.com/search?source=manual&ref=section-3#results',
  'https://example.com/guide#:~:text=a%20passage,its%20end',
  'https://app.example.com/#/boards/7?view=table',
  'https://docs.example.com/d/MriI82asJmm3oZ1zg6XCXb7i3HZu7SeTm30oIa0ikUg/edit#heading=h.7c7346',
])('%s works for colleagues as it is', (url) => {
  expect(cleanUrl(url)).toEqual({ url, action: 'keep', anyway: url });
});

test.each([
  ['a login', 'https://anna:pw@git.example.com/repo', 'https://git.example.com/repo'],
  [
    'where one came from',
    'https://example.com/a?id=4&utm_source=x&fbclid=9&page=2#top',
    'https://example.com/a?id=4&page=2#top',
  ],
  ['a token in the query', `https://example.com/r/7?token=${TOKEN}&view=table`, 'https://example.com/r/7?view=table'],
  [
    'a token in the fragment',
    `https://example.com/cb#access_token=${TOKEN}&token_type=bearer`,
    'https://example.com/cb#token_type=bearer',
  ],
  [
    'a token in a route',
    `https://app.example.com/#/join?code=${TOKEN}&step=2`,
    'https://app.example.com/#/join?step=2',
  ],
  ['a login code', `https://example.com/cb?code=${TOKEN}&state=${TOKEN}`, 'https://example.com/cb'],
  ...['session_id=xKqLwPzRbTnVcMd7HjFgSy', 'sid=xKqLwPzRbTnVcMdHjFgSyB', 'sessionid=kdmwhqpzvbtrnx7gyf'].map(
    (pair): [string, string, string] => [
      `a visitor's session (${pair})`,
      `https://example.com/shop?session=101&${pair}`,
      'https://example.com/shop?session=101',
    ],
  ),
  ['a session in the path', 'https://example.com/shop;jsessionid=8F3A/list', 'https://example.com/shop/list'],
  [
    'a signature with all that came with it',
    `https://s3.example.com/f.pdf?X-Amz-Algorithm=AWS4&X-Amz-Expires=60&X-Amz-Signature=${TOKEN}`,
    'https://s3.example.com/f.pdf',
  ],
  [
    'a secret in an address inside the address',
    `https://example.com/go?next=${encodeURIComponent(`https://b.example.com/?token=${TOKEN}&p=1`)}`,
    `https://example.com/go?next=${encodeURIComponent('https://b.example.com/?p=1')}`,
  ],
])('%s is taken out', (_, before, after) => {
  expect(cleanUrl(before)).toEqual({ url: after, action: 'strip', anyway: after });
});

test.each([
  'http://localhost:3000/admin',
  'http://192.168.1.1/',
  'http://172.20.4.2/wiki',
  'http://[::1]/',
  'http://[fd00::1]/',
  'http://wiki/start',
  'https://wiki.corp/start',
  `https://example.com/magic-login/${TOKEN}`,
  `https://team.example.com/join#sli_${TOKEN}`,
])('%s may mean nothing, or too much, to others: the person is asked', (url) => {
  expect(cleanUrl(url)).toEqual({ url: '', action: 'warn', anyway: url });
});

test('who is warned and goes on still shares no secret', () => {
  expect(cleanUrl(`http://localhost:3000/x?api_key=${TOKEN}&y=1`).anyway).toBe('http://localhost:3000/x?y=1');
});

test.each([
  `https://hooks.slack.com/services/T0/B0/${TOKEN}`,
  `https://discord.com/api/webhooks/1/${TOKEN}`,
  'file:///home/anna/salaries.xlsx',
  'chrome://settings/passwords',
  'moz-extension://0000/x.html',
  'data:text/html,<b>x</b>',
  'javascript:alert(1)',
  'not an address',
  '',
])('%s is not shared at all', (url) => {
  expect(cleanUrl(url)).toEqual({ url: '', action: 'block', anyway: '' });
});

test('an address with white space in it is handed on in its proper form', () => {
  expect(cleanUrl(' https://exa\tmple.com/a\n').url).toBe('https://example.com/a');
});

test('cleaning twice is cleaning once', () => {
  const once = cleanUrl(`https://u:p@example.com/a?utm_source=x&b=%20c&token=${TOKEN}#sid=${TOKEN}`);
  expect(cleanUrl(once.url)).toEqual({ url: once.url, action: 'keep', anyway: once.url });
});
