import { recallTab } from '../../browser/tab-memory.ts';
import type { Anchoring, AnchorReason } from '../../domain/target.ts';
import { normaliseUrl } from '../../domain/url.ts';
import { fail, ok } from '../../kit/result.ts';
import { notePlaces } from '../../store/place.ts';
import type { Handlers, Takes } from '../../wire/talk.ts';
import { isPageOf, speakerOf } from '../page-of.ts';
import type { World } from '../world.ts';

type Placement = Takes<'placed'>['placements'][number];

/** What a changed passage says now is for comparing by eye. */
const NOW_MAX = 20_000;

export const placed =
  (world: World): Handlers['placed'] =>
  async ({ href, placements }, by) => {
    if (by.tabId === undefined || !isPageOf(href, by)) return fail('not-allowed');
    const { painted, paintedOn } = await recallTab(by.tabId);
    if (paintedOn !== speakerOf(by)) return fail('not-allowed');
    const known = placements.filter(({ team, id }) => painted.includes(`${team}/${id}`));
    const page = normaliseUrl(href);
    const seen = world.clock();
    await notePlaces(
      world.store,
      known.map((one) => ({ team: one.team, id: one.id, page, anchoring: toAnchoring(one), at: one.at ?? 0, seen })),
    );
    return ok(null);
  };

function toAnchoring({ state, reason, now = '', selectors = [] }: Placement): Anchoring {
  if (state === 'anchored') return { state };
  if (state === 'changed') {
    const changed = { state, reason: toReason(reason), now: now.slice(0, NOW_MAX) };
    // What was cut off is not what the selectors find.
    return selectors.length > 0 && now.length <= NOW_MAX ? { ...changed, selectors } : changed;
  }
  return { state, reason: toReason(reason) };
}

const REASONS: AnchorReason[] = ['text-edited', 'not-found', 'ambiguous', 'no-context', 'no-selector'];
const toReason = (reason: string | undefined): AnchorReason => REASONS.find((one) => one === reason) ?? 'not-found';
