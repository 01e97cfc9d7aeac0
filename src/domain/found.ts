import type { BodyOf } from './kinds/index.ts';
import type { Selector, Target } from './target.ts';
import { normaliseUrl } from './url.ts';

/** A passage or a page as it was found where the person was. */
export interface FoundPassage {
  href: string;
  title: string;
  lang?: string;
  /** Absent for the page itself. */
  quote?: string;
  selectors: Selector[];
  /** Address of the frame that held it, where that was not the page. */
  frame?: string;
}

/** Where a passage belongs. */
export function targetOf({ href, title, selectors, frame }: FoundPassage): Target {
  return { url: normaliseUrl(href), href, title, selectors, ...(frame ? { frame } : {}) };
}

/** The body of a lesson made from what was found. */
export const lessonOf = (found: FoundPassage, created: number): BodyOf<'lesson'> => ({
  created,
  ...placed(found),
});

/** The body of a question about what was found. */
export const questionOf = (found: FoundPassage, text: string, created: number): BodyOf<'question'> => ({
  created,
  text,
  ...placed(found),
});

function placed(found: FoundPassage) {
  const { quote, title, lang } = found;
  return { ...(quote ? { quote } : {}), title, ...(lang ? { lang } : {}), target: targetOf(found) };
}
