// @vitest-environment happy-dom
import '../browser/fake-browser.ts';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { leadKeys } from '../../src/capture/toast-keys.ts';

let inside: ShadowRoot;
let stop: () => void;

beforeEach(() => {
  document.body.innerHTML = '<a href="#x">a link</a><input>';
  const host = document.createElement('div');
  document.documentElement.append(host);
  inside = host.attachShadow({ mode: 'closed' });
  inside.innerHTML = '<button>Undo</button><button>Close</button>';
  stop = leadKeys(inside);
});

afterEach(() => stop());

/** A key as a person presses it, on whatever has the focus; true where the page would have had it. */
function tab({ shiftKey = false, isTrusted = true } = {}): boolean {
  const event = new KeyboardEvent('keydown', { key: 'Tab', shiftKey, bubbles: true, cancelable: true });
  Object.defineProperty(event, 'isTrusted', { value: isTrusted });
  return document.body.dispatchEvent(event);
}

const focus = (css: string) => document.querySelector<HTMLElement | SVGElement>(css)?.focus();
const focused = () => inside.activeElement?.textContent ?? document.activeElement?.localName;

test('the next Tab goes to what is said, and nothing moves before it', () => {
  focus('a');
  expect(focused()).toBe('a');
  expect(tab()).toBe(false);
  expect(focused()).toBe('Undo');
});

test('beyond its ends focus is where it was, and the page has its Tab again', () => {
  focus('a');
  tab();
  expect(tab({ shiftKey: true })).toBe(false);
  expect(focused()).toBe('a');
  expect(tab()).toBe(true);
});

test('what goes while it has the focus gives it back', () => {
  focus('a');
  tab();
  stop();
  expect(focused()).toBe('a');
});

test('a script, a step back and whoever is writing are left alone', () => {
  focus('a');
  expect(tab({ isTrusted: false })).toBe(true);
  expect(tab({ shiftKey: true })).toBe(true);
  focus('input');
  expect(tab()).toBe(true);
  expect(focused()).toBe('input');
});

test.each([
  ['drawn in SVG', '<svg tabindex="0"></svg>', 'svg'],
  ['a link whose form calls a field as its own methods', '<form tabindex="0"><input name="focus"></form>', 'form'],
])('focus goes back to where it was also where that is %s', (_, html, name) => {
  document.body.innerHTML = html;
  const element = document.querySelector(name) as HTMLElement | SVGElement;
  HTMLElement.prototype.focus.call(element as HTMLElement);
  expect(focused()).toBe(name);
  tab();
  expect(focused()).toBe('Undo');
  tab({ shiftKey: true });
  expect(focused()).toBe(name);
});
