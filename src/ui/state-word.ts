import { text } from './text.ts';

/** How a record stands, as a list of results says it. */
export function stateWord(state: 'open' | 'answered' | 'changed' | 'orphaned' | undefined): string | undefined {
  switch (state) {
    case 'open':
      return text('rowOpen');
    case 'answered':
      return text('rowAnswered');
    case 'changed':
      return text('rowChanged');
    case 'orphaned':
      return text('rowOrphaned');
    case undefined:
      return undefined;
  }
}
