// @vitest-environment happy-dom
import '../browser/fake-browser.ts';
import { expect, test, vi } from 'vitest';
import { pageText } from '../../src/browser/ask-page.ts';
import { sayFailure } from '../../src/capture/said.ts';
import { say } from '../../src/capture/toast.ts';

vi.mock('../../src/capture/toast.ts', () => ({ say: vi.fn() }));

test('what a page is refused is said of the page: a role in a team has nothing to do with it', () => {
  expect(sayFailure('not-allowed')).toBe('failed');
  expect(say).toHaveBeenLastCalledWith({ words: expect.stringContaining('on this page') });
  sayFailure('disk-full');
  expect(say).toHaveBeenLastCalledWith({ words: pageText('failure_disk_full') });
});
