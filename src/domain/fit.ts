/** A record from elsewhere that fits the page in view, by its key. */
export interface FitRef {
  team: string;
  id: string;
  /** It stands out: counted on the icon. */
  isStrong: boolean;
  isSameSite: boolean;
  /** Words it shares with the page, as the record has them, those that say most first. */
  because: string[];
}

/** A colleague who shared lessons or answers that fit the page. In the order of what they shared, not of how much. */
export interface PersonRef {
  team: string;
  author: string;
  because: string[];
  /** What tells it: keys of the records. */
  from: [team: string, id: string][];
}
