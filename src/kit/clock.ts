/** Milliseconds since 1970, handed in wherever time matters so that tests and simulations can own it. */
export type Clock = () => number;

export const systemClock: Clock = () => Date.now();
