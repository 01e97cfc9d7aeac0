import { expect, test } from 'vitest';
import { readExport } from '../../src/exchange/complete-json.ts';
import { createId } from '../../src/kit/id.ts';
import { adopt } from '../../src/store/adopt.ts';
import { find } from '../../src/store/find.ts';
import { tendIndex } from '../../src/store/tend-index.ts';
import { createDevice, value } from './device.ts';

const record = (body: object) => ({
  id: createId(),
  kind: 'lesson',
  schema: 1,
  version: { n: 1, time: 1, device: 'd', hash: 'h' },
  body: { created: 1, ...body },
});

const MEGABYTE = Array.from({ length: 120_000 }, (_, i) => (i % 3 === 0 ? `word${i % 900}` : 'and')).join(' ');
const ODD = [
  record({ title: 'Large', note: `alphabetical ${MEGABYTE.slice(0, 999_000)} omega` }),
  record({ title: 'Tagged', tags: Array.from({ length: 1_000 }, (_, i) => `Tag ${i}`) }),
  record({ title: 'Half a pair', note: '\ud800 lantern\udfff \udc00' }),
  record({}),
  record({ note: '<script>alert(1)</script> (.*)+$ \u202emarble\u202c', tags: ['one\ntwo', '\u0001k', '\u0000'] }),
  record({ note: 'ab'.repeat(490_000) }),
];
/** What each is found by; the empty one by nothing. */
const FOUND = ['alphabetical', 'omega', 'tag:"tag 999"', 'tagged 512', 'lantern', 'marble', 'tag:"one two"', 'abab'];

/** Few go one way into the index, many another. */
test.each([0, 400])('a file of odd records beside %i plain ones comes in, and each is found', async (plain) => {
  const device = createDevice();
  const others = Array.from({ length: plain }, (_, n) => record({ title: 'Plain', note: `number${n}` }));
  const file = JSON.stringify({ format: 'sidelight-export', version: 1, records: [...ODD, ...others] });
  const read = value(readExport(file));
  expect(read.unreadable).toBe(0);
  expect(value(await adopt(device.store, read.records))).toMatchObject({ added: ODD.length + plain });
  for (const _ of ['as it came in', 'when it was tended']) {
    for (const typed of FOUND) {
      expect([typed, (await find(device.store.relaxed, typed, { limit: 5 })).total]).toEqual([typed, 1]);
    }
    if (plain > 0) expect((await find(device.store.relaxed, 'number7 ', { limit: 5 })).total).toBe(1);
    while (await tendIndex(device.store, 10));
  }
  expect(value(await adopt(device.store, read.records))).toMatchObject({ added: 0, same: ODD.length + plain });
});

test('what a file holds that fits no record is counted, and the rest comes in', async () => {
  const device = createDevice();
  const wrong = [
    null,
    1,
    {},
    { ...record({}), id: '' },
    { ...record({}), body: null },
    record({ note: 'x'.repeat(1_100_000) }),
  ];
  const file = JSON.stringify({
    format: 'sidelight-export',
    version: 1,
    records: [...wrong, record({ title: 'Orchard' })],
  });
  const read = value(readExport(file));
  expect(read.unreadable).toBe(wrong.length);
  value(await adopt(device.store, read.records));
  expect((await find(device.store.relaxed, 'orchard', { limit: 5 })).total).toBe(1);
});
