import { defineKind } from './kind.ts';

/** Asked where it arose: its target is the page, and the passage where there was a selection. */
export const question = defineKind({
  name: 'question',
  version: 1,
  shape: ({ z, target }) =>
    z.looseObject({
      created: z.number(),
      text: z.string(),
      quote: z.optional(z.string()),
      tags: z.optional(z.array(z.string())),
      title: z.optional(z.string()),
      lang: z.optional(z.string()),
      target: z.optional(target),
      copyOf: z.optional(z.string()),
    }),
  upgrades: {},
  words: ({ text, quote, title, tags, lang }) => ({
    text,
    title,
    quote,
    tags,
    lang,
  }),
});
