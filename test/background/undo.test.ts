import '../browser/fake-browser.ts';
import { expect, test } from 'vitest';
import { share } from '../../src/store/share.ts';
import { addTeam } from '../../src/store/team.ts';
import { allRows, codeOf, keepLesson, team, value } from '../store/device.ts';
import { createStage, draft } from './stage.ts';

test('what this tab kept is gone for good', async () => {
  const stage = createStage();
  await stage.fromPage('keep', draft());
  value(await stage.fromPage('undo', { id: 'draft-1' }));
  expect(await allRows(stage.device)).toEqual([]);
  expect(codeOf(await stage.fromPage('undo', { id: 'draft-1' }))).toBe('not-allowed');
});

test('a page cannot undo what was kept elsewhere', async () => {
  const stage = createStage();
  const row = await keepLesson(stage.device);
  expect(codeOf(await stage.fromPage('undo', { id: row.id }))).toBe('not-allowed');
  expect(await allRows(stage.device)).toHaveLength(1);
});

test('another tab cannot undo it either', async () => {
  const stage = createStage();
  await stage.fromPage('keep', draft());
  const other = { tab: { id: 8, windowId: 1 } };
  expect(codeOf(await stage.fromPage('undo', { id: 'draft-1' }, other))).toBe('not-allowed');
});

test('what was shared meanwhile stays: that is taken back in our own page', async () => {
  const stage = createStage();
  await stage.fromPage('keep', draft());
  const { store, clock } = stage.device;
  await addTeam(store, team(), clock);
  value(await share(store, 'draft-1', 'team-1', { created: 1, quote: 'x' }, clock));
  expect(codeOf(await stage.fromPage('undo', { id: 'draft-1' }))).toBe('gone');
  expect((await allRows(stage.device)).find(({ id }) => id === 'draft-1')?.body).not.toBeNull();
});
