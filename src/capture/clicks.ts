import { askOnce } from '../browser/ask-page.ts';
import { createAnswers } from './answers.ts';
import { documentOf, isTaken } from './dom.ts';
import { createEar, type Ear } from './ear.ts';
import { hasSelection, passageHit, targetAt } from './hit.ts';
import type { Painted } from './tones.ts';

const DOUBLE_CLICK_MS = 250;

/**
 * A plain click on a passage opens it, a moment later: a double click selects a word, and then it was not meant for us; nor
 * where the page has answered it by then, with a change of its own or with something that lies over the passage now.
 */
export function createClicks(painted: () => Painted[]): Ear {
  let opening: ReturnType<typeof setTimeout> | undefined;
  const answers = createAnswers();
  const ear = createEar('click', hear);

  function hear(event: MouseEvent): void {
    clearTimeout(opening);
    const hit = passageHit(event, painted());
    const here = hit && documentOf(hit.range.startContainer);
    if (!here) return;
    // As seen here, from outside of shadow roots; afterwards an event has none.
    const { target } = event;
    opening = setTimeout(() => {
      if (isTaken(hit.range) || hasSelection(here) || answers.isAnswered() || targetAt(here, event) !== target) return;
      void askOnce('open', { team: hit.team, id: hit.id, note: false });
    }, DOUBLE_CLICK_MS);
  }

  return {
    hearIn(nodes) {
      const all = [...nodes];
      answers.hearIn(all);
      ear.hearIn(all);
    },
  };
}
