import { focusOn } from './dom.ts';
import { activeIn, isEditable } from './field.ts';

/**
 * Leads the keyboard to what is said: it stands behind all of the page, and a long page has many stops. The next Tab goes
 * to its first button, unless the person is writing; beyond the last one, and before the first, focus is where it was.
 * Nothing moves without that key. Returns how to end it, which gives back the focus too.
 */
export function leadKeys(inside: ShadowRoot): () => void {
  let isLed = false;
  let before: Element | null = null;

  function hear(event: KeyboardEvent): void {
    if (!event.isTrusted || event.key !== 'Tab' || event.ctrlKey || event.altKey || event.metaKey) return;
    const all = [...inside.querySelectorAll('button')];
    const at = all.indexOf(inside.activeElement as HTMLButtonElement);
    if (at < 0) enter(event, all[0]);
    else if (!all[at + (event.shiftKey ? -1 : 1)]) {
      take(event);
      giveBack();
    }
  }

  function enter(event: KeyboardEvent, first: HTMLElement | undefined): void {
    const active = activeIn(document);
    if (isLed || event.shiftKey || !first || (active && isEditable(active))) return;
    take(event);
    isLed = true;
    before = active;
    focusOn(first);
  }

  /** From the focus in ours to where it was; without any, the page's next stop follows what is selected. */
  function giveBack(): void {
    const ours = inside.activeElement as HTMLElement | null;
    if (!ours) return;
    ours.blur();
    if (before && before !== document.body) focusOn(before);
  }

  window.addEventListener('keydown', hear, true);
  return () => {
    window.removeEventListener('keydown', hear, true);
    giveBack();
  };
}

/** The key is ours, and the page's own use of it is not meant. */
function take(event: Event): void {
  event.preventDefault();
  event.stopImmediatePropagation();
}
