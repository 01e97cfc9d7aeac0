/** What a query of several words needs beside what one word does. */
export { joinSlots } from '../asked/joined-slots.ts';
export { adjacency, pairsOf } from '../look/neighbours.ts';
