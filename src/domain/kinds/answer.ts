import { defineKind } from './kind.ts';

/** Someone's answer to a question; a link may point at a lesson or a page that answers it. */
export const answer = defineKind({
  name: 'answer',
  version: 1,
  shape: ({ z }) =>
    z.looseObject({
      created: z.number(),
      /** Id of the question. */
      question: z.string(),
      text: z.string(),
      link: z.optional(z.string()),
      lang: z.optional(z.string()),
    }),
  upgrades: {},
  about: (body) => body.question,
  words: ({ text, lang }) => ({ text, lang }),
});
