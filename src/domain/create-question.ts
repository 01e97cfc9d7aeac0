import { createTarget, type Spot } from './create-target.ts';
import type { BodyOf } from './kinds/index.ts';

/** The body of a question; `spot` is where it arose, where that is known. */
export function createQuestion(
  text: string,
  spot: (Spot & { quote?: string | undefined; lang?: string | undefined }) | null,
  created: number,
): BodyOf<'question'> {
  if (!spot) return { created, text };
  const { quote, lang, title } = spot;
  return { created, text, title, ...(quote ? { quote } : {}), ...(lang ? { lang } : {}), target: createTarget(spot) };
}
