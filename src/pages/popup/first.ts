/**
 * Runs before anything else is loaded: what takes longest is to open the database, and that waits for nobody. See why.md.
 */
import { openAsItIs } from '../../store/reading.ts';
import type { Opening } from './opening.ts';

const opening: Opening = { database: openAsItIs() };
// Whoever asks for it meets the failure.
opening.database.catch(() => {});
Object.assign(globalThis, { opening });
