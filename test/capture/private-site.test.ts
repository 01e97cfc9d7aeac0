// @vitest-environment happy-dom

import { afterEach, beforeEach, expect, test } from 'vitest';
import type { PageLayer } from '../../src/capture/layer.ts';
import { joinLayer } from '../../src/capture/layer.ts';
import { fakeBrowser } from '../browser/fake-browser.ts';
import '../../src/capture/keep.ts';
import { dismiss } from '../../src/capture/toast.ts';
import { soon } from '../soon.ts';

const said: string[] = [];
const roots: ShadowRoot[] = [];
const attach = HTMLElement.prototype.attachShadow;
const capture = joinLayer().capture as NonNullable<PageLayer['capture']>;

beforeEach(() => {
  said.length = roots.length = 0;
  HTMLElement.prototype.attachShadow = function (init) {
    roots.push(attach.call(this, init));
    return roots.at(-1) as ShadowRoot;
  };
  fakeBrowser.runtime.sendMessage = async (message) => {
    said.push((message as { say: string }).say);
    return { ok: true, value: { id: 'kept' } };
  };
  document.body.innerHTML = '<p>Your balance is shown below.</p><input id="field">';
  const text = document.querySelector('p')?.firstChild as Text;
  document.getSelection()?.setBaseAndExtent(text, 0, text, 12);
});

afterEach(() => {
  dismiss();
  HTMLElement.prototype.attachShadow = attach;
});

const buttonNamed = (name: string) =>
  [...(roots.at(-1)?.querySelectorAll('button') ?? [])].find((one) => one.textContent === name);

/** A click as a hand makes it; a page's scripts can only make untrusted ones. */
function press(name: string, isTrusted = true): void {
  const event = new MouseEvent('click', { bubbles: true });
  if (isTrusted) Object.defineProperty(event, 'isTrusted', { value: true });
  buttonNamed(name)?.dispatchEvent(event);
}

test('on a site that looks private a key keeps nothing yet: it asks, and going on keeps', async () => {
  expect(await capture('lesson', 'key', true)).toBe('asked-first');
  expect(said).toEqual([]);
  expect(buttonNamed('Keep')).toBeDefined();
  press('Keep', false);
  expect(said).toEqual([]);
  press('Keep');
  await soon(() => expect(said).toEqual(['keep']));
});

test('a question is asked about first as well', async () => {
  expect(await capture('question', 'key', true)).toBe('asked-first');
  expect(said).toEqual([]);
});

test('a key in a field is left alone there too, without a word', async () => {
  document.getElementById('field')?.focus();
  expect(await capture('lesson', 'key', true)).toBe('left-alone');
  expect(await capture('lesson', 'key', false)).toBe('left-alone');
  expect(roots).toEqual([]);
  expect(said).toEqual([]);
});
