import { defineKind } from './kind.ts';

/** Something that taught: from a selection, from a whole page kept as a resource, or written from nothing. */
export const lesson = defineKind({
  name: 'lesson',
  version: 1,
  shape: ({ z, target }) =>
    z.looseObject({
      /** Milliseconds since 1970. */
      created: z.number(),
      /** Verbatim text of the passage, for display. */
      quote: z.optional(z.string()),
      /** Why it mattered, in the author's words. */
      note: z.optional(z.string()),
      tags: z.optional(z.array(z.string())),
      /** An address the lesson carries, where it is not the page it was made on. */
      link: z.optional(z.string()),
      title: z.optional(z.string()),
      /** BCP 47. */
      lang: z.optional(z.string()),
      target: z.optional(target),
      /** Id of the record this is a copy of, when it was shared with a further team. */
      copyOf: z.optional(z.string()),
    }),
  upgrades: {},
  words: ({ title, quote, note, tags, lang }) => ({ title, quote, note, tags, lang }),
});
