import type { Shown } from '../../../store/read.ts';
import type { PlaceRow } from '../../../store/rows.ts';
import { Button } from '../../../ui/button.tsx';
import { compare } from '../../../ui/compare.ts';
import { beginning } from '../../../ui/long-text.tsx';
import { Quote } from '../../../ui/quote.tsx';
import { text, textOr } from '../../../ui/text.ts';
import './moved.css';
import { StillRight } from './still-right.tsx';
import { TellAuthor } from './tell-author.tsx';

interface MovedProps {
  record: Shown<'lesson'> | Shown<'question'>;
  place: PlaceRow | undefined;
  /** Absent where there is nothing to edit. */
  onEdit?: (() => void) | undefined;
}

/** Whether the passage is shown as it was and as it is; it need not be shown once more then. */
export const isCompared = (place: PlaceRow | undefined): boolean =>
  place?.anchoring.state === 'changed' && place.anchoring.now !== '';

/**
 * Why a passage does not stand on its page as it did, before and after where that is known, and what can be done: its
 * author says that it still holds or changes it, colleagues let the author know.
 */
export function Moved({ record, place, onEdit }: MovedProps) {
  const anchoring = place?.anchoring;
  if (!anchoring || anchoring.state === 'anchored') return null;
  return (
    <div class="moved">
      <p>{textOr(`anchor_${anchoring.reason.replaceAll('-', '_')}`, 'movedUnknown')}</p>
      {anchoring.state === 'changed' && isCompared(place) && (
        <BeforeAndAfter before={record.body.quote ?? ''} after={anchoring.now} />
      )}
      <div class="actions">
        <StillRight record={record} place={place} />
        {record.isMine && onEdit && (
          <Button look="quiet" icon="edit" onClick={onEdit}>
            {text('movedUpdate')}
          </Button>
        )}
        <TellAuthor record={record} />
      </div>
    </div>
  );
}

/** The passage as it was kept and as it is, with what differs marked in both. */
function BeforeAndAfter({ before, after }: { before: string; after: string }) {
  const edit = compare(beginning(before), beginning(after));
  return (
    <dl class="moved-compare">
      {before && (
        <>
          <dt>{text('movedBefore')}</dt>
          <dd>
            <Quote>
              {edit.start}
              <del>{edit.before}</del>
              {edit.end}
            </Quote>
          </dd>
        </>
      )}
      <dt>{text('movedNow')}</dt>
      <dd>
        <Quote>
          {edit.start}
          <ins>{edit.after}</ins>
          {edit.end}
        </Quote>
      </dd>
    </dl>
  );
}
