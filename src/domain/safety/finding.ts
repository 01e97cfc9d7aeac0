/**
 * What a passage of text should perhaps not carry to colleagues. `start` and `end` are offsets in UTF-16 units of the
 * scanned text; the matched value itself is never stored. Each type names the sentence `safety_<type>` in `_locales`.
 */
export interface Finding {
  type: FindingType;
  start: number;
  end: number;
}

export const findingTypes = ['secret', 'password', 'private-key', 'email', 'card', 'iban', 'ssn', 'phone'] as const;
export type FindingType = (typeof findingTypes)[number];

/** What to do with an address before it is shared. Each names the sentence `safety_url_<action>`. */
export type UrlAction = 'keep' | 'strip' | 'warn' | 'block';

/** `url` is what colleagues would get: the cleaned address, '' where it is blocked. */
export interface CleanedUrl {
  url: string;
  action: UrlAction;
}
