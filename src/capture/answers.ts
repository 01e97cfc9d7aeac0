import { elementAt, hostOf, isTag, parentOf, titleOf } from './dom.ts';
import { createEar, type Ear } from './ear.ts';

/** Whether a page has answered a click with something of its own. */
export interface Answers extends Ear {
  isAnswered(): boolean;
}

/**
 * A page does not tell what it listens to: a card may have a listener of its own and show nothing of that. What can be known is
 * what has come of a click: whether anything on the way from what was clicked to the body has changed in the very turn of
 * the click (as a card opens, or is drawn anew), or the page has another address or title. Changes elsewhere, as what
 * counts clicks writes them beside the text, say nothing.
 */
export function createAnswers(): Answers {
  let isChanged = false;
  let before = '';
  const observer = new MutationObserver(() => {
    isChanged = true;
  });

  /** On the way down, before the page hears of it. */
  function begin(event: MouseEvent): void {
    // What a page clicks itself as it answers a person is part of its answer.
    if (!event.isTrusted) return;
    observer.disconnect();
    isChanged = false;
    before = nameOfPage();
    const [target] = event.composedPath() as Node[];
    for (let one = target && elementAt(target); one && !isTag(one, 'body', 'html'); one = above(one)) {
      observer.observe(one, { attributes: true, childList: true });
    }
    setTimeout(() => observer.disconnect());
  }

  const ear = createEar('click', begin, true);
  return { hearIn: ear.hearIn, isAnswered: () => isChanged || nameOfPage() !== before };
}

const nameOfPage = (): string => `${location.href} ${titleOf(document)}`;

const above = (element: Element): Element | null =>
  parentOf(element) ?? hostOf(Node.prototype.getRootNode.call(element));
