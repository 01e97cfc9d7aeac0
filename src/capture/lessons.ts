import { askOnce, askUntilAnswered, pageText } from '../browser/ask-page.ts';
import type { Draft } from '../wire/messages.ts';
import { forget } from './grow.ts';
import type { Outcome } from './layer.ts';
import { sayFailure, sayIfRefused } from './said.ts';
import { dismiss, say } from './toast.ts';
import type { Edge } from './toast-host.ts';

const SLOW_MS = 700;

/** Keeps a draft and says so when it is durable; what it replaces is taken back only then. */
export async function keep(draft: Draft, edge: Edge, replaces?: string): Promise<Outcome> {
  // What the page said last was about something else.
  dismiss();
  const slow = setTimeout(() => say({ words: pageText('toastKeeping') }, edge), SLOW_MS);
  const answer = await askUntilAnswered('keep', draft);
  clearTimeout(slow);
  if (!answer.ok) return sayFailure(answer.failure.code);
  if (replaces !== undefined) void askUntilAnswered('undo', { id: replaces });
  sayKept(wordsFor(draft), answer.value.id, edge);
  return 'kept';
}

/** What is kept of a page may have no place there. */
function wordsFor({ selectors, quote }: Draft): string {
  if (selectors.length > 0) return 'toastKept';
  return quote === undefined ? 'toastKeptPage' : 'toastKeptWithoutPlace';
}

/** Tells what finds a passage again that was kept by its words; where the page has changed meanwhile, those must do. */
export async function describeKept(id: string, selectors: Draft['selectors']): Promise<void> {
  if (selectors.length > 0) await askUntilAnswered('describe', { id, selectors });
}

/** Says that something was kept, and offers what can be done about it. */
export function sayKept(key: string, id: string, edge?: Edge): true {
  const actions = [
    { words: pageText('toastUndo'), run: () => void undo(id) },
    { words: pageText('toastAddWhy'), run: () => addWhy(id) },
  ];
  say({ words: pageText(key), actions }, edge);
  return true;
}

async function undo(id: string): Promise<void> {
  // Before the answer: a key in between would say of it that it is kept.
  forget(id);
  const answer = await askUntilAnswered('undo', { id });
  if (answer.ok) say({ words: pageText('toastUndone') });
  else sayFailure(answer.failure.code);
}

/** Says it in the click's own turn: the side panel opens in a gesture only. */
function addWhy(id: string): void {
  const answer = askOnce('open', { team: '', id, note: true });
  dismiss();
  void sayIfRefused(answer);
}
