import type { RecordKey } from '../../store/rows.ts';
import type { Draft } from '../../wire/messages.ts';
import type { Intent } from '../../wire/session.ts';

/** What the panel shows. `page` follows the page in view; the others stay until the person leaves them. */
export type View =
  | { view: 'page' }
  | { view: 'one'; key: RecordKey; note: boolean }
  | { view: 'ask'; draft?: Draft; words?: string }
  | { view: 'write' }
  | { view: 'share'; key: RecordKey }
  | { view: 'not-kept'; code: string; text: string };

/** What tells a view from others; for a form, also what is typed into it. */
export function nameOf(view: View): string {
  switch (view.view) {
    case 'one':
    case 'share':
      return [view.view, ...view.key].join(' ');
    case 'ask':
      return `ask ${view.draft?.id ?? view.words ?? ''}`;
    case 'not-kept':
      return `not-kept ${view.text}`;
    default:
      return view.view;
  }
}

/** What the panel was opened for, as a view; what is only to be said is none. */
export function viewFor(intent: Exclude<Intent, { intent: 'notice' }>): View {
  switch (intent.intent) {
    case 'record':
      return { view: 'one', key: [intent.team, intent.id], note: intent.note };
    case 'ask':
      return { view: 'ask', draft: intent.draft };
    case 'ask-words':
      return { view: 'ask', words: intent.words };
    case 'not-kept':
      return { view: 'not-kept', code: intent.code, text: intent.text };
  }
}
