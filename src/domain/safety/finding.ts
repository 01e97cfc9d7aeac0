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

/**
 * `url` may be shared without a further question; '' where it may not (`warn`, `block`). `anyway` is the address,
 * cleaned, for a person who was warned and says so; '' where nothing of it can be shared.
 */
export interface CleanedUrl {
  url: string;
  action: UrlAction;
  anyway: string;
}
