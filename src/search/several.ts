/** What a query of several words needs beside what one word does. */
export { joinSlots } from './joined-slots.ts';
export { adjacency, pairsOf } from './neighbours.ts';
