import { isTaken } from './dom.ts';
import { type Passage, readSelection } from './passage.ts';
import { growBySentence } from './sentence.ts';
import { isSaying } from './toast.ts';

/** What was kept last, while the page still says so and nothing else was selected. */
let last: { id: string; passage: Passage | null } | null = null;

export function rememberKept(id: string, passage: Passage | null): void {
  last = { id, passage };
  const holder = passage?.document ?? document;
  holder.addEventListener('selectionchange', () => forget(id), { once: true });
}

/** Selecting anew, even the same words, begins anew. */
function forget(id: string): void {
  if (last?.id === id) last = null;
}

/**
 * What the key means when it is pressed again on what was just kept: the selection, or the caret where there was none,
 * grown by a sentence and selected; and the lesson that it is to replace. Null for a key that means something new.
 */
export function grown(selected: Passage | null): { passage: Passage; replaces: string } | null {
  if (!last || !isSaying() || !isSame(selected, last.passage)) return null;
  const from = selected?.range ?? caret();
  const range = from && growBySentence(from, document.documentElement.lang);
  if (!range) return null;
  const selection = Document.prototype.getSelection.call(selected?.document ?? document);
  selection?.setBaseAndExtent(range.startContainer, range.startOffset, range.endContainer, range.endOffset);
  const passage = readSelection(selected?.document ?? document);
  return passage && { passage, replaces: last.id };
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

/** Where the cursor stands in the page's text; null where it was never put anywhere. */
function caret(): AbstractRange | null {
  const selection = Document.prototype.getSelection.call(document);
  const range = selection && selection.rangeCount > 0 ? selection.getRangeAt(0) : null;
  return range?.startContainer.nodeType === Node.TEXT_NODE ? range : null;
}
