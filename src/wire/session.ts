import * as z from 'zod/mini';
import { draftSchema } from './messages.ts';

/**
 * What one of our contexts leaves for another to pick up, in `storage.session` (memory only, gone with the browser):
 * a page click opens the side panel (Firefox: the popup), and that page must learn what it was opened for.
 */
export const intentSchema = z.lazy(() =>
  z.discriminatedUnion('intent', [
    /** Show this record; with `note`, put the cursor into its note. */
    z.object({ intent: z.literal('record'), team: z.string(), id: z.string(), note: z.boolean() }),
    /** Ask about what was selected: the text is still to be typed. */
    z.object({ intent: z.literal('ask'), draft: draftSchema }),
    /** Ask with these words, typed into a search that found nothing. */
    z.object({ intent: z.literal('ask-words'), words: z.string() }),
    /** Something could not be done where the person was: say why. */
    z.object({ intent: z.literal('notice'), code: z.string(), detail: z.optional(z.string()) }),
    /** A capture that could not be stored: its text stays in front of the person. */
    z.object({ intent: z.literal('not-kept'), code: z.string(), text: z.string() }),
  ]),
);

export type Intent = z.infer<typeof intentSchema>;

/** An intent as it is left, for whoever belongs to a window, with when that was, in ms since 1970. */
export const leftSchema = z.lazy(() =>
  z.object({ id: z.string(), windowId: z.number(), at: z.number(), intent: intentSchema }),
);

export type Left = z.infer<typeof leftSchema>;
