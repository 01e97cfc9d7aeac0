import { describe, expect, test } from 'vitest';
import { inviteSchema } from '../../src/wire/people.ts';
import * as sync from '../../src/wire/sync.ts';

const version = { n: 1, time: 1, device: 'd', hash: 'h' };
const join = { invite: 'sli_x', key: 'k'.repeat(22), name: 'Ada', device: { id: 'd', name: 'Laptop' } };

describe('the sync protocol', () => {
  test('a push may hold one bad record among good ones, but not too many', () => {
    expect(sync.pushSchema.safeParse({ records: [{}, 7, null] }).success).toBe(true);
    expect(sync.pushSchema.safeParse({ records: Array(sync.PUSH_RECORDS_MAX).fill({}) }).success).toBe(true);
    expect(sync.pushSchema.safeParse({ records: Array(sync.PUSH_RECORDS_MAX + 1).fill({}) }).success).toBe(false);
    expect(sync.pushSchema.safeParse({ records: {} }).success).toBe(false);
  });

  test('a verdict is one of three, each with what it needs', () => {
    const reads = (verdict: object) => sync.verdictSchema.safeParse({ id: 'a', ...verdict }).success;
    expect(reads({ verdict: 'applied' })).toBe(true);
    expect(reads({ verdict: 'stale', version })).toBe(true);
    expect(reads({ verdict: 'stale' })).toBe(false);
    expect(reads({ verdict: 'refused', code: 'too-large', message: 'It is too large.' })).toBe(true);
    expect(reads({ verdict: 'refused' })).toBe(false);
    expect(reads({ verdict: 'perhaps' })).toBe(false);
  });

  test('joining names a person and a device, and brings its own key', () => {
    const reads = (change: object) => sync.joinSchema.safeParse({ ...join, ...change }).success;
    expect(reads({})).toBe(true);
    expect(reads({ name: '' })).toBe(false);
    expect(reads({ name: 'x'.repeat(121) })).toBe(false);
    expect(reads({ key: 'short' })).toBe(false);
    expect(reads({ device: { id: '', name: 'Laptop' } })).toBe(false);
    expect(reads({ invite: 'x'.repeat(201) })).toBe(false);
  });

  test('nobody is invited as owner, and not a thousand and one at once', () => {
    const reads = (change: object) => inviteSchema.safeParse({ role: 'member', uses: 1, ...change }).success;
    expect(reads({})).toBe(true);
    expect(reads({ role: 'owner' })).toBe(false);
    expect(reads({ uses: 0 })).toBe(false);
    expect(reads({ uses: 1001 })).toBe(false);
  });

  test('a field that a later server adds is ignored', () => {
    const me = { team: { id: 't', name: 'T' }, member: { id: 'm', name: 'M', role: 'member' as const }, epoch: 'e' };
    expect(sync.meSchema.parse({ ...me, plan: 'large' })).toEqual(me);
  });
});
