import { beforeEach, describe, expect, it } from 'vitest';
import type { BodyOf } from '../../src/domain/kinds/index.ts';
import { createId } from '../../src/kit/id.ts';
import { find } from '../../src/store/find.ts';
import { keep } from '../../src/store/keep.ts';
import { flush } from '../../src/store/segment-flush.ts';
import { createDevice, type Device, value } from './device.ts';

let device: Device;
beforeEach(() => {
  device = createDevice();
});

const lesson = async (title: string, body: Partial<BodyOf<'lesson'>> = {}) =>
  value(
    await keep(
      device.store,
      { id: createId(), kind: 'lesson', body: { created: 1, title, lang: 'en', ...body } },
      () => 1,
    ),
  );
const ask = (typed: string) => find(device.store.relaxed, typed, { limit: 30 });
const titles = async (typed: string) =>
  (await ask(typed)).hits.map(({ record }) => ('title' in record.body ? record.body.title : ''));

describe('a word that nothing has', () => {
  it.each([
    ['wifi', 'Wi-Fi for guests'],
    ['setup', 'Set-up of a new laptop'],
    ['setup ', 'How to set up a laptop'],
    ['followup', 'Follow-ups after a visit'],
    ['cherrypick', 'Cherry-pick a hotfix'],
    ['maxconnections', 'raise max_connections'],
    ['nodejs', 'node.js and npm'],
    ['email', 'e-mails are not enough'],
    ['sha256', 'SHA-256 of a file'],
    ['1250', 'it costs $1,250 a month'],
    ['1250', 'das kostet 1 250,00'],
    ['1250000', 'a loan of 1.250.000'],
    ['5000', 'Who approves expenses over $5,000?'],
  ])('is found where it is written in parts: %s', async (typed, title) => {
    await lesson(title);
    // The letters of each, and not side by side.
    for (const other of [
      'wi has a fi',
      'ups were set',
      'ups and a set',
      'follow him up',
      'pick a cherry',
      'connections at max',
    ])
      await lesson(other);
    for (const other of [
      'js on a node',
      'e or mail',
      '256 sha',
      '250 or 1',
      'costs 1, 2 and 250',
      '1.250.3',
      '000 of 5',
    ])
      await lesson(other);
    for (const isFlushed of [false, true]) {
      if (isFlushed) expect(await flush(device.store.relaxed, 1)).toBe(true);
      expect(await titles(typed)).toEqual([title]);
      expect(await ask(typed)).toMatchObject({ total: 1, whole: 1, unwritten: [typed.trim()] });
    }
  });

  it('is not found by a letter or a small word that happens to stand before the rest', async () => {
    for (const title of ['a part of it', 'not able to', 'in box 4', 'x mas time']) await lesson(title);
    for (const typed of ['apart', 'notable', 'inbox', 'xmas']) expect(await titles(typed), typed).toEqual([]);
    await lesson('the in-box');
    await lesson('x-mas');
    expect(await titles('inbox')).toEqual(['the in-box']);
    expect(await titles('xmas')).toEqual(['x-mas']);
  });

  it('is not found by its beginning and a letter that happens to stand behind: a sign must join the two', async () => {
    await lesson('In the IDE a file is open');
    expect(await titles('idea ')).toEqual([]);
    await lesson('USB-C for screens');
    expect(await titles('usbc ')).toEqual(['USB-C for screens']);
  });

  it('is looked for in parts beside another such word, but no third is', async () => {
    const written = ['Wi-Fi for guests', 'Cherry-pick a hotfix', 'Follow-up on a visit'];
    for (const title of written) await lesson(title);
    expect((await titles('wifi cherrypick followup ')).sort()).toEqual(['Cherry-pick a hotfix', 'Wi-Fi for guests']);
    expect(await titles('followup ')).toEqual(['Follow-up on a visit']);
  });

  it('counts as whole beside others', async () => {
    await lesson('Wi-Fi code for guests');
    await lesson('exit code 137');
    const { hits, whole, total } = await ask('wifi code');
    expect([whole, total]).toEqual([1, 2]);
    expect(hits[0]?.record.body).toMatchObject({ title: 'Wi-Fi code for guests' });
  });

  it('is left to those that have it where these are many, and comes after them where they are few', async () => {
    await lesson('node.js');
    await lesson('nodejs');
    expect(await titles('nodejs ')).toEqual(['nodejs', 'node.js']);
    expect(await ask('nodejs ')).not.toHaveProperty('unwritten');
    for (let i = 0; i < 3; i++) await lesson('nodejs');
    expect(await titles('nodejs ')).not.toContain('node.js');
  });
});

it('every way to part a word is tried, and for one that a few have as well', async () => {
  await lesson('e-mail it');
  for (let i = 0; i < 6; i++) await lesson(`ema by il ${i}`);
  expect(await titles('email ')).toEqual(['e-mail it']);
  for (let i = 0; i < 20; i++) await lesson(`use wi-fi ${i}`);
  await lesson('wifi box');
  expect(await titles('wifi ')).toHaveLength(21);
});
