import { defineKind } from './kind.ts';

/** What a member lets the team know of them; one each, its id is the member's id. */
export const profile = defineKind({
  name: 'profile',
  version: 1,
  shape: ({ z }) =>
    z.looseObject({
      created: z.number(),
      name: z.string(),
      about: z.optional(z.string()),
    }),
  upgrades: {},
  words: () => ({}),
});
