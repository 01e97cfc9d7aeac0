import { expect, test } from 'vitest';
import { filtersFor, isOn, switchFilter } from '../../../src/pages/sidebar/filter/filters.ts';

const all = filtersFor('docs.example', true);
const named = (operator: string) => all.find((filter) => filter.operator === operator) ?? all[0];
const flip = (query: string, operator: string) => {
  const filter = named(operator);
  return filter ? switchFilter(query, filter, all) : query;
};

test('a filter stands before the words, whose last may still be the beginning of one', () => {
  expect(flip('roll ba', 'is:lesson')).toBe('is:lesson roll ba');
  expect(flip('', 'is:unanswered')).toBe('is:unanswered ');
});

test('what was switched on is switched off again, and the words are as they were', () => {
  for (const query of ['roll ba', 'roll ', '"in a row" -not tag:"two words" x', '']) {
    expect(flip(flip(query, 'site:docs.example'), 'site:docs.example').trim()).toBe(query.trim());
  }
});

test('an or goes with the filter that it joined to something', () => {
  expect(flip('is:lesson or quokka', 'is:lesson')).toBe('quokka');
  expect(flip('quokka or is:lesson', 'is:lesson')).toBe('quokka');
  expect(flip('tag:a OR is:lesson or tag:b', 'is:lesson')).toBe('tag:a or tag:b');
  expect(flip('is:lesson or is:question or quokka ', 'is:lesson')).toBe('quokka ');
  expect(flip('is:lesson or ', 'is:lesson')).toBe('');
});

test('any other or stays, and so does a word that begins like it', () => {
  expect(flip('is:lesson roll or back', 'is:lesson')).toBe('roll or back');
  expect(flip('is:lesson or', 'is:lesson')).toBe('or');
  expect(flip('roll or back ', 'is:lesson')).toBe('is:lesson roll or back ');
});

test('of two that exclude each other the later one stays; others stand side by side', () => {
  expect(flip('is:lesson roll', 'is:question')).toBe('is:question roll');
  expect(flip('is:lesson roll', 'is:mine')).toBe('is:mine is:lesson roll');
});

test('what was typed by hand shows in the chip', () => {
  const question = named('is:question');
  expect(question && isOn('roll IS:question', question)).toBe(true);
  expect(question && isOn('"is:question"', question)).toBe(false);
});

test('without a team there is nothing to tell apart by whose it is; without a site none to narrow to', () => {
  expect(filtersFor('', false).map(({ operator }) => operator)).toEqual([
    'is:lesson',
    'is:question',
    'is:unanswered',
    'is:changed',
  ]);
});
