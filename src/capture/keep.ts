/** Injected by a gesture: reads what is selected, and keeps it or begins a question about it. */
import { askOnce, askUntilAnswered, pageText } from '../browser/ask-page.ts';
import type { Draft } from '../wire/messages.ts';
import { createDraft } from './draft.ts';
import { describeElementIn } from './element-draft.ts';
import { type Gesture, joinLayer, type Outcome, type What } from './layer.ts';
import { findSelected, type Passage, readSelection, type Selected } from './passage.ts';
import { roomFor } from './room.ts';
import { dismiss, say } from './toast.ts';

const SLOW_MS = 700;

const layer = joinLayer();
layer.capture = capture;
layer.say = sayKept;

async function capture(what: What, gesture: Gesture): Promise<Outcome> {
  const selected: Selected = gesture === 'page' ? { kind: 'nothing' } : findSelected(document);
  if (selected.kind === 'field' && gesture === 'key') return 'left-alone';
  const passage = passageOf(selected);
  if (!passage && gesture === 'selection') return 'no-selection';
  if (selected.kind === 'closed-frame') return sayFailure('frame-closed');
  const draft = draftOf(passage);
  return what === 'lesson' ? keep(draft, passage) : askAbout(draft);
}

/** A button of ours was pressed while the cursor stands in a field: what is selected beside the field counts. */
function passageOf(selected: Selected): Passage | null {
  if (selected.kind === 'passage') return selected.passage;
  return selected.kind === 'field' ? readSelection(document) : null;
}

function draftOf(passage: Passage | null): Draft {
  const draft = createDraft(passage);
  if (!passage || draft.selectors.length > 0) return draft;
  const element = describeElementIn(passage);
  return element ? { ...draft, ...element } : draft;
}

async function keep(draft: Draft, passage: Passage | null): Promise<Outcome> {
  const place = passage ? roomFor(passage) : 'bottom';
  const slow = setTimeout(() => say({ words: pageText('toastKeeping') }, place), SLOW_MS);
  const answer = await askUntilAnswered('keep', draft);
  clearTimeout(slow);
  if (!answer.ok) return sayFailure(answer.failure.code);
  sayKept(passage ? 'toastKept' : 'toastKeptPage', answer.value.id, place);
  return 'kept';
}

async function askAbout(draft: Draft): Promise<Outcome> {
  const answer = await askUntilAnswered('ask', draft);
  return answer.ok ? 'asked' : sayFailure(answer.failure.code);
}

function sayFailure(code: string): Outcome {
  say({ words: pageText(`failure_${code.replaceAll('-', '_')}`) });
  return 'failed';
}

/** Says that something was kept, and offers what can be done about it. */
function sayKept(key: string, id: string, place?: 'top' | 'bottom'): true {
  const actions = [
    { words: pageText('toastUndo'), run: () => void undo(id) },
    { words: pageText('toastAddWhy'), run: () => addWhy(id) },
  ];
  say({ words: pageText(key), actions }, place);
  return true;
}

async function undo(id: string): Promise<void> {
  const answer = await askUntilAnswered('undo', { id });
  if (answer.ok) say({ words: pageText('toastUndone') });
  else sayFailure(answer.failure.code);
}

/** Says it in the click's own turn: the side panel opens in a gesture only. */
function addWhy(id: string): void {
  const answer = askOnce('open', { team: '', id, note: true });
  dismiss();
  void answer.then((opened) => {
    if (!opened.ok && opened.failure.code !== 'no-answer') sayFailure(opened.failure.code);
  });
}
