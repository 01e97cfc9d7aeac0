import { allNames, OUTLINE } from './highlights.ts';
import { runInPage } from './inject.ts';

/**
 * Takes away what a page layer from before an update has left in a tab's page: its highlights and outlines, and what it
 * was just saying.
 */
export async function clearLeftBehind(tabId: number): Promise<void> {
  await runInPage(tabId, clear, allNames(), OUTLINE);
}

/** Runs in the page; it sees nothing but what it is given. */
function clear(names: string[], outline: string): void {
  const { dom } = (globalThis as { browser?: typeof chrome }).browser ?? chrome;
  const clearIn = (view: Window & typeof globalThis): void => {
    // Not `view.CSS.highlights`: see `capture/registry.ts`.
    const registry = Object.getOwnPropertyDescriptor(view.CSS, 'highlights')?.get?.call(view.CSS);
    for (const name of names) registry.delete(name);
    // Through the prototype: a form of the page can stand in the place of what its document is asked for.
    for (const animation of Document.prototype.getAnimations.call(view.document)) {
      if (animation.id === outline) animation.cancel();
    }
    for (let i = 0; i < view.length; i++) {
      try {
        clearIn(view[i] as typeof view);
      } catch {} // A frame of another site: nothing of ours is in it.
    }
  };
  clearIn(window);
  type Host = HTMLElement & { openOrClosedShadowRoot?: ShadowRoot | null };
  for (const host of Document.prototype.querySelectorAll.call(document, 'div[data-at]:empty') as NodeListOf<Host>) {
    const inside = 'openOrClosedShadowRoot' in host ? host.openOrClosedShadowRoot : dom?.openOrClosedShadowRoot(host);
    if (inside?.querySelector('.toast')) host.remove();
  }
}
