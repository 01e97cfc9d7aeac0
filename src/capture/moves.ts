/** The part of the Navigation API that we use; it is in both browsers, but not in TypeScript's library yet everywhere. */
const navigationOf = (): EventTarget | undefined => (window as unknown as { navigation?: EventTarget }).navigation;

const SETTLE_MS = 120;

/**
 * Hears that a single-page application moved to another address, after a moment of quiet: some rewrite the address with
 * every step of scrolling. Costs nothing while nothing moves. Returns how to stop.
 */
export function onMove(listener: () => void): () => void {
  let seen = location.href;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const look = (): void => {
    clearTimeout(timer);
    timer = setTimeout(() => {
      if (location.href === seen) return;
      seen = location.href;
      listener();
    }, SETTLE_MS);
  };
  const sources: [EventTarget | undefined, string][] = [
    [navigationOf(), 'currententrychange'],
    [window, 'popstate'],
    [window, 'hashchange'],
  ];
  for (const [source, name] of sources) source?.addEventListener(name, look);
  return () => {
    clearTimeout(timer);
    for (const [source, name] of sources) source?.removeEventListener(name, look);
  };
}
