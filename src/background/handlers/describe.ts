import type { Selector } from '../../domain/target.ts';
import { fail, ok } from '../../kit/result.ts';
import { edit } from '../../store/keep.ts';
import type { Handlers } from '../../wire/talk.ts';
import { keptHere } from '../kept-here.ts';
import { refreshTabSoon } from '../refresh.ts';
import type { World } from '../world.ts';

/**
 * Only of what this page kept in this tab by its words alone, while it is still private, and only where it says the same
 * words: a page's message may make a passage easier to find, and nothing else.
 */
export const describe =
  (world: World): Handlers['describe'] =>
  async ({ id, selectors }, by) => {
    const { store, clock, tendSoon } = world;
    const kept = await keptHere(world, id, by);
    if (!kept.ok) return kept;
    const { tabId, key, body } = kept.value;
    const before = body.target?.selectors ?? [];
    // Said before, or described wholly at once.
    if (isWhole(before)) return ok(null);
    const words = wordsOf(before);
    if (words === undefined || words !== wordsOf(selectors) || !isWhole(selectors)) return fail('not-allowed');
    const edited = await edit(store, key, (body) => ({ ...body, target: { ...targetOf(body), selectors } }), clock);
    if (!edited.ok) return edited;
    // It may have been looked for by its words alone meanwhile, which were not enough or stand there twice.
    refreshTabSoon(tabId);
    tendSoon();
    return ok(null);
  };

const targetOf = (body: unknown): { selectors: Selector[] } | undefined =>
  (body as { target?: { selectors: Selector[] } } | null | undefined)?.target;

const isWhole = (selectors: Selector[]): boolean => selectors.some(({ type }) => type === 'TextPositionSelector');

const wordsOf = (selectors: Selector[]): unknown => selectors.find(({ type }) => type === 'TextQuoteSelector')?.exact;
