/** Whether a team's token ended for good, by what stands in the way: unknown to its server, revoked, or its member removed. */
export const isOver = (code: string | undefined): boolean => code === 'no-token' || code === 'ended';
