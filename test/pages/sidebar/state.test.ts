import { describe, expect, test } from 'vitest';
import { sharingState } from '../../../src/pages/sidebar/card/state.ts';
import { teamState } from '../../../src/pages/sidebar/team-state.ts';
import { viewFor } from '../../../src/pages/sidebar/view.ts';

describe('who has a lesson', () => {
  test('is said as it stands', () => {
    expect(sharingState({ team: '' }, false)).toBe('private');
    expect(sharingState({ team: 't' }, true)).toBe('waiting');
    expect(sharingState({ team: 't' }, false)).toBe('shared');
    expect(sharingState({ team: 't', refused: { code: 'too-large' } }, false)).toBe('refused');
  });
});

describe('how things stand with a team', () => {
  test('without a network it is out of reach, not a problem', () => {
    expect(teamState({ syncedAt: 1 }, false)).toBe('offline');
    expect(teamState({ syncedAt: 1, problem: { code: 'unreachable' } }, true)).toBe('offline');
  });

  test('what the person must know is a problem', () => {
    expect(teamState({ syncedAt: 1, problem: { code: 'no-token' } }, true)).toBe('problem');
  });

  test('before the first exchange it is on its way', () => {
    expect(teamState({ syncedAt: 0 }, true)).toBe('joining');
    expect(teamState({ syncedAt: 1 }, true)).toBe('synced');
  });
});

test('what the panel was opened for comes first', () => {
  expect(viewFor({ intent: 'record', team: '', id: 'a', note: true })).toEqual({
    view: 'one',
    key: ['', 'a'],
    note: true,
  });
  expect(viewFor({ intent: 'ask-words', words: 'why' })).toEqual({ view: 'ask', words: 'why' });
});
