import type { Page } from './page.ts';
import { readPage } from './read-page.ts';
import type { Sliced } from './slices.ts';

/** Pages that were read or are being read, each until the DOM under its root changes. */
const kept = new WeakMap<Node, { page?: Page; watch: MutationObserver }>();

/** A root's page: the one that was kept, or read anew. */
export function* pageOf(root: Node): Sliced<Page> {
  const known = kept.get(root);
  if (known?.page && !known.watch.takeRecords().length) return known.page;
  forget(root);
  const watch = new MutationObserver(() => forget(root));
  watch.observe(root, { childList: true, characterData: true, subtree: true });
  const entry: { page?: Page; watch: MutationObserver } = { watch };
  kept.set(root, entry);
  const page = yield* readPage(root);
  entry.page = page;
  return page;
}

/** Drops what was read of a root. */
export function forget(root: Node): void {
  kept.get(root)?.watch.disconnect();
  kept.delete(root);
}
