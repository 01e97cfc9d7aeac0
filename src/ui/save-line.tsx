import { failureText } from './failure.ts';
import { Icon } from './icon.tsx';
import './save-line.css';
import { text } from './text.ts';
import type { SaveState } from './use-autosave.ts';

/** Whether what stands in a field is stored. */
export function SaveLine({ state }: { state: SaveState }) {
  return (
    <p class="save-line" role="status">
      {state.is === 'kept' && (
        <span class="good">
          <Icon name="check" /> {text('uiKept')}
        </span>
      )}
      {state.is === 'waiting' && text('uiKeeping')}
      {state.is === 'failed' && <span class="wrong">{failureText(state.failure)}</span>}
    </p>
  );
}
