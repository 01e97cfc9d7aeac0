import { expect, test } from 'vitest';
import { viewFor } from '../../../src/pages/popup/view.ts';

test('opened by its button, the popup shows its home', () => {
  expect(viewFor(null)).toEqual({ view: 'home' });
});

test('what it was opened for comes first', () => {
  expect(viewFor({ intent: 'record', team: 't', id: 'a', note: true })).toEqual({
    view: 'record',
    key: ['t', 'a'],
    note: true,
  });
  expect(viewFor({ intent: 'not-kept', code: 'disk-full', text: 'words' })).toEqual({
    view: 'not-kept',
    code: 'disk-full',
    text: 'words',
  });
  expect(viewFor({ intent: 'notice', code: 'page-closed' })).toEqual({
    view: 'home',
    notice: { code: 'page-closed' },
  });
});
