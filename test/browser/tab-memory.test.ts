import './fake-browser.ts';
import { expect, test } from 'vitest';
import { recallTab, rememberTab } from '../../src/browser/tab-memory.ts';

test('whoever asks what a tab kept hears of what was still being noted then', async () => {
  const noted = rememberTab(7, (memory) => ({ ...memory, kept: [...memory.kept, 'lesson'] }));
  expect((await recallTab(7)).kept).toEqual(['lesson']);
  await noted;
});
