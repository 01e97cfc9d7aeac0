import { vi } from 'vitest';

/**
 * Waits until something is so, as long as a test may last: a second, which is what `vi.waitFor` gives by itself, is
 * nothing on a machine that has other things to do.
 */
export const soon = <T>(isSo: () => T | Promise<T>): Promise<T> => vi.waitFor(isSo, { timeout: 25_000, interval: 5 });
