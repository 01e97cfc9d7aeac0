/** Held by the one context that exchanges with a team now. */
export const lockName = (team: string): string => `sidelight-sync-${team}`;

/** Held by the one context that keeps a team's live stream. */
export const liveLockName = (team: string): string => `sidelight-live-${team}`;
