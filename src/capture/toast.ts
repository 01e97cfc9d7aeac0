import { pageText } from '../browser/ask-page.ts';
import { type Action, createButton, createSignButton } from './buttons.ts';
import { createHost, type Edge, type Host } from './toast-host.ts';
import { leadKeys } from './toast-keys.ts';

/** Something we say in the page: fixed words only, never anything a person wrote. */
export interface Said {
  words: string;
  actions?: Action[];
}

const LONG = 40;
const STAY_MS = 8_000;
const STAY_LONG_MS = 14_000;
/** A live region is read out when its text changes after it is there, not when it comes with its text. */
const ANNOUNCE_MS = 60;

let host: Host | null = null;
let stopKeys = (): void => {};
let timer: ReturnType<typeof setTimeout> | undefined;

/** Says something at the page's edge, in place of what was said before. It goes by itself, or with Escape. */
export function say({ words, actions = [] }: Said, edge: Edge = 'bottom'): void {
  dismiss();
  if (words === '') return; // The extension is gone, and its words with it.
  host = createHost(edge);
  const box = document.createElement('div');
  box.className = words.length > LONG ? 'toast is-long' : 'toast';
  box.append(announce(words), ...actions.map(createButton), createSignButton('×', pageText('toastClose'), dismiss));
  host.inside.append(box);
  const stay = words.length > LONG ? STAY_LONG_MS : STAY_MS;
  stayWhileUsed(box, stay);
  stopKeys = leadKeys(host.inside);
  window.addEventListener('keydown', dismissOnEscape, true);
}

/** Whether something is being said now. */
export const isSaying = (): boolean => host !== null;

/** Takes away what is said. */
export function dismiss(): void {
  clearTimeout(timer);
  window.removeEventListener('keydown', dismissOnEscape, true);
  stopKeys();
  stopKeys = () => {};
  host?.element.remove();
  host = null;
}

function announce(words: string): HTMLElement {
  const region = document.createElement('span');
  region.className = 'words';
  region.setAttribute('role', 'status');
  setTimeout(() => {
    region.textContent = words;
  }, ANNOUNCE_MS);
  return region;
}

/** Time to read begins anew when the pointer or the focus leaves. */
function stayWhileUsed(box: HTMLElement, stayMs: number): void {
  const hold = (event: Event): void => {
    if (event.isTrusted) clearTimeout(timer);
  };
  const letGo = (): void => {
    clearTimeout(timer);
    timer = setTimeout(dismiss, stayMs);
  };
  for (const name of ['pointerenter', 'focusin']) box.addEventListener(name, hold);
  for (const name of ['pointerleave', 'focusout']) box.addEventListener(name, letGo);
  letGo();
}

function dismissOnEscape(event: KeyboardEvent): void {
  if (event.isTrusted && event.key === 'Escape') dismiss();
}
