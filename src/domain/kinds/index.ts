import type * as z from 'zod/mini';
import { answer } from './answer.ts';
import { lesson } from './lesson.ts';
import { profile } from './profile.ts';
import { question } from './question.ts';
import { signal } from './signal.ts';

/** Every kind there is. A new one: its file, its line here, its fixture in `test/fixtures/kinds`. */
export const kinds = { lesson, question, answer, signal, profile };

export type KindName = keyof typeof kinds;
export type BodyOf<K extends KindName> = z.infer<ReturnType<(typeof kinds)[K]['shape']>>;

export const isKindName = (name: string): name is KindName => Object.hasOwn(kinds, name);
