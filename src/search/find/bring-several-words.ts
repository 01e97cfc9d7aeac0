import { once } from '../../kit/once.ts';

/** Brings what a query of several words needs beside what one word does. */
export const bringSeveral = once(() => import('./several-words.ts'));
