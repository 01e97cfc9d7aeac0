import { Button } from '../../../ui/button.tsx';
import { failureText } from '../../../ui/failure.ts';
import { Notice } from '../../../ui/notice.tsx';
import { text } from '../../../ui/text.ts';
import { useStore } from '../store-context.ts';
import { Action } from './action.tsx';
import { useRemoval } from './use-removal.ts';

/** Deletes everything one wrote, and has it back while the page is open. */
export function DeleteAll() {
  const { removed, failure, isBusy, outcome, removeAll, undo } = useRemoval(useStore());
  return (
    <Action
      heading={text('optionsDelete')}
      hint={text('optionsDeleteHint')}
      button={
        <Button look="danger" busy={isBusy} onClick={() => void removeAll()}>
          {text('optionsDeleteButton')}
        </Button>
      }
    >
      {failure && (
        <Notice tone="problem">
          <p>{failureText(failure)}</p>
        </Notice>
      )}
      {removed.length > 0 && (
        <Notice tone="care">
          <p>{text('optionsDeleted', removed.length)}</p>
          <div>
            <Button busy={isBusy} onClick={() => void undo()}>
              {text('uiUndo')}
            </Button>
          </div>
        </Notice>
      )}
      {outcome && (
        <Notice tone={outcome === 'back' ? 'good' : 'plain'}>
          <p>{text(outcome === 'back' ? 'optionsDeletedBack' : 'optionsDeleteNone')}</p>
        </Notice>
      )}
    </Action>
  );
}
