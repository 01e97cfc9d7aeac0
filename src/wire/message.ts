import type * as z from 'zod/mini';

/** Who may say a message: our content script in a tab, or our own extension pages. */
export type Speaker = 'capture' | 'pages';

export interface Message<By extends Speaker = Speaker, Takes = unknown, Gives = unknown> {
  by: By;
  takes: z.ZodMiniType<Takes>;
  /** Only a type: the answer comes from our own background and is not validated again. */
  gives?: Gives;
}

/** `says<Answer>()('capture', schema)`; two steps because the answer is named and the rest inferred. */
export const says =
  <Gives>() =>
  <By extends Speaker, Takes>(by: By, takes: z.ZodMiniType<Takes>): Message<By, Takes, Gives> => ({ by, takes });
