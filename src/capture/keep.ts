/** Injected by a gesture: reads what is selected, and keeps it or begins a question about it. */
import { pageText } from '../browser/ask-page.ts';
import type { Draft } from '../wire/messages.ts';
import { endBar, switchBar } from './bar-watch.ts';
import { describeSoon } from './describe-soon.ts';
import { createDraft, draftSoon } from './draft.ts';
import { describeElementIn, draftOfElement } from './element-draft.ts';
import { grown, keptBefore, rememberKept } from './grow.ts';
import { findImage } from './image.ts';
import { type Gesture, joinLayer, type Outcome, type What } from './layer.ts';
import { describeKept, keep, sayKept } from './lessons.ts';
import { findSelected, type Passage, readSelection, type Selected } from './passage.ts';
import { askAbout, askFromPage } from './questions.ts';
import { roomFor } from './room.ts';
import { sayFailure } from './said.ts';
import { say } from './toast.ts';

/** Within this a file has come into the page that was asked for it. */
const BROUGHT_MS = 1_000;
/** Within this a page is read that is not long. A longer one is read once its passage is on its way to being kept. */
const READ_MS = 3;

/** A key that is pressed again means what the one before it has kept, so it waits until that is. */
let before: Promise<unknown> = Promise.resolve();

const layer = joinLayer();
// Two gestures at once bring this file twice: what the first one knows holds for both.
layer.describe ??= describeSoon;
layer.capture ??= captureInTurn;
layer.say ??= sayKept;
layer.bar ??= (isOn) => {
  switchBar(isOn, {
    keep: () => void capture('lesson', 'button', false),
    ask: () => askFromPage(draftOf(selectedNow())),
  });
  return true;
};
beginAsked();

/**
 * The gesture that this file was brought for begins at once; what is older than that was given up. Of what stands further
 * down only functions are there by then, and no constants.
 */
function beginAsked(): void {
  const { asked } = layer;
  delete layer.asked;
  const isFresh = asked && performance.now() - asked.at < BROUGHT_MS;
  if (isFresh && layer.capture) layer.begun = { id: asked.id, outcome: layer.capture(...asked.by) };
}

function captureInTurn(...asked: Parameters<typeof capture>): Promise<Outcome> {
  const [, gesture] = asked;
  if (gesture !== 'key') return capture(...asked);
  const turn = before.then(() => capture(...asked));
  before = turn.catch(() => {});
  return turn;
}

async function capture(what: What, gesture: Gesture, asksFirst: boolean, image = ''): Promise<Outcome> {
  if (gesture === 'image') return keepImage(image, asksFirst);
  const selected: Selected = gesture === 'page' ? { kind: 'nothing' } : findSelected(document);
  if (selected.kind === 'field' && gesture === 'key') return 'left-alone';
  const passage = passageOf(selected);
  endBar(passage?.text);
  if (!passage && gesture === 'selection') return 'no-selection';
  if (selected.kind === 'closed-frame') return sayFailure('frame-closed');
  if (asksFirst) return sayPrivate(what, draftOf(passage));
  return what === 'lesson' ? keepPassage(passage, gesture) : askAbout(draftOf(passage));
}

async function keepImage(address: string, asksFirst: boolean): Promise<Outcome> {
  const image = findImage(address);
  if (!image) return 'no-image';
  const draft = { ...createDraft(null), ...draftOfElement(image) };
  return asksFirst ? sayPrivate('lesson', draft) : keep(draft, 'bottom');
}

function selectedNow(): Passage | null {
  return passageOf(findSelected(document));
}

/** A button of ours was pressed while the cursor stands in a field: what is selected beside the field counts. */
function passageOf(selected: Selected): Passage | null {
  if (selected.kind === 'passage') return selected.passage;
  return selected.kind === 'field' ? readSelection(document) : null;
}

/** The same key once more on what was just kept grows it by a sentence. */
async function keepPassage(selected: Passage | null, gesture: Gesture): Promise<Outcome> {
  const more = gesture === 'key' ? grown(selected) : null;
  // It cannot grow, and twice the same is no more than once.
  const kept = gesture === 'key' && !more ? keptBefore(selected) : undefined;
  if (kept !== undefined) return sayKept(selected ? 'toastKept' : 'toastKeptPage', kept) && 'kept';
  const passage = more?.passage ?? selected;
  endBar(passage?.text);
  const { draft: soon, rest } = draftSoon(passage, READ_MS);
  const draft = orElement(soon, passage);
  const keeping = keep(draft, passage ? roomFor(passage) : 'bottom', more?.replaces);
  const described = rest?.();
  const outcome = await keeping;
  if (outcome === 'kept') rememberKept(draft.id, passage);
  if (outcome === 'kept') void described?.then((selectors) => describeKept(draft.id, selectors));
  return outcome;
}

function draftOf(passage: Passage | null): Draft {
  return orElement(createDraft(passage), passage);
}

/** Where a passage holds no text to be found by, it may be a picture or a table that is meant. */
function orElement(draft: Draft, passage: Passage | null): Draft {
  if (!passage || draft.selectors.length > 0) return draft;
  const element = describeElementIn(passage);
  return element ? { ...draft, ...element } : draft;
}

/** Asks once on a site that looks private; going on is private too, and the answer holds for the site from then on. */
function sayPrivate(what: What, draft: Draft): Outcome {
  const goOn = {
    lesson: { words: pageText('toastKeepAnyway'), run: () => void keep(draft, 'bottom') },
    question: { words: pageText('toastAskAnyway'), run: () => askFromPage(draft) },
  };
  say({ words: pageText('toastPrivateSite'), actions: [goOn[what]] });
  return 'asked-first';
}
