/** Where words (session.ts) are left in `storage.session`: a list, the latest last. */
export const INTENTS = 'intents';
