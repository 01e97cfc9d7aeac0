import type { Page } from './page.ts';
import { readPage } from './read-page.ts';
import type { Sliced } from './slices.ts';

/** Pages that were read or are being read, each until the text under its root changes. */
const kept = new WeakMap<Node, { page?: Page; watch: MutationObserver }>();

/** A root's page: the one that was kept, or read anew. */
export function* pageOf(root: Node): Sliced<Page> {
  const known = kept.get(root);
  if (known?.page && known.watch.takeRecords().every(isSilent)) return known.page;
  forget(root);
  const entry: { page?: Page; watch: MutationObserver } = {
    watch: new MutationObserver((records) => records.every(isSilent) || forget(root)),
  };
  entry.watch.observe(root, { childList: true, characterData: true, subtree: true });
  kept.set(root, entry);
  entry.page = yield* readPage(root);
  return entry.page;
}

/**
 * Elements came or went that hold no text: a picture, our own messages. (A form can have a field of that name: then it is
 * read anew for nothing.)
 */
const isSilent = (record: MutationRecord): boolean =>
  record.type === 'childList' && ![...record.addedNodes, ...record.removedNodes].some((node) => node.textContent);

/** Drops what was read of a root. */
export function forget(root: Node): void {
  kept.get(root)?.watch.disconnect();
  kept.delete(root);
}
