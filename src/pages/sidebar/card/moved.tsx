import type { Shown } from '../../../store/read.ts';
import type { PlaceRow } from '../../../store/rows.ts';
import { beginning } from '../../../ui/long-text.tsx';
import { Quote } from '../../../ui/quote.tsx';
import { text, textOr } from '../../../ui/text.ts';
import { StillRight } from './still-right.tsx';

interface MovedProps {
  record: Shown<'lesson'> | Shown<'question'>;
  place: PlaceRow | undefined;
}

/** Why a passage does not stand on its page as it did, and what stands there now where that is known. */
export function Moved({ record, place }: MovedProps) {
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
      <StillRight record={record} place={place} />
    </div>
  );
}
