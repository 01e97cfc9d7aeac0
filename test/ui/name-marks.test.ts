import { expect, test } from 'vitest';
import { nameMarks } from '../../src/ui/name-marks.ts';

test.each([
  ['ada', 'Ada Lovelace', ['Ada']],
  ['lovelace brake', 'Ada Lovelace', ['Lovelace']],
  ['brake lov', 'Ada Lovelace', ['Lovelace']],
  ['ad', 'Ada Lovelace', []],
  ['love ada', 'Ada Lovelace', ['Ada']],
  ['zoe', 'Zoë Grün', ['Zoë']],
  ['रमे', 'रमेश', ['रमेश']],
  ['', 'Ada', []],
  ['()', 'Ada', []],
])('of %s, %s has %j', (typed, name, marked) => {
  const marks = nameMarks(typed)(name);
  const places = Array.from({ length: marks.length / 3 }, (_, i) => name.slice(marks[3 * i], marks[3 * i + 1]));
  expect(places).toEqual(marked);
});

test('a name that is met as with the letter before has the same marks, so that its row stays as it is', () => {
  expect(nameMarks('lovel')('Ada Lovelace')).toBe(nameMarks('lovela')('Ada Lovelace'));
  expect(nameMarks('brake')('Ada')).toBe(nameMarks('brakes')('Bo'));
});
