/** A page that is not shown has no frames. */
const FRAME_MS = 50;

/** Does something once what stands in the page now was painted; before, where a person does anything in the page: that is to be heard. */
export function afterFrame(work: () => void): void {
  const acts = ['keydown', 'input', 'pointerdown', 'compositionstart'] as const;
  let isDone = false;
  const once = (): void => {
    if (isDone) return;
    isDone = true;
    clearTimeout(timer);
    for (const act of acts) removeEventListener(act, once, true);
    work();
  };
  const timer = setTimeout(once, FRAME_MS);
  for (const act of acts) addEventListener(act, once, true);
  requestAnimationFrame(() => setTimeout(once));
}
