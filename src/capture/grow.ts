import { documentIn, isTaken, rootElementOf } from './dom.ts';
import { activeIn } from './field.ts';
import { type Passage, readSelection } from './passage.ts';
import { growBySentence } from './sentence.ts';
import { isSaying } from './toast.ts';

/** What was kept last, while the page still says so and nothing else was selected. */
let last: { id: string; passage: Passage | null } | null = null;

export function rememberKept(id: string, passage: Passage | null): void {
  last = { id, passage };
  const holder = passage?.document ?? focusedIn(document);
  holder.addEventListener('selectionchange', () => forget(id), { once: true });
}

/** Selecting anew, even the same words, begins anew; and what was taken back is not kept any more. */
export function forget(id: string): void {
  if (last?.id === id) last = null;
}

/** The lesson that the page still says was kept of just this; undefined where the key means something new. */
export const keptBefore = (selected: Passage | null): string | undefined =>
  last && isSaying() && isSame(selected, last.passage) ? last.id : undefined;

/**
 * What the key means when it is pressed again on what was just kept: the selection, or the caret where there was none,
 * grown by a sentence and selected; and the lesson that it is to replace. Null where it cannot grow, or means something new.
 */
export function grown(selected: Passage | null): { passage: Passage; replaces: string } | null {
  const replaces = keptBefore(selected);
  if (replaces === undefined) return null;
  const holder = selected?.document ?? focusedIn(document);
  const from = selected?.range ?? caretIn(holder);
  const range = from && growBySentence(from, rootElementOf(holder)?.getAttribute('lang') ?? '');
  if (!range) return null;
  const selection = Document.prototype.getSelection.call(holder);
  selection?.setBaseAndExtent(range.startContainer, range.startOffset, range.endContainer, range.endOffset);
  const passage = readSelection(holder);
  return passage && { passage, replaces };
}

function isSame(a: Passage | null, b: Passage | null): boolean {
  if (!a || !b) return a === b;
  return (
    !isTaken(b.range) &&
    a.range.startContainer === b.range.startContainer &&
    a.range.startOffset === b.range.startOffset &&
    a.range.endContainer === b.range.endContainer &&
    a.range.endOffset === b.range.endOffset
  );
}

/** Where the cursor stands in a document's text; null where it was never put anywhere. */
function caretIn(holder: Document): AbstractRange | null {
  const selection = Document.prototype.getSelection.call(holder);
  const range = selection && selection.rangeCount > 0 ? selection.getRangeAt(0) : null;
  return range?.startContainer.nodeType === Node.TEXT_NODE ? range : null;
}

/** The document that has the focus: of a frame of this site, or the page's. */
function focusedIn(holder: Document): Document {
  const active = activeIn(holder);
  const inner = active && documentIn(active);
  return inner ? focusedIn(inner) : holder;
}
