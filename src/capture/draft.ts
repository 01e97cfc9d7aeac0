import { createId } from '../kit/id.ts';
import type { Draft } from '../wire/messages.ts';
import { closestTo, elementAt, rootElementOf, titleOf } from './dom.ts';
import { joinLayer } from './layer.ts';
import { describePassage, type Passage } from './passage.ts';

const TITLE_MAX = 4_096;
const LANG_MAX = 64;

/** What is to be kept or asked about: a passage, or without one the page itself. */
export function createDraft(passage: Passage | null): Draft {
  const lang = languageAt(passage);
  const { describe = describePassage } = joinLayer();
  return {
    id: createId(),
    href: location.href,
    title: titleOf(document).slice(0, TITLE_MAX),
    ...(lang ? { lang } : {}),
    ...(passage ? { quote: passage.text } : {}),
    selectors: passage ? describe(passage) : [],
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
