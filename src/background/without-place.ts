import { leaveIntent } from '../browser/session.ts';
import { createTarget } from '../domain/create-target.ts';
import type { BodyOf } from '../domain/kinds/index.ts';
import { isWebUrl } from '../domain/url.ts';
import { createId } from '../kit/id.ts';
import { ok, type Result } from '../kit/result.ts';
import type { Place } from './gesture.ts';
import { keepLesson } from './keep-lesson.ts';
import { sayInTab } from './say-in-tab.ts';
import type { World } from './world.ts';

/**
 * Keeps words or an image that a menu item was opened on and whose place nobody can tell us (a PDF, a frame of another
 * site), with the page they stand on; of an image its address is kept, where it has one.
 */
export async function keepWithoutPlace(
  world: World,
  place: Place,
  what: { quote: string } | { image: string },
): Promise<Result<null>> {
  const target = createTarget({ href: place.url, title: place.title, selectors: [] });
  const body: BodyOf<'lesson'> = { created: world.clock(), title: place.title, target };
  if ('quote' in what) body.quote = what.quote;
  else if (isWebUrl(what.image)) body.link = what.image;
  const kept = await keepLesson(world, place, createId(), body);
  if (!kept.ok) return kept;
  await sayInTab(place, 'toastKeptWithoutPlace', kept.value.id);
  return ok(null);
}

/** Begins a question about a page, or about words on it that have no place. */
export async function askWithoutPlace({ windowId, url, title }: Place, quote: string): Promise<Result<null>> {
  const draft = { id: createId(), href: url, title, selectors: [], ...(quote ? { quote } : {}) };
  await leaveIntent(windowId, { intent: 'ask', draft });
  return ok(null);
}
