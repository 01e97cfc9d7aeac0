import { expect, test } from 'vitest';
import { takeIn } from '../../src/store/feed.ts';
import { find } from '../../src/store/find.ts';
import { nameMarks } from '../../src/store/name-marks.ts';
import { asJson } from '../../src/store/row.ts';
import { addTeam } from '../../src/store/team.ts';
import { createDevice, team, value } from './device.ts';

/** What is marked in the name of a colleague whose lesson says nothing but `Restart git`. */
async function markedFor(typed: string, name: string): Promise<string[]> {
  const device = createDevice();
  const theirs = (kind: string, body: object) => {
    const version = { n: 1, time: 1, device: 'd', hash: 'h' };
    return { id: kind, kind, author: 'they', schema: 1, version, body: asJson({ created: 1, ...body }) };
  };
  value(await addTeam(device.store, team(), device.clock));
  const records = [theirs('profile', { name }), theirs('lesson', { title: 'Restart git' })];
  value(await takeIn(device.store, 'team-1', records));
  const { called } = await find(device.store.relaxed, typed, { limit: 10 });
  const marks = nameMarks(called)(name);
  return Array.from({ length: marks.length / 3 }, (_, i) => name.slice(marks[3 * i], marks[3 * i + 1]));
}

test.each([
  ['ada', 'Ada Lovelace', ['Ada']],
  ['ada ', 'Ada Lovelace', ['Ada']],
  ['lovelace brake', 'Ada Lovelace', ['Lovelace']],
  ['brake lov', 'Ada Lovelace', ['Lovelace']],
  ['ad', 'Ada Lovelace', []],
  ['love ada', 'Ada Lovelace', ['Ada']],
  ['zoe', 'Zoë Grün', ['Zoë']],
  ['रमे', 'रमेश', ['रमेश']],
  ['', 'Ada', []],
  ['()', 'Ada', []],
  // As it is found by them, and by nothing else.
  ['git love ', 'Ada Lovelace', []],
  ['git "ada lovelace"', 'Ada Lovelace', []],
  ['git ada or tea', 'Ada Lovelace', []],
  ['git -ada', 'Ada Lovelace', []],
  ['git l’ada', 'Ada Lovelace', ['Ada']],
  ['de beauvoir', 'Simone de Beauvoir', ['de', 'Beauvoir']],
  ["o'neill", 'Sean O’Neill', ['Neill']],
  ['oneill', 'Sean O’Neill', ['O’Neill']],
  ['smith', 'Ann Smith-Jones', ['Smith']],
  ['smithj', 'Ann Smith-Jones', ['Smith-Jones']],
  ['muellerluedenscheid', 'Bo Müller-Lüdenscheid', ['Müller-Lüdenscheid']],
  ['by:ada restart', 'Ada Lovelace', []],
])('of %s, %s has %j', async (typed, name, marked) => {
  expect(await markedFor(typed, name)).toEqual(marked);
});

test('a name that is met as with the letter before has the same marks, so that its row stays as it is', () => {
  const begun = (word: string) => nameMarks([{ word, isOpen: true }]);
  expect(begun('lovel')('Ada Lovelace')).toBe(begun('lovela')('Ada Lovelace'));
  expect(begun('brake')('Ada')).toBe(nameMarks()('Bo'));
});
