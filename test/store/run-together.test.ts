import { beforeEach, describe, expect, it } from 'vitest';
import { createId } from '../../src/kit/id.ts';
import { find } from '../../src/store/find.ts';
import { keep } from '../../src/store/keep.ts';
import { flush } from '../../src/store/segment-flush.ts';
import { createDevice, type Device, value } from './device.ts';
import { takeMany } from './take-many.ts';

let device: Device;
beforeEach(() => {
  device = createDevice();
});

const lesson = async (title: string) =>
  value(await keep(device.store, { id: createId(), kind: 'lesson', body: { created: 1, title, lang: 'en' } }, () => 1));
const ask = (typed: string) => find(device.store.relaxed, typed, { limit: 30 });
/** All of it, wherever it stands. */
const titles = async (typed: string) =>
  (await ask(typed)).hits.flatMap(({ record, isWhole }) =>
    isWhole && 'title' in record.body ? [record.body.title] : [],
  );

describe('a number or code that is typed without what parts it', () => {
  it.each([
    ['08912345678', 'Call 089 / 123 456-78 at night'],
    ['+498912345678', 'Call +49 (89) 123 456-78 at night'],
    ['2025550143', 'ring +1-202-555-0143'],
    ['DE89370400440532013000', 'IBAN DE89 3704 0044 0532 0130 00'],
    ['de89 370400440532013000', 'IBAN DE89 3704 0044 0532 0130 00'],
    ['CH9300762011623852957', 'since May CH93 0076 2011 6238 5295 7, for wages'],
    ['001A2B3C4D5E', 'MAC 00:1a:2b:3c:4d:5e'],
    ['3F2504E04F8911D39A0C0305E82C3301', 'job 3f2504e0-4f89-11d3-9a0c-0305e82c3301 hung'],
    ['XK7F29QPLM44TRD', 'key XK7F2-9QPLM-44TRD'],
    ['ab12345', 'AB-1234/5 replaces an older one'],
    ['471120', 'book on 4711-20'],
    ['14312345678', 'Tax number 143/123/45678'],
    // What is still being typed.
    ['de893704004405', 'IBAN DE89 3704 0044 0532 0130 00'],
  ])('is found as it is written: %s', async (typed, title) => {
    await lesson(title);
    // The same parts elsewhere, in another order, with more or less beside them.
    for (const other of [
      '089 and 123 and 456, then 78; 202 or 555, not 0143',
      '00 0130 0532 0044 3704 DE89; 49, 89, DE893',
      '5 1234 AB; 20 4711; 45678 123 143',
      '00:1a:2b:3c:4d without 5e; 44TRD-9QPLM-XK7F2; CH93 0076 2011',
      '3f2504e0-4f89-11d3-9a0c and 0305e82c3301',
      '1089 / 123 456-789',
    ])
      await lesson(other);
    for (const isFlushed of [false, true]) {
      if (isFlushed) expect(await flush(device.store.relaxed, 1)).toBe(true);
      expect(await titles(typed)).toEqual([title]);
      expect(await ask(typed)).toMatchObject({ whole: 1 });
    }
  });

  it('is marked there as one', async () => {
    await lesson('Call 089 / 123 456-78 at night, not 123 or 78');
    const [hit] = (await ask('08912345678')).hits;
    expect(hit?.marks[0]).toEqual([5, 21, 0]);
  });

  it('is found among many others of the kind', async () => {
    const two = (n: number) => String(n % 100).padStart(2, '0');
    const phone = (n: number) => `0${two(n * 7)} / ${100 + (n % 997)} ${two(n * 13)}${two(n * 3)}-${two(n * 11)}`;
    await takeMany(
      device,
      Array.from({ length: 3_000 }, (_, n) => ({ title: `Room ${n}: ${phone(n)}`, lang: 'en' })),
    );
    for (const n of [5, 1_234, 2_999])
      expect(await titles(phone(n).replace(/\D/g, '')), phone(n)).toEqual([`Room ${n}: ${phone(n)}`]);
  });
});
