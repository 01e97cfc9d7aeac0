/**
 * Runs in a popup before its own scripts. Types what it finds in the storage of its origin into the search field as soon
 * as that is there, and notes when: milliseconds since the page began to load. `found` is the moment at which the first
 * row with a marked word stands in the document, `painted` the one after it was drawn.
 */
export interface Seen {
  start: number;
  field?: number;
  rows?: number;
  found?: number;
  painted?: number;
}

const seen: Seen = { start: performance.now() };
const query = localStorage.getItem('bench-query') ?? '';

function look(): void {
  const field = document.querySelector<HTMLInputElement>('[role=combobox]');
  if (field && seen.field === undefined) {
    seen.field = performance.now();
    field.value = query;
    if (query !== '') field.dispatchEvent(new InputEvent('input', { bubbles: true }));
  }
  if (document.querySelector('[role=option]')) seen.rows ??= performance.now();
  if (seen.found !== undefined || !document.querySelector('[role=option] mark')) return;
  seen.found = performance.now();
  watch.disconnect();
  requestAnimationFrame(() => {
    setTimeout(() => {
      seen.painted = performance.now();
    });
  });
}

const watch = new MutationObserver(look);
watch.observe(document, { childList: true, subtree: true });
Object.assign(globalThis, { seen });
