/**
 * Runs in a popup before its own scripts, as nobody else is there: a debugger in the popup would take its time. Types what
 * stands in its address into the search field as soon as that is there, and notes when: milliseconds since the
 * page began to load. `found` is the moment at which the first row stands in the document that answers what was typed (or any
 * row where nothing was to be typed), `painted` the one after it was drawn. Then it
 * says so to the tab beside it.
 */
import { asTyped } from '../../../src/ui/as-typed.ts';
import { CHANNEL, type Seen } from './seen.ts';
import { typeLetters } from './typing.ts';

const seen: Seen = { start: performance.now() };
const task = new URLSearchParams(location.search);
// Firefox is told in the storage of its origin.
const query = task.get('query') ?? localStorage.getItem('bench-query') ?? '';
const letters = task.get('letters') ?? '';
const channel = new BroadcastChannel(CHANNEL);
channel.onmessage = ({ data }) => data === 'close' && window.close();

/** Whoever types letter by letter begins when everything has come to rest. */
const REST_MS = 600;

function look(): void {
  const field = document.querySelector<HTMLInputElement>('[role=combobox]');
  if (field && seen.field === undefined) {
    seen.field = performance.now();
    field.value = query;
    if (query !== '') field.dispatchEvent(new InputEvent('input', { bubbles: true }));
  }
  const answered = document.querySelector<HTMLElement>('[role=listbox]')?.dataset.typed;
  if (seen.found !== undefined || answered !== asTyped(query) || !document.querySelector('[role=option]')) return;
  seen.found = performance.now();
  watch.disconnect();
  requestAnimationFrame(() => setTimeout(tell));
}

async function tell(): Promise<void> {
  seen.painted = performance.now();
  if (letters !== '') {
    await new Promise((resolve) => setTimeout(resolve, REST_MS));
    seen.letters = await typeLetters(letters);
  }
  channel.postMessage(seen);
}

const watch = new MutationObserver(look);
watch.observe(document, { childList: true, subtree: true, attributes: true, attributeFilter: ['data-typed'] });
// Firefox is asked through its debugger.
Object.assign(globalThis, { seen });
