import { expect, test } from 'vitest';
import type { FindingType } from '../../../src/domain/safety/finding.ts';
import { scan } from '../../../src/domain/safety/scan.ts';

/** Made here and put together at run time, so that no scanner takes this file for a leak. */
const mixed = (length: number) => 'a7Kq2ZtR9mXe4BwN'.repeat(20).slice(0, length);
const hex = (length: number) => '9f3ab27c41de5806'.repeat(20).slice(0, length);

const marked = (text: string) => scan(text).map(({ type, start, end }) => [type, text.slice(start, end)]);

test.each<[what: string, type: FindingType, before: string, value: string, after: string]>([
  ['a key with its maker’s prefix', 'secret', 'use ', `ghp_${mixed(36)}`, ' for now'],
  ['an access key of a cloud', 'secret', 'the id is ', `AKIA${'Q7ZK4M2PLX9TR3VB'}`, '.'],
  ['a chat token in JSON', 'secret', '{"bot": "', `xoxb-${'2635942065'}-${mixed(24)}`, '"}'],
  ['a payment key', 'secret', '', `sk_live_${mixed(24)}`, ''],
  ['an invite of ours', 'secret', 'join with https://team.example/join#', `sli_${mixed(44)}`, ' today'],
  ['a signed token', 'secret', 'Cookie: ', `eyJhbGciOiJIUzI1NiJ9.eyJ${mixed(30)}.${mixed(43)}`, ''],
  ['a named token in code', 'secret', 'const apiToken = "', mixed(32), '";'],
  ['a named token in a settings file', 'secret', 'SERVICE_API_KEY=', hex(40), '\nLEVEL=2'],
  ['a token given to a command', 'secret', 'deploy --token ', mixed(30), ' --all'],
  ['a header', 'secret', 'curl -H "Authorization: Bearer ', mixed(30), '" https://api.example.com'],
  ['a named key of a service without prefixes', 'secret', 'cloudflare: "', hex(37), '"'],
  ['a password as people paste it', 'password', 'Password: ', 'Winter2026!', ''],
  ['a password in German', 'password', 'Das Passwort lautet ', 'Kaffee#42x', ' und gilt bis Mai'],
  ['a password in a sentence', 'password', 'the wifi password is ', 'BlueHorse77', ', ask me'],
  ['a password in code', 'password', "db_password = '", 'correct horse battery', "'"],
  ['a password in an address', 'password', 'open https://', 'anna:tr0ub4dor', '@wiki.example.com/x'],
  ['an e-mail address', 'email', 'ask ', 'anna.berg@firma-nord.de', ' first'],
  ['a card number', 'card', 'charge ', '4012 8888 8888 1881', ' please'],
  ['a bank account', 'iban', 'to ', 'DE89 3704 0044 0532 0130 00', ' by Friday'],
  ['a social security number', 'ssn', 'SSN ', '536-90-4399', '.'],
  ['a telephone number', 'phone', 'call ', '+49 30 1234567', ' at noon'],
])('%s is found where it stands', (_, type, before, value, after) => {
  expect(marked(before + value + after)).toEqual([[type, value]]);
});

test('a private key is found whole', () => {
  const key = `-----BEGIN RSA PRIVATE KEY-----\n${mixed(64)}\n${mixed(64)}\n-----END RSA PRIVATE KEY-----`;
  expect(marked(`this is it:\n${key}\nkeep it`)).toEqual([['private-key', key]]);
});

test.each([
  'Reset your password at Settings > Security > Password.',
  'password: ********',
  'export API_KEY=<YOUR_API_KEY>',
  `client_secret=\${CLIENT_SECRET}`,
  'const token = process.env.GITHUB_TOKEN;',
  'PASSWORD_MIN_LENGTH = 12',
  'let token = tokens.next();',
  'Authorization: Bearer <token>',
  'The secret to a good retro is to start on time.',
  `commit ${hex(40)}`,
  `image: app@sha256:${hex(64)}`,
  'Ticket id: 16311f38-1290-3366-5b02-48bb57230669',
  '-----BEGIN PUBLIC KEY-----\nMFwwDQYJKoZIhvcNAQEBBQADSwAwSAJBAK\n-----END PUBLIC KEY-----',
  'npm warn deprecated glob@7.2.7: use v9',
  'background: url(icon@2x.png)',
  'git clone git@github.com:org/repo.git',
  'write to user@example.com',
  'ISBN 978-3-16-148410-0',
  'Order 4012888888881882 has shipped',
  'DE89 3704 0044 0532 0130 01',
  '[storing-the-token-value]: ch02-00-token-value.html#storing-the-token-value',
  '"tokenizer", "handling of punctuation"',
  'Build 2026.12.22-fe80a1ea passed in 759 s',
  'primaryKey = "user_id_0042_sorted"',
  'It grew by +12000 in 2025 – 2026',
])('nothing is found in: %s', (text) => {
  expect(marked(text)).toEqual([]);
});

test('findings stand in the order of the text and never overlap', () => {
  const text = `mail anna@firma.de, card 4012888888881881, key ghp_${mixed(36)} and https://anna:hunter22@firma.de/`;
  const found = scan(text);
  expect(found.map(({ type }) => type)).toEqual(['email', 'card', 'secret', 'password']);
  for (const [place, { start }] of found.entries()) expect(start).toBeGreaterThanOrEqual(found[place - 1]?.end ?? 0);
});

/** Backtracking that grew with the square of the length would take minutes on this, more than a test is given. */
test.each(['A1', '://', 'password', 'sc_aaaaaa', 'a@a.', 'eyAAAAAAAAAAAAAAAAAA.', 'curl -u ', '+1 ', 'DE00 ', 'key="'])(
  'a very long text of nothing but «%s» is looked through to its end',
  (part) => {
    const text = part.repeat(1_000_000 / part.length);
    expect(marked(`${text} write to anna@firma.de`).at(-1)).toContain('anna@firma.de');
  },
);
