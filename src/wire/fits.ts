import type { FitRef, PersonRef } from '../domain/fit.ts';

export type { FitRef, PersonRef };

/** What was found for the page in view, as keys: the records are read where they are shown. */
export interface PageFits {
  /** `read`: its text was matched; `title`: only its title and address were known, or the words of another page of its site; `off`: nothing was looked at. */
  read: 'read' | 'title' | 'off';
  /** What the page goes by: its address, and the canonical link where that is honest. */
  pages: string[];
  /** Best first; weak ones and what was waved away are left out. */
  fits: FitRef[];
  /** So many are shown at once; the rest behind "more". Fewer where few were of use lately. */
  most: number;
  people: PersonRef[];
  /** The search index is being made anew, and older lessons may be missing: worth asking again. */
  isPartial?: true;
}
