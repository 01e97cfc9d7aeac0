import { expect, test } from 'vitest';
import { signedBy } from '../../src/ui/signed-by.ts';
import { team } from '../store/device.ts';

const author = () => 'Bo';
const called = (name: string) => ({ id: `member-${name}`, name, role: 'member' as const });
const teams = [team({ id: 'a', member: called('Ada') }), team({ id: 'b', member: called('Ada L.') })];

test.each([
  ['one’s own in a team', { isMine: true, team: 'b' }, teams, 'Ada L.'],
  ['what one keeps to oneself', { isMine: true, team: '' }, teams, 'Ada'],
  ['one’s own, of a person without a team', { isMine: true, team: '' }, [], ''],
  ['a colleague’s', { isMine: false, team: 'b' }, teams, 'Bo'],
])('%s is signed with the name that its readers know', (_, record, known, name) => {
  expect(signedBy(record, { teams: known, author })).toBe(name);
});
