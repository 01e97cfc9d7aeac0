import { expect, it } from 'vitest';
import { find } from '../../src/store/find.ts';
import { createDevice } from './device.ts';
import { takeMany } from './take-many.ts';

/** What is found by some of these titles, whole and in part. */
async function found(titles: string[], typed: string) {
  const device = createDevice();
  await takeMany(
    device,
    titles.map((title) => ({ title, lang: 'en' })),
  );
  const { hits, whole, total } = await find(device.store.relaxed, typed, { limit: 10 });
  const named = hits.map(({ record, isWhole }) => `${isWhole ? '' : '~'}${(record.body as { title: string }).title}`);
  return { titles: named, whole, total };
}

const FIND = 'Old logs go with find . -name "*.log" -mtime +7 -delete';
const OTHERS = [
  'Some service logs too much',
  'What type of name a file has',
  'Fast movies',
  'A key and a new certificate',
];
it.each([
  [FIND, 'find . -type f -name "*.log" -mtime +7'],
  [FIND, 'find . -name "*.log" -mtime +7 -prune'],
  ['ffmpeg -i in.mp4 -vcodec libx264 -crf 23 out.mp4', 'ffmpeg -i movie.mov -vcodec libx264 -preset fast'],
  ['openssl req -x509 -newkey rsa:4096 -nodes', 'openssl req -x509 -newkey rsa:2048 -keyout key.pem -out cert.pem'],
  ['java -Xmx4g where the heap is full', 'java -jar -Xmx4g'],
])('a lesson about a command comes first, whatever else is asked of that (%s, %s)', async (title, typed) => {
  expect((await found([...OTHERS, title], typed)).titles[0]).toBe(`~${title}`);
});

it('what is left out stays so, beside a word that is said with its minus', async () => {
  const titles = ['docker and compose', 'docker run -detach', 'docker and swarm', 'docker run -detach for compose'];
  expect((await found(titles, 'docker -compose ')).titles).toEqual(['docker and swarm', 'docker run -detach']);
  expect((await found(titles, 'docker -detach -compose ')).titles).toEqual(['docker and swarm', '~docker run -detach']);
});

it.each([
  [
    'SQLSTATE 23505 duplicate key value violates unique constraint',
    'ERROR: duplicate key value violates unique constraint "users_email_key"',
  ],
  ['relation "users" does not exist', 'relation "public.users" does not exist'],
  ['relation "users" does not exist', 'relation "orders" does not exist'],
  ['Permissions 0644 for id_rsa are too open', 'Permissions 0777 for "/home/me/.ssh/id_rsa" are too open'],
  ['git commit --amend --no-edit', 'git commit -m "wip" --amend'],
  ["ModuleNotFoundError: No module named 'yaml'", 'ModuleNotFoundError: No module named "requests"'],
  ['Deploying a module', '"module deploying"'],
])('words in quotes hide nothing that comes near (%s, %s)', async (title, typed) => {
  const others = ['How orders are made', 'The requests of a customer', 'Mail for users'];
  expect((await found([...others, title], typed)).titles[0]).toBe(`~${title}`);
});

it('where something has all of it, words in quotes are needed as they stand', async () => {
  const titles = ['open the connection pool', 'a pool for each connection', 'connection pool'];
  const { titles: shown, ...counts } = await found(titles, '"connection pool"');
  expect(shown.toSorted()).toEqual(['connection pool', 'open the connection pool']);
  expect(counts).toEqual({ whole: 2, total: 2 });
  expect((await found(titles, '"connection pool" open')).titles).toEqual([
    'open the connection pool',
    '~connection pool',
  ]);
});

it('where nothing has words as they stand in quotes, all that has some of them is counted', async () => {
  const harbours = Array.from({ length: 250 }, (_, i) => `Harbour ${i}`);
  const { whole, total } = await found([...harbours, 'A key', 'A key of the harbour'], '"harbour key"');
  expect({ whole, total }).toEqual({ whole: 0, total: 252 });
});

it('a choice, and what is left out, are as they stand in quotes', async () => {
  const titles = ['pool of a connection', 'the key of a door', 'a key pool'];
  expect((await found(titles, '"connection pool" or "door key"')).titles).toEqual([]);
  expect((await found(titles, 'key -"key pool"')).titles).toEqual(['the key of a door']);
});

it('a row of hundreds of words or letters is held to its first hundred, and does not hang', async () => {
  const long = Array.from({ length: 9_000 }, (_, i) => `${i % 150 === 0 ? 'b' : 'a'} `).join('');
  const letters = '東'.repeat(9_000);
  const row = (one: string, count: number) => `"${one.repeat(count).trim()}"`;
  expect((await found([long, 'nothing of it'], row('a ', 900))).titles).toEqual([long]);
  expect((await found([letters, 'nothing of it'], row('東', 900))).titles).toEqual([letters]);
});

it('what is left out is told shortly', async () => {
  const device = createDevice();
  const long = 'y'.repeat(300);
  await takeMany(device, [{ title: `foo ${long}`, lang: 'en' }]);
  const { problem } = await find(device.store.relaxed, `foo -${long}`, { limit: 5 });
  expect(problem?.code).toBe('search-left-out');
  expect(problem?.detail?.length).toBeLessThan(100);
});

it.each([
  ['Das Über-Ich und andere', 'überich'],
  ['Das Über-Ich und andere', 'uberich'],
  ['Send an é-mail', 'email'],
])('what is written in two is found whatever marks stand on its letters (%s, %s)', async (title, typed) => {
  expect((await found(['Something else', title], typed)).titles).toEqual([title]);
});
