import { defineKind } from './kind.ts';

/**
 * One gesture about another's record: it helped, I have that question too, the source says otherwise now, this answer
 * solved it. A record of the one who makes it, so nobody writes into another's record.
 */
export const signal = defineKind({
  name: 'signal',
  version: 1,
  shape: ({ z }) =>
    z.looseObject({
      created: z.number(),
      /** Id of the record it is about. */
      about: z.string(),
      sign: z.enum(['helped', 'me-too', 'outdated', 'accepted']),
      /** The count (`n`) of the version it is about: what was outdated then may have been mended since. */
      of: z.optional(z.number()),
    }),
  upgrades: {},
  words: () => ({}),
  about: (body) => body.about,
});
