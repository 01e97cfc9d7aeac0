import { createTarget } from '../domain/create-target.ts';
import type { BodyOf } from '../domain/kinds/index.ts';
import type { Clock } from '../kit/clock.ts';
import type { Draft } from '../wire/messages.ts';

/** The lesson that a draft becomes. */
export function lessonFrom(draft: Draft, clock: Clock): BodyOf<'lesson'> {
  const { quote, title, lang } = draft;
  return {
    created: clock(),
    ...(quote ? { quote } : {}),
    title,
    ...(lang ? { lang } : {}),
    target: createTarget(draft),
  };
}
