import { describe } from '../../../anchor/index.ts';
import { createTarget } from '../../../domain/create-target.ts';
import { systemClock } from '../../../kit/clock.ts';
import { createId } from '../../../kit/id.ts';
import type { Result } from '../../../kit/result.ts';
import type { Store } from '../../../store/db.ts';
import { keep } from '../../../store/keep.ts';
import { finishRemovals, remove } from '../../../store/remove.ts';
import { PRIVATE, type RecordKey, type RecordRow } from '../../../store/rows.ts';

/** This page, without what stands behind its name. */
export const here = (): string => location.href.replace(/[?#].*$/, '');

/** What is selected inside a part of the page, else all of it. */
export function passageIn(root: HTMLElement): Range {
  const selection = document.getSelection();
  const range = selection && selection.rangeCount > 0 ? selection.getRangeAt(0) : null;
  if (range && !range.collapsed && root.contains(range.commonAncestorContainer)) return range;
  const all = document.createRange();
  all.selectNodeContents(root);
  return all;
}

/** Keeps a passage of this page like one of any other: the same record, through the same door. */
export function keepPassage(store: Store, root: HTMLElement, range: Range): Promise<Result<RecordRow>> {
  const target = createTarget({ href: here(), title: document.title, selectors: describe(range, root) });
  const quote = range.toString().trim();
  const body = { created: systemClock(), quote, title: document.title, lang: document.documentElement.lang, target };
  return keep(store, { id: createId(), kind: 'lesson', body }, systemClock);
}

/** Takes back what was kept here, at once. */
export async function undoKeep(store: Store, id: string): Promise<void> {
  const keys: RecordKey[] = [[PRIVATE, id]];
  await remove(store, keys, 0, systemClock);
  await finishRemovals(store, systemClock, keys);
}
