import type { Page } from './page.ts';
import { readPage } from './read-page.ts';
import type { Sliced } from './slices.ts';

/** Pages that were read, each until the DOM under its root changes. */
const kept = new WeakMap<Node, { page: Page; watch: MutationObserver }>();

/** A root's page: the one that was kept, or read anew. */
export function* pageOf(root: Node): Sliced<Page> {
  const known = kept.get(root);
  if (known && known.watch.takeRecords().length === 0) return known.page;
  forget(root);
  let isStale = false;
  const watch = new MutationObserver(() => {
    isStale = true;
    forget(root);
  });
  watch.observe(root, { childList: true, characterData: true, subtree: true });
  const page = yield* readPage(root);
  // Changed while it was read in slices: good for this once, but not kept.
  if (isStale || watch.takeRecords().length) watch.disconnect();
  else kept.set(root, { page, watch });
  return page;
}

/** Drops what was read of a root. */
export function forget(root: Node): void {
  kept.get(root)?.watch.disconnect();
  kept.delete(root);
}
