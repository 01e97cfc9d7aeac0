import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { JsonObject } from '../../src/domain/json.ts';
import { isSameVersion } from '../../src/domain/same-version.ts';
import { compareVersions, hashBody, nextVersion, type Stamped } from '../../src/domain/version.ts';

const version = fc.record({
  n: fc.integer({ min: 1, max: 3 }),
  time: fc.integer({ min: 0, max: 2 }),
  device: fc.constantFrom('a', 'b'),
  hash: fc.constantFrom('', 'x', 'y'),
});
const stamped: fc.Arbitrary<Stamped> = fc.record(
  { version, deleted: fc.constant(true as const) },
  { requiredKeys: ['version'] },
);

describe('the order of versions', () => {
  test('is a total order: the same whoever compares, and no circles', () => {
    fc.assert(
      fc.property(stamped, stamped, stamped, (a, b, c) => {
        expect(Math.sign(compareVersions(a, b))).toBe(-Math.sign(compareVersions(b, a)) + 0);
        if (compareVersions(a, b) >= 0 && compareVersions(b, c) >= 0) {
          expect(compareVersions(a, c)).toBeGreaterThanOrEqual(0);
        }
      }),
    );
  });

  test('finds two alike only when they are the same', () => {
    fc.assert(
      fc.property(stamped, stamped, (a, b) => {
        const isSame = isSameVersion(a.version, b.version) && Boolean(a.deleted) === Boolean(b.deleted);
        expect(compareVersions(a, b) === 0).toBe(isSame);
      }),
    );
  });

  test('an edit wins over what it was made on, whatever the clocks say', () => {
    fc.assert(
      fc.property(version, fc.integer(), fc.string(), (previous, now, device) => {
        const next = nextVersion(previous, device, 'h', () => now);
        expect(compareVersions({ version: next }, { version: previous })).toBeGreaterThan(0);
      }),
    );
  });

  test('a deletion wins over every edit', () => {
    fc.assert(
      fc.property(version, version, (gone, edited) => {
        expect(compareVersions({ version: gone, deleted: true }, { version: edited })).toBeGreaterThan(0);
      }),
    );
  });

  test('the first version is number one', () => {
    expect(nextVersion(undefined, 'd', 'h', () => 7)).toEqual({ n: 1, time: 7, device: 'd', hash: 'h' });
  });
});

describe('the hash of a body', () => {
  test('does not depend on the order of fields', async () => {
    const object = fc.dictionary(fc.string({ maxLength: 5 }), fc.jsonValue() as fc.Arbitrary<JsonObject>);
    await fc.assert(
      fc.asyncProperty(object, async (body) => {
        const turned = Object.fromEntries(Object.entries(body).reverse());
        expect(await hashBody(turned)).toBe(await hashBody(body));
      }),
    );
  });

  test('tells bodies apart, and is empty for none', async () => {
    const bodies: JsonObject[] = [
      {},
      { a: 1 },
      { a: '1' },
      { a: [1] },
      { a: null },
      { b: 1 },
      { a: 1, b: 1 },
      { a: 'é' },
    ];
    const hashes = await Promise.all(bodies.map(hashBody));
    expect(new Set(hashes).size).toBe(bodies.length);
    expect(hashes.every((hash) => /^[\w-]{22}$/.test(hash))).toBe(true);
    expect(await hashBody(null)).toBe('');
  });

  test('takes half a character, as a selection can end in one, and counts it as the sign for it', async () => {
    expect(await hashBody({ a: 'x\ud83d' })).toBe(await hashBody({ a: 'x\ufffd' }));
    expect(await hashBody({ a: '\\ud83d', b: '🛟' })).not.toBe(await hashBody({ a: '\\\ufffd', b: '🛟' }));
  });

  // SHA-256 of {"created":1,"note":"tea"}, cut to 16 bytes, as any other tool computes it.
  test('is the same on every machine and in every version of the extension', async () => {
    expect(await hashBody({ note: 'tea', created: 1 })).toBe('lAf3v-6DUQbvm1vMDGPF4A');
  });
});
