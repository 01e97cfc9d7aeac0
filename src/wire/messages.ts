import * as z from 'zod/mini';
import { selectorSchema } from '../domain/target.ts';
import type { Result } from '../kit/result.ts';
import type { PageFits } from './fits.ts';
import { says } from './message.ts';
import { type Invited, inviteSchema } from './people.ts';

const href = z.string().check(z.maxLength(16_384));
const id = z.string().check(z.minLength(1), z.maxLength(64));

/** What the page layer found when something was to be kept or asked. Who and where comes from the sender, not from here. */
export const draftSchema = z.object({
  /** Made by the page layer, so that trying again after a stopped worker keeps one record, not two. */
  id,
  /** The page's address as it is now (single-page applications move on); its origin must be the sender's. */
  href,
  title: z.string().check(z.maxLength(4_096)),
  lang: z.optional(z.string().check(z.maxLength(64))),
  /** Absent: the page itself is kept as a resource. */
  quote: z.optional(z.string()),
  selectors: z.array(selectorSchema),
  /** Address of the frame that holds the passage, where that is not the page itself. */
  frame: z.optional(href),
});
export type Draft = z.infer<typeof draftSchema>;

const placementSchema = z.object({
  team: z.string().check(z.maxLength(64)),
  id,
  state: z.enum(['anchored', 'changed', 'orphaned']),
  reason: z.optional(z.string().check(z.maxLength(64))),
  /** What the passage says now, where it changed. */
  now: z.optional(z.string()),
  /** What finds the passage again as it is now, where it changed. */
  selectors: z.optional(z.array(selectorSchema)),
  /** Order on the page: greater comes later. */
  at: z.optional(z.number()),
});
export type Placement = z.infer<typeof placementSchema>;

/** A passage to paint. The page learns where it is, never what was noted about it. */
export interface Mark {
  team: string;
  id: string;
  tone: 'own' | 'team' | 'question';
  selectors: z.infer<typeof selectorSchema>[];
  /** Address of the frame that held it, where that was not the page itself. */
  frame?: string;
}

export interface PageMarks {
  marks: Mark[];
  /** Lessons on this page that have no passage to paint (resources, unanchored) count as well. */
  count: number;
  /** Whether the bar comes at selections here. */
  bar: boolean;
  /** A passage to scroll to and show, when the person came here to see it. */
  show?: { team: string; id: string };
}

/**
 * Everything that is ever said to the background, by who may say it. `capture`: our content script in a tab.
 * `pages`: our own extension pages. Adding one: a line here, its handler (the compiler asks for it), its caller.
 */
export const messages = {
  /** Keep a passage or the page. Answered only when it is durable. Saying it again with the same id is harmless. */
  keep: says<Result<{ id: string }>>()('capture', draftSchema),
  /**
   * What finds a passage again that this page kept a moment ago by its words alone: to know where and how often they stand
   * takes reading all of a long page. Saying it again is harmless.
   */
  describe: says<Result<null>>()('capture', z.object({ id, selectors: z.array(selectorSchema) })),
  /** Take back what this page kept a moment ago. */
  undo: says<Result<null>>()('capture', z.object({ id })),
  /** Open our own surface on a record this page kept or painted; with `note`, on its note field. */
  open: says<Result<null>>()('capture', z.object({ id, team: z.string(), note: z.boolean() })),
  /**
   * Begin a question with the selection and page as target; its text is typed in our own surface. `opens`: the gesture
   * was a click in the page, so the surface is still to be opened.
   */
  ask: says<Result<null>>()('capture', z.extend(draftSchema, { opens: z.optional(z.boolean()) })),
  /**
   * What to paint here. `canonical`: what the page says is its proper address, which need not be true. `isNew`: the document
   * has just come, or moved on.
   */
  marks: says<Result<PageMarks>>()(
    'capture',
    z.object({ href, canonical: z.optional(href), isNew: z.optional(z.boolean()) }),
  ),
  /** How the passages stand on the page, after anchoring. Stays on this device. */
  placed: says<Result<null>>()(
    'capture',
    z.object({ href, placements: z.array(placementSchema).check(z.maxLength(10_000)) }),
  ),
  /** The bar was told on itself not to come any more: on this site, or anywhere. */
  barOff: says<Result<null>>()('capture', z.object({ where: z.enum(['site', 'everywhere']) })),
  /** Run the page layer's gesture in a tab, for a person who pressed a button of ours. */
  keepHere: says<Result<null>>()('pages', z.object({ tabId: z.int(), what: z.enum(['lesson', 'question']) })),
  /**
   * What fits the page of a tab. The background reads the page and matches it; what comes back are keys and words of one's
   * own records, nothing of the page.
   */
  fits: says<Result<PageFits>>()('pages', z.object({ tabId: z.int(), href })),
  /** Open a page at a record's passage: in a tab that shows it already, else a new one. */
  goTo: says<Result<null>>()('pages', z.object({ team: z.string(), id })),
  /** Join the team of an invite link under a name. Gives the team's id. */
  join: says<Result<{ team: string }>>()(
    'pages',
    z.object({ link: z.string().check(z.maxLength(4_096)), name: z.string() }),
  ),
  /** Leave a team: with `take-back`, what one shared is unshared first. What one wrote stays on this device. */
  leave: says<Result<null>>()('pages', z.object({ team: z.string(), records: z.enum(['leave', 'take-back']) })),
  /**
   * Make a link with which so many people may join a team as members, for its owners and admins; or with `forMe`, one more
   * device of mine.
   */
  invite: says<Result<Invited>>()(
    'pages',
    z.object({ team: z.string(), uses: inviteSchema.shape.uses, forMe: z.optional(z.literal(true)) }),
  ),
  /** Make deletions final whose undo ends with the page that offered it: the page itself is going away. */
  finish: says<Result<null>>()('pages', z.object({ keys: z.array(z.tuple([z.string(), z.string()])) })),
  /** Something was written or a person waits: exchange with the teams now. */
  sync: says<Result<null>>()('pages', z.object({})),
  /** Settings, host access or records changed in a way that pages in view should show. */
  refresh: says<Result<null>>()('pages', z.object({})),
} as const;
