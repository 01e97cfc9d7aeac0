/** Functions that run in a document with the browser's own rights: what they do counts as done by the person. */
import type { Role, seek } from './seek.ts';

interface Trusted {
  windowUtils: { setHandlingUserInput(is: boolean): { destruct(): void } };
}

/** Presses a thing if it can be pressed now. */
export function tap(look: typeof seek, role: Role, name: string, beside: string | null): boolean {
  const element = look(role, name, beside);
  if (!element || element.matches(':disabled, [aria-disabled=true]')) return false;
  element.scrollIntoView({ block: 'center', behavior: 'instant' });
  const hand = (window as unknown as Trusted).windowUtils.setHandlingUserInput(true);
  try {
    element.focus();
    element.click();
  } finally {
    hand.destruct();
  }
  return true;
}

/** Presses one key where the focus is. */
export function strike(key: string): void {
  const codes: Record<string, number> = {
    Enter: 13,
    Escape: 27,
    ArrowUp: 38,
    ArrowDown: 40,
    Tab: 9,
    Delete: 46,
    Home: 36,
    End: 35,
    ' ': 32,
    Shift: 16,
  };
  const presser = Cc['@mozilla.org/text-input-processor;1']?.createInstance(Ci.nsITextInputProcessor);
  const event = new KeyboardEvent('', { key, code: key === 'Shift' ? 'ShiftLeft' : key, keyCode: codes[key] ?? 0 });
  presser?.beginInputTransactionForTests(window);
  presser?.keydown(event);
  presser?.keyup(event);
}

export function typeText(text: string): void {
  document.execCommand('insertText', false, text);
}

/** What stands in closed shadow roots, which the page cannot read. */
export function readClosed(): string {
  const roots = Array.from(document.querySelectorAll('*'), (element) => {
    const root = (element as unknown as { openOrClosedShadowRoot: ShadowRoot | null }).openOrClosedShadowRoot;
    return root?.mode === 'closed' && !element.matches('input, textarea, video, audio, details, select') ? root : null;
  });
  return roots
    .flatMap((root) =>
      root ? Array.from(root.querySelectorAll<HTMLElement>('button, p, span, output, [role=status]')) : [],
    )
    .filter((element) => element.checkVisibility())
    .map((element) => element.innerText)
    .join('\n')
    .trim();
}

/** Presses a button there. */
export function tapClosed(name: string): boolean {
  for (const element of document.querySelectorAll('*')) {
    const root = (element as unknown as { openOrClosedShadowRoot: ShadowRoot | null }).openOrClosedShadowRoot;
    const button = Array.from(root?.querySelectorAll('button') ?? []).find((one) => one.innerText.trim() === name);
    if (!button?.checkVisibility()) continue;
    const hand = (window as unknown as Trusted).windowUtils.setHandlingUserInput(true);
    button.click();
    hand.destruct();
    return true;
  }
  return false;
}

/** Presses and lets go the left button at a point, so many times in a row. */
export function clickPoint(x: number, y: number, times: number): void {
  const { synthesizeMouseEvent } = window as unknown as { synthesizeMouseEvent(...args: unknown[]): unknown };
  for (let clickCount = 1; clickCount <= times; clickCount++) {
    for (const type of ['mousemove', 'mousedown', 'mouseup']) {
      const options = { button: 0, buttons: type === 'mousedown' ? 1 : 0, clickCount, inputSource: 1 };
      synthesizeMouseEvent.call(window, type, x, y, options, { isDOMEventSynthesized: false });
    }
  }
}
