import { expect, test } from 'vitest';
import { SHARED_BODY_MAX } from '../../src/domain/limits.ts';
import { keepFor } from '../../src/store/keep-for.ts';
import { rowAt } from '../../src/store/record-at.ts';
import { PRIVATE } from '../../src/store/rows.ts';
import { addTeam } from '../../src/store/team.ts';
import { codeOf, createDevice, team, value } from './device.ts';
import { outgoing } from './outgoing.ts';

const answer = (text: string) => ({ id: 'a', kind: 'answer' as const, body: { created: 1, question: 'q', text } });

async function createMember(role: 'member' | 'reader' = 'member') {
  const device = createDevice();
  value(await addTeam(device.store, team({ member: { id: 'member-1', name: 'Ada', role } }), device.clock));
  await device.store.strict.outbox.clear();
  return device;
}

test('what is written to a team is there, under its member, and on its way at once', async () => {
  const device = await createMember();
  value(await keepFor(device.store, answer('So.'), 'team-1', device.clock));
  expect(await rowAt(device.store.strict, [PRIVATE, 'a'])).toBeUndefined();
  const [sent] = await outgoing(device.store, 'team-1', device.clock(), 10);
  expect(sent?.record).toMatchObject({ id: 'a', author: 'member-1', body: { text: 'So.' } });
});

test('without the team, as a reader, or too long, nothing is written', async () => {
  const device = await createMember();
  expect(codeOf(await keepFor(device.store, answer('x'), 'other', device.clock))).toBe('no-team');
  const long = answer('x'.repeat(SHARED_BODY_MAX));
  expect(codeOf(await keepFor(device.store, long, 'team-1', device.clock))).toBe('too-large-to-share');
  const reader = await createMember('reader');
  expect(codeOf(await keepFor(reader.store, answer('x'), 'team-1', reader.clock))).toBe('not-allowed');
  expect(await rowAt(reader.store.strict, ['team-1', 'a'])).toBeUndefined();
});
