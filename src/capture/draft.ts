import { createId } from '../kit/id.ts';
import type { Draft } from '../wire/messages.ts';
import { type Described, describeSoon } from './describe-soon.ts';
import { closestTo, elementAt, rootElementOf, titleOf } from './dom.ts';
import { joinLayer } from './layer.ts';
import type { Passage } from './passage.ts';

const TITLE_MAX = 4_096;
const LANG_MAX = 64;

/** What is to be kept or asked about: a passage, or without one the page itself. */
export const createDraft = (passage: Passage | null): Draft => draftSoon(passage, Number.POSITIVE_INFINITY).draft;

/** The same in so many ms: of a passage on a long page its words alone, and the `rest` of what finds it again. */
export function draftSoon(passage: Passage | null, withinMs: number): { draft: Draft; rest?: Described['rest'] } {
  const { describe = describeSoon } = joinLayer();
  if (!passage) return { draft: toDraft(null, []) };
  const { selectors, rest } = describe(passage, withinMs);
  return { draft: toDraft(passage, selectors), rest };
}

function toDraft(passage: Passage | null, selectors: Draft['selectors']): Draft {
  const lang = languageAt(passage);
  return {
    id: createId(),
    href: location.href,
    title: titleOf(document).slice(0, TITLE_MAX),
    ...(lang ? { lang } : {}),
    ...(passage ? { quote: passage.text } : {}),
    selectors,
    ...(passage && passage.document !== document ? { frame: passage.document.URL } : {}),
  };
}

/** BCP 47, as the page marks the passage's place. */
function languageAt(passage: Passage | null): string {
  const at = passage?.range.startContainer;
  const near = at ? elementAt(at) : null;
  const marked = near && closestTo(near, '[lang]');
  const from = marked ?? rootElementOf(passage?.document ?? document);
  return (from ? (Element.prototype.getAttribute.call(from, 'lang') ?? '') : '').slice(0, LANG_MAX);
}
