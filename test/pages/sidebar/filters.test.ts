import { expect, test } from 'vitest';
import { filtersFor, isOn, switchFilter } from '../../../src/pages/sidebar/filter/filters.ts';

const all = filtersFor('docs.example', true);
const named = (operator: string) => all.find((filter) => filter.operator === operator) ?? all[0];
const flip = (query: string, operator: string) => {
  const filter = named(operator);
  return filter ? switchFilter(query, filter) : query;
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

test('what no record can be together takes each other’s place: a lesson is not unanswered, an answer is neither', () => {
  expect(flip('is:unanswered roll', 'is:lesson')).toBe('is:lesson roll');
  expect(flip('is:lesson roll', 'is:unanswered')).toBe('is:unanswered roll');
  expect(flip('is:unanswered is:question roll', 'is:lesson')).toBe('is:lesson roll');
  expect(flip('is:unanswered roll', 'is:question')).toBe('is:question is:unanswered roll');
  expect(flip('is:question roll', 'is:unanswered')).toBe('is:unanswered is:question roll');
  for (const kind of ['is:lesson', 'is:question', 'is:unanswered'])
    expect(flip('roll is:answer', kind)).toBe(`${kind} roll`);
});

test('what was left out goes when it is asked for', () => {
  expect(flip('tls -is:question', 'is:question')).toBe('is:question tls');
  expect(flip('tls -IS:Question -is:unanswered', 'is:unanswered')).toBe('is:unanswered tls');
  expect(flip('tls -is:lesson -is:mine', 'is:mine')).toBe('is:mine tls -is:lesson');
  expect(flip('tls -site:docs.example', 'site:docs.example')).toBe('site:docs.example tls');
  expect(flip('tls -is:unanswered', 'is:question')).toBe('is:question tls -is:unanswered');
});

test('this site takes the place of the one before it, and leaves a page of its own', () => {
  expect(flip('site:old.example tls', 'site:docs.example')).toBe('site:docs.example tls');
  expect(flip('tls site:old.example or SITE:"docs.example.org" x', 'site:docs.example')).toBe(
    'site:docs.example tls x',
  );
  expect(flip('site:docs.example/guide tls', 'site:docs.example')).toBe(
    'site:docs.example site:docs.example/guide tls',
  );
  expect(flip('-site:old.example tls', 'site:docs.example')).toBe('site:docs.example -site:old.example tls');
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
