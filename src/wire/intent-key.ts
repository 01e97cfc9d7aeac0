/** Where words (session.ts) are left in `storage.session`, each under the window that it is for. */
export const INTENT = 'intent ';

export const intentKey = (windowId: number): string => `${INTENT}${windowId}`;
