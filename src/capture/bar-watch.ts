import { isAlive } from '../browser/ask-page.ts';
import { type BarActions, hideBar, hideBarUnless, showBar } from './bar.ts';
import { findSelected } from './passage.ts';
import { withLive } from './ranges.ts';
import { isOurs } from './toast-host.ts';

/** A selection shorter than this is rather a slip of the hand. */
const LEAST = 3;

/** Quiet after the hand that selected: whoever selects on, or clicks it away, is not met by a bar in between. */
const SETTLE_MS = 250;

/** What ends selecting, by hand or by keys. */
const ENDS = ['pointerup', 'keyup'];

let stop: (() => void) | null = null;
/** Words about which something was done, by a key or a menu: no bar offers that once more while they stay selected. */
let done: string | undefined;

/** Takes the bar away, until other words than these are selected. */
export function endBar(words: string | undefined): void {
  done = words;
  hideBar();
}

/** Has the bar come at selections that a person makes, or no longer. */
export function switchBar(isOn: boolean, actions: BarActions): void {
  if (isOn === (stop !== null)) return;
  stop?.();
  stop = isOn ? watch(actions) : null;
}

function watch(actions: BarActions): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const look = (): void => lookAtSelection(actions);
  const lookSoon = (event: Event): void => {
    clearTimeout(timer);
    if (!isAlive()) switchBar(false, actions);
    else if (event.isTrusted && !isOurs(event) && mayHaveSelected(event)) timer = setTimeout(look, SETTLE_MS);
  };
  // What is selected grows under the bar, or is gone: it comes again when the hand rests.
  const drop = (): void => {
    hideBarUnless(document.getSelection());
    if (!document.getSelection()?.isCollapsed) return;
    done = undefined;
    clearTimeout(timer);
  };
  // Heard before the page, which may keep them to itself.
  for (const name of ENDS) window.addEventListener(name, lookSoon, true);
  document.addEventListener('selectionchange', drop);
  return () => {
    clearTimeout(timer);
    for (const name of ENDS) window.removeEventListener(name, lookSoon, true);
    document.removeEventListener('selectionchange', drop);
    endBar(undefined);
  };
}

/** Keys that select, and not while a word is being composed. That of select all writes another letter in other scripts. */
function mayHaveSelected(event: Event): boolean {
  if (!(event instanceof KeyboardEvent)) return true;
  const isA = event.key.toLowerCase() === 'a' || event.code === 'KeyA';
  return !event.isComposing && (event.shiftKey || event.key === 'Shift' || isA);
}

function lookAtSelection(actions: BarActions): void {
  const selected = findSelected(document);
  // In a frame the place on the screen is another's to know.
  const isHere = selected.kind === 'passage' && selected.passage.document === document;
  const words = isHere ? selected.passage.text : '';
  if (!isHere || words.length < LEAST || words === done) hideBar();
  else withLive(selected.passage.range, (live) => showBar(live, actions));
}
