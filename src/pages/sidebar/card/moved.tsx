import type { PlaceRow } from '../../../store/rows.ts';
import { beginning } from '../../../ui/long-text.tsx';
import { Quote } from '../../../ui/quote.tsx';
import { text, textOr } from '../../../ui/text.ts';

/** Why a passage does not stand on its page as it did, and what stands there now where that is known. */
export function Moved({ place }: { place: PlaceRow | undefined }) {
  const anchoring = place?.anchoring;
  if (!anchoring || anchoring.state === 'anchored') return null;
  return (
    <div class="moved">
      <p>{textOr(`anchor_${anchoring.reason.replaceAll('-', '_')}`, 'movedUnknown')}</p>
      {anchoring.state === 'changed' && anchoring.now && (
        <>
          <p class="moved-now">{text('movedNow')}</p>
          <Quote>{beginning(anchoring.now)}</Quote>
        </>
      )}
    </div>
  );
}
