/**
 * What a popup that opens and the worker say to each other, beside all messages: on a channel that reaches a worker which lives, and wakes
 * none. The worker has the database open and its thread to itself, while the popup's is busy with opening; so it searches for what is
 * typed at once, and the popup does so itself where it hears nothing.
 *
 *   popup → worker   { asks: 'roll back' }
 *   worker → popup   { hears: 'roll back' }             at once
 *   worker → popup   { answers: 'roll back', found }    or nothing, where the search failed
 *
 * Only pages of ours can stand on it: it is of their origin.
 */
export const BESIDE = 'sidelight-beside';

/** How many rows are found: as many as a popup shows at first. */
export const BESIDE_LIMIT = 10;

export type Beside<Found> =
  | { asks: string; hears?: never; answers?: never }
  | { hears: string; asks?: never; answers?: never }
  | { answers: string; found: Found; asks?: never; hears?: never };
