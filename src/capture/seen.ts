let pending: (() => void) | null = null;

/** Runs something now, or when the page first comes into view: neither prerendered nor background pages do any work. */
export function whenSeen(run: () => void): void {
  if (document.visibilityState === 'visible') {
    run();
    return;
  }
  if (!pending) document.addEventListener('visibilitychange', runPending);
  pending = run;
}

function runPending(): void {
  if (document.visibilityState !== 'visible') return;
  document.removeEventListener('visibilitychange', runPending);
  const run = pending;
  pending = null;
  run?.();
}
