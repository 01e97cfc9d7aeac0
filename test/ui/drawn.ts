import { type ComponentChild, render } from 'preact';
import { act } from 'preact/test-utils';
import { afterEach } from 'vitest';

let last: Element | null = null;

/** Nothing that a test has drawn listens on in the next. */
afterEach(async () => {
  const before = last;
  last = null;
  if (before) await act(() => render(null, before));
});

/** Draws into a fresh place of the document, with effects run. */
export function draw(child: ComponentChild) {
  const root = document.createElement('div');
  last = root;
  document.body.replaceChildren(root);
  const redraw = (next: ComponentChild) => act(() => render(next, root));
  void redraw(child);
  return { root, redraw };
}

/** Types as a person does. */
export function type(field: HTMLInputElement | HTMLTextAreaElement, value: string): Promise<void> {
  return act(() => {
    field.value = value;
    field.dispatchEvent(new InputEvent('input', { bubbles: true }));
  });
}

export function press(on: Element, key: string, more: KeyboardEventInit = {}): Promise<void> {
  return act(() => {
    on.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true, ...more }));
  });
}

export const click = (on: Element | null | undefined): Promise<void> =>
  act(() => {
    on?.dispatchEvent(new MouseEvent('click', { bubbles: true, cancelable: true }));
  });

/** The button whose words or name are these. */
export function button(root: ParentNode, name: string): HTMLButtonElement {
  const buttons = [...root.querySelectorAll('button')];
  const found = buttons.find((one) => (one.getAttribute('aria-label') ?? one.textContent?.trim()) === name);
  if (!found)
    throw new Error(`There is no button "${name}" among: ${buttons.map((one) => one.textContent).join(' | ')}`);
  return found;
}

/** Sends a form, as Enter in one of its fields does. */
export const submit = (form: Element | null | undefined): Promise<void> =>
  act(() => {
    form?.dispatchEvent(new Event('submit', { bubbles: true, cancelable: true }));
  });
