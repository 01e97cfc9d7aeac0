// @vitest-environment happy-dom
import '../browser/fake-browser.ts';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { dismiss, say } from '../../src/capture/toast.ts';
import { fakeBrowser } from '../browser/fake-browser.ts';

/** Closed roots are closed to tests as well; what is made is remembered as it is made. */
const roots: ShadowRoot[] = [];
const attach = HTMLElement.prototype.attachShadow;

beforeEach(() => {
  vi.useFakeTimers();
  HTMLElement.prototype.attachShadow = function (init) {
    expect(init.mode).toBe('closed');
    const root = attach.call(this, init);
    roots.push(root);
    return root;
  };
});

afterEach(() => {
  dismiss();
  vi.useRealTimers();
  HTMLElement.prototype.attachShadow = attach;
  roots.length = 0;
});

const inside = (): ShadowRoot => roots.at(-1) as ShadowRoot;
const hosts = (): Element[] => [...document.documentElement.children].filter(({ localName }) => localName === 'div');
const buttonNamed = (name: string) => [...inside().querySelectorAll('button')].find((one) => one.textContent === name);

/** An event as a person's hand makes it; scripts can only make untrusted ones. */
function trusted<E extends Event>(event: E): E {
  Object.defineProperty(event, 'isTrusted', { value: true });
  return event;
}

describe('what is said in the page', () => {
  test('is read out once it is there, and goes by itself', () => {
    say({ words: 'Kept' });
    const status = inside().querySelector('[role=status]');
    expect(status?.textContent).toBe('');
    vi.advanceTimersByTime(100);
    expect(status?.textContent).toBe('Kept');
    vi.advanceTimersByTime(20_000);
    expect(hosts()).toEqual([]);
  });

  test('takes the place of what was said before', () => {
    say({ words: 'Kept' });
    say({ words: 'Undone' });
    expect(hosts()).toHaveLength(1);
  });

  test('leaves nothing on the host that tells whose it is', () => {
    say({ words: 'Kept' });
    expect(hosts()[0]?.outerHTML).not.toMatch(/sidelight|kept|class|\sid=/i);
  });

  test('stays while it is used', () => {
    say({ words: 'Kept' });
    const box = inside().querySelector('.toast') as HTMLElement;
    box.dispatchEvent(trusted(new Event('pointerenter')));
    vi.advanceTimersByTime(60_000);
    expect(hosts()).toHaveLength(1);
    box.dispatchEvent(trusted(new Event('pointerleave')));
    vi.advanceTimersByTime(20_000);
    expect(hosts()).toEqual([]);
  });

  test('is nothing once the extension is gone', () => {
    fakeBrowser.runtime.id = undefined;
    say({ words: '' });
    expect(hosts()).toEqual([]);
  });
});

describe('a hand and a script', () => {
  test('only a hand presses a button', () => {
    let pressed = 0;
    say({ words: 'Kept', actions: [{ words: 'Undo', run: () => pressed++ }] });
    buttonNamed('Undo')?.dispatchEvent(new MouseEvent('click', { bubbles: true }));
    buttonNamed('Undo')?.click();
    expect(pressed).toBe(0);
    buttonNamed('Undo')?.dispatchEvent(trusted(new MouseEvent('click')));
    expect(pressed).toBe(1);
  });

  test('only a hand sends it away with Escape', () => {
    say({ words: 'Kept' });
    window.dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape' }));
    expect(hosts()).toHaveLength(1);
    window.dispatchEvent(trusted(new KeyboardEvent('keydown', { key: 'Escape' })));
    expect(hosts()).toEqual([]);
  });

  test('a script does not keep it there either', () => {
    say({ words: 'Kept' });
    inside().querySelector('.toast')?.dispatchEvent(new Event('pointerenter'));
    vi.advanceTimersByTime(20_000);
    expect(hosts()).toEqual([]);
  });
});

test('every button has a name', () => {
  say({ words: 'Kept', actions: [{ words: 'Undo', run: () => {} }] });
  for (const button of inside().querySelectorAll('button')) {
    expect(button.getAttribute('aria-label') ?? button.textContent).toMatch(/\w/);
  }
});
