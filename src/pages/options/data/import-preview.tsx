import { Button, Buttons } from '../../../ui/button.tsx';
import { Notice } from '../../../ui/notice.tsx';
import { type MessageKey, text } from '../../../ui/text.ts';
import type { Reading } from './read-file.ts';

interface ImportPreviewProps {
  reading: Reading;
  isBusy: boolean;
  onConfirm: () => void;
  onCancel: () => void;
}

/** What is in a file, counted against what is here. */
export function ImportPreview({ reading, isBusy, onConfirm, onCancel }: ImportPreviewProps) {
  const { preview, unreadable, records, file } = reading;
  const counts: [MessageKey, number][] = [
    ['optionsImportAdded', preview.added],
    ['optionsImportNewer', preview.newer],
    ['optionsImportSame', preview.same],
    ['optionsImportUnreadable', unreadable],
  ];
  const isNews = preview.added + preview.newer > 0;
  const nothing = records.length === 0 ? text('optionsImportEmpty') : text('optionsImportNothing', preview.same);
  return (
    <Notice>
      <p>{isNews || unreadable > 0 ? text('optionsImportPreview', file) : nothing}</p>
      {(isNews || unreadable > 0) && (
        <ul>
          {counts
            .filter(([, n]) => n > 0)
            .map(([key, n]) => (
              <li key={key}>{text(key, n)}</li>
            ))}
        </ul>
      )}
      <Buttons>
        {isNews && (
          <Button look="primary" busy={isBusy} onClick={onConfirm}>
            {text('optionsImportConfirm')}
          </Button>
        )}
        <Button disabled={isBusy} onClick={onCancel}>
          {text(isNews ? 'uiCancel' : 'uiDone')}
        </Button>
      </Buttons>
    </Notice>
  );
}
