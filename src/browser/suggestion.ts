import type { Piece } from '../kit/excerpt.ts';

export interface Suggestion {
  /** What Enter stands for. */
  content: string;
  /** ` · team/id` of the record it stands for. */
  key: string;
  /** Plain text, with what was looked for apart. */
  description: Piece[];
}

export interface Suggested {
  found: Suggestion[];
  /** What is to be said in the place of the hint. */
  says?: string;
  /** Where nothing was found, the words that somebody can be asked with. */
  asks?: string;
}
