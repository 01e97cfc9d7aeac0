import { getText } from '../../browser/text.ts';
import { typedSoFar } from './typed-so-far.ts';

/** The field as the page is written with it: what was drawn has a name. */
const fieldAsWritten = (): Element | null => document.querySelector('[role=combobox]:not([aria-label])');

/** Who wants to leave before anything is drawn need not wait for that. */
export function leaveByEscape(): void {
  addEventListener('keydown', ({ key, isComposing }) => {
    if (key === 'Escape' && !isComposing && fieldAsWritten()) window.close();
  });
}

/** So long after something went wrong it may still be drawn: not every mistake is the end. */
const WAIT_MS = 500;

/**
 * Where the page's own script does not come, or ends before it has drawn anything, that is said by the script before it: else a field
 * would stand there for good that finds nothing. What goes wrong later is said in the drawing (ui/boundary.tsx).
 */
export function sayWhereNothingStarts(): void {
  const look = (): void => void setTimeout(say, WAIT_MS);
  // A script that does not come says so to nobody but itself: it is heard on the way there.
  addEventListener('error', look, true);
  addEventListener('unhandledrejection', look);
}

function say(): void {
  const place = fieldAsWritten()?.closest('main');
  if (!place) return;
  document.documentElement.dir = getText('@@bidi_dir') || 'ltr';
  document.documentElement.lang = getText('uiLanguage') || 'en';
  const said = document.createElement('p');
  said.textContent = getText('pageBroken');
  const again = document.createElement('button');
  again.className = 'button primary';
  again.textContent = getText('pageLoadAgain');
  const typed = typedSoFar();
  again.onclick = () => {
    history.replaceState({ typed }, '');
    location.reload();
  };
  const empty = document.createElement('div');
  empty.className = 'empty';
  empty.setAttribute('role', 'alert');
  empty.append(said, again);
  const name = document.createElement('h1');
  name.className = 'hidden-visually';
  name.textContent = getText('extensionName');
  place.replaceChildren(name, empty);
}

/** What was typed before it was loaded again stands in the field before the page's own script reads it. */
export function bringBackTyped(): void {
  const typed: unknown = history.state?.typed;
  if (typeof typed !== 'string') return;
  // Once: whoever loads it again later has something else in mind.
  history.replaceState(null, '');
  const put = (): void => {
    const field = document.querySelector('input');
    if (field?.value === '') field.value = typed;
  };
  document.addEventListener('readystatechange', put, { once: true });
}
