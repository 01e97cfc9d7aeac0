/** Where an intent (session.ts) is left in `storage.session`. */
export const INTENT_KEY = 'intent';
