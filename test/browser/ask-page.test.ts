import './fake-browser.ts';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { askOnce, askUntilAnswered, isAlive, onTell, pageText } from '../../src/browser/ask-page.ts';
import { ok } from '../../src/kit/result.ts';
import { fakeBrowser } from './fake-browser.ts';

const send = vi.spyOn(fakeBrowser.runtime, 'sendMessage');

beforeEach(() => void vi.useFakeTimers());
afterEach(() => {
  vi.useRealTimers();
  send.mockReset();
});

/** Runs a promise to its end, however long it pauses. */
async function ended<T>(promise: Promise<T>): Promise<T> {
  await vi.runAllTimersAsync();
  return promise;
}

describe('asking until answered', () => {
  test('a worker that is stopped in the middle is asked again, with the very same words', async () => {
    send.mockImplementationOnce(() => new Promise(() => {}));
    send.mockRejectedValueOnce(new Error('Could not establish connection. Receiving end does not exist.'));
    send.mockResolvedValueOnce(undefined);
    send.mockResolvedValue(ok({ id: 'x' }));
    expect(await ended(askUntilAnswered('undo', { id: 'x' }))).toEqual(ok({ id: 'x' }));
    expect(send).toHaveBeenCalledTimes(4);
    expect(new Set(send.mock.calls.map(([said]) => JSON.stringify(said)))).toHaveProperty('size', 1);
  });

  test('a failure is an answer', async () => {
    send.mockResolvedValue({ ok: false, failure: { code: 'disk-full' } });
    expect(await ended(askUntilAnswered('undo', { id: 'x' }))).toMatchObject({ failure: { code: 'disk-full' } });
    expect(send).toHaveBeenCalledTimes(1);
  });

  test('silence ends, and says so', async () => {
    send.mockImplementation(() => new Promise(() => {}));
    const started = Date.now();
    expect(await ended(askUntilAnswered('undo', { id: 'x' }))).toMatchObject({ failure: { code: 'no-answer' } });
    expect(Date.now() - started).toBeLessThan(30_000);
  });
});

describe('after the extension was updated or removed', () => {
  beforeEach(() => {
    fakeBrowser.runtime.id = undefined;
  });

  test('nothing is sent and nothing throws', async () => {
    expect(isAlive()).toBe(false);
    expect(await ended(askUntilAnswered('undo', { id: 'x' }))).toMatchObject({ failure: { code: 'reloaded' } });
    expect(await ended(askOnce('undo', { id: 'x' }))).toMatchObject({ failure: { code: 'reloaded' } });
    expect(pageText('toastKept')).toBe('');
    expect(send).not.toHaveBeenCalled();
  });
});

test('only what is told to a page is heard, until one stops', () => {
  const heard: unknown[] = [];
  const stop = onTell((tell) => heard.push(tell));
  fakeBrowser.runtime.onMessage.happen({ tell: 'refresh' }, {});
  fakeBrowser.runtime.onMessage.happen({ say: 'keep' }, {});
  stop();
  fakeBrowser.runtime.onMessage.happen({ tell: 'rest' }, {});
  expect(heard).toEqual([{ tell: 'refresh' }]);
});
