// @vitest-environment happy-dom

import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { PageLayer } from '../../src/capture/layer.ts';
import { events, fakeBrowser } from '../browser/fake-browser.ts';

/** What was said to the background, whatever it was. */
const said: unknown[] = [];
let layer: PageLayer;

beforeEach(() => {
  vi.resetModules();
  said.length = 0;
  layer = {};
  Object.assign(globalThis, { sidelight: layer });
  fakeBrowser.runtime.sendMessage = async (one) => {
    said.push(one);
    return { ok: true, value: { marks: [], count: 0, bar: false } };
  };
});

afterEach(() => layer.resident?.rest());

async function arrive(address: string, ...files: ('gate' | 'main')[]): Promise<void> {
  (globalThis as unknown as { happyDOM: { setURL(url: string): void } }).happyDOM.setURL(address);
  for (const file of files)
    await (file === 'gate' ? import('../../src/capture/gate.ts') : import('../../src/capture/main.ts'));
}

/** Everything that could have us begin by ourselves. */
async function touch(): Promise<void> {
  await Promise.all(events.onMessage.happen({ tell: 'refresh' }, {}));
  window.dispatchEvent(Object.assign(new Event('pageshow'), { persisted: true }));
  window.dispatchEvent(new Event('hashchange'));
}

test.each(['https://mail.company.example/inbox', 'https://www.somebank.example/', 'https://paypal.com./home'])(
  'on %s nothing is asked of the background and nothing heard',
  async (address) => {
    await arrive(address, 'gate', 'main');
    await touch();
    expect(said).toEqual([]);
    expect(layer).toEqual({ staysAway: false });
  },
);

test('elsewhere the page asks as ever', async () => {
  await arrive('https://docs.example/guide', 'gate', 'main');
  expect(said).toMatchObject([{ say: 'marks', takes: { href: 'https://docs.example/guide' } }]);
});

test('what is brought after that was asked for: where a person wants us on all the same, we are', async () => {
  await arrive('https://mail.company.example/inbox', 'gate', 'main');
  vi.resetModules();
  await import('../../src/capture/main.ts');
  expect(said).toMatchObject([{ say: 'marks' }]);
});
