import * as z from 'zod/mini';

/**
 * Where a lesson or question belongs. Selectors are those of the W3C Web Annotation Data Model (§4.2): the quote with
 * its context, the position, and one that follows the document's structure. Loose objects: a selector or field that a
 * newer version adds survives a trip through this one. Made when they are first asked for, as every kind's shape is.
 */
export const textQuoteSelectorSchema = z.lazy(() =>
  z.looseObject({
    type: z.literal('TextQuoteSelector'),
    exact: z.string(),
    prefix: z.optional(z.string()),
    suffix: z.optional(z.string()),
  }),
);

export const textPositionSelectorSchema = z.lazy(() =>
  z.looseObject({
    type: z.literal('TextPositionSelector'),
    start: z.int().check(z.nonnegative()),
    end: z.int().check(z.nonnegative()),
  }),
);

/**
 * In CSS: of a passage, the section it stands in (the element with an id that began last before it, by the beginning of
 * that id), or where there is none any element; of a capture without text, the path to the element itself.
 */
export const cssSelectorSchema = z.lazy(() =>
  z.looseObject({
    type: z.literal('CssSelector'),
    value: z.string(),
  }),
);

export const selectorSchema = z.lazy(() =>
  z.union([
    textQuoteSelectorSchema,
    textPositionSelectorSchema,
    cssSelectorSchema,
    z.looseObject({ type: z.string() }),
  ]),
);

export const targetSchema = z.lazy(() =>
  z.looseObject({
    /** Normalised: what pages are matched by. */
    url: z.string(),
    /** As it was seen, for going back there. */
    href: z.string(),
    title: z.optional(z.string()),
    selectors: z.array(selectorSchema),
    /** Address of the frame that held the passage, where that was not the page itself. */
    frame: z.optional(z.string()),
  }),
);

export type TextQuoteSelector = z.infer<typeof textQuoteSelectorSchema>;
export type TextPositionSelector = z.infer<typeof textPositionSelectorSchema>;
export type CssSelector = z.infer<typeof cssSelectorSchema>;
export type Selector = z.infer<typeof selectorSchema>;
export type Target = z.infer<typeof targetSchema>;

/**
 * How a target stands on the page in view. `changed`: found, but its text was edited; `now` is what it says, and
 * `selectors`, where known, find that again.
 */
export type Anchoring =
  | { state: 'anchored' }
  | { state: 'changed'; now: string; reason: AnchorReason; selectors?: Selector[] }
  | { state: 'orphaned'; reason: AnchorReason };

/** Each names the sentence `anchor_<reason>` in `_locales`. */
export type AnchorReason = 'text-edited' | 'not-found' | 'ambiguous' | 'no-context' | 'no-selector';
