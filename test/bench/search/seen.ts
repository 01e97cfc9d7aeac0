/** When what happened in a popup, in milliseconds since its page began to load. */
export interface Seen {
  start: number;
  field?: number;
  found?: number;
  painted?: number;
  /** Milliseconds from each letter to its rows. */
  letters?: number[];
}

/** Where a popup says it. */
export const CHANNEL = 'bench';
