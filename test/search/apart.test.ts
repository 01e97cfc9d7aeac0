import { expect, it } from 'vitest';
import { parseQuery } from '../../src/search/asked/query.ts';
import { search } from '../../src/search/find/search.ts';
import { createMemoryIndex, loadFrom } from '../../src/search/write/memory.ts';

/** What is found, and whether there may be more, where there are `records` in all. */
async function ask(typed: string, titles: string[], records = titles.length) {
  const { index, entries } = createMemoryIndex(titles.map((title) => ({ title, lang: 'en', site: '' })));
  const options = { limit: 300, load: loadFrom(entries, titles) };
  const { hits, isCut } = await search({ ...index, records }, parseQuery(typed), options);
  return { found: hits.map(({ loaded: { item } }) => item), isCut };
}

it('where more have both parts of a word than are asked whether these stand side by side, it is said that there may be more', async () => {
  const titles = (count: number) => Array.from({ length: count }, (_, i) => `Wi-Fi of room ${i}`);
  const few = titles(20);
  expect(await ask('wifi ', few)).toEqual({ found: few.toReversed(), isCut: undefined });
  const { found, isCut } = await ask('wifi ', titles(200));
  expect(found.length).toBeGreaterThanOrEqual(20);
  expect(found.length).toBeLessThan(200);
  expect(isCut).toBe(true);
});

it('among very many a word is parted only in the most usual ways, and it is said that there may be more', async () => {
  const usual = Array.from({ length: 5 }, (_, i) => [`e-mail ${i}`, `ail and em ${i}`]).flat();
  const titles = ['ema-il', ...usual];
  const few = await ask('email ', titles);
  expect([few.found.length, few.found.includes('ema-il'), few.isCut]).toEqual([6, true, undefined]);
  const many = await ask('email ', titles, 100_000);
  expect([many.found.length, many.found.includes('ema-il'), many.isCut]).toEqual([5, false, true]);
});

it('a name of code in three parts is found however these are joined elsewhere', async () => {
  const titles = [
    'proxy_read_timeout 60s',
    'max-pool-size',
    'MAX_POOL_SIZE=10',
    'a pool of max size',
    'read the proxy timeout',
  ];
  for (const end of ['', ' ']) {
    expect((await ask(`proxyReadTimeout${end}`, titles)).found).toEqual(['proxy_read_timeout 60s']);
    expect((await ask(`maxPoolSize${end}`, titles)).found.sort()).toEqual(['MAX_POOL_SIZE=10', 'max-pool-size']);
    expect((await ask(`where is MaxPoolSize${end}`, titles)).found.sort()).toEqual([
      'MAX_POOL_SIZE=10',
      'max-pool-size',
    ]);
  }
});

it.each([
  ['s3BucketName', 's3_bucket_name'],
  ['k8sClusterName', 'k8s-cluster-name'],
  ['http2MaxStreams', 'HTTP2_MAX_STREAMS'],
  ['xAxisLabel', 'x_axis_label'],
  ['XMLHttpRequest', 'xml_http_request'],
])('a part of a name of code may be a letter, or go on with digits: %s', async (typed, title) => {
  const titles = [title, 'bucket_name', 'axis_label', 'max_streams', 'cluster-name', 'http_request'];
  expect((await ask(typed, titles)).found).toEqual([title]);
});

it('a name of code that has one letter more is another one', async () => {
  const found = async (typed: string) => (await ask(typed, ['max_pool_size', 'b and x'])).found;
  expect([await found('maxPoolSize'), await found('maxXPoolSize')]).toEqual([['max_pool_size'], []]);
});
