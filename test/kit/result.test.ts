import { expect, test } from 'vitest';
import { fail, ok } from '../../src/kit/result.ts';

test('a result survives a message port as it is', () => {
  for (const result of [ok({ id: 'a' }), fail('gone'), fail('unreachable', 'team.example')]) {
    expect(structuredClone(result)).toEqual(result);
    expect(JSON.parse(JSON.stringify(result))).toEqual(result);
  }
});

test('a failure without a detail has no empty place for one', () => {
  expect(fail('gone')).toEqual({ ok: false, failure: { code: 'gone' } });
  expect(Object.keys(fail('gone').failure)).toEqual(['code']);
});
