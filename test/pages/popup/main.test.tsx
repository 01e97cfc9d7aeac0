// @vitest-environment happy-dom
import '../stage.ts';
import { expect, onTestFinished, test, vi } from 'vitest';
import { says } from '../stage.ts';

vi.mock('../../../src/pages/popup/open-desk.ts', () => ({
  openDesk: () => {
    throw new Error('The database is refused.');
  },
}));

test('where the desk cannot be opened, that is said in the place of the field', async () => {
  const reported: unknown[] = [];
  vi.stubGlobal('reportError', (error: unknown) => reported.push(error));
  onTestFinished(() => void vi.unstubAllGlobals());
  document.body.innerHTML = '<div id="popup"><div class="popup"><main class="home"><input /></main></div></div>';
  await import('../../../src/pages/popup/main.tsx');
  await says(document.body, 'This could not be shown. Nothing you kept is lost.');
  expect(document.querySelector('input')).toBeNull();
  expect(reported).toHaveLength(1);
});
