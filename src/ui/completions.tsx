import { backToField } from './back-to-field.ts';
import './completions.css';
import { text } from './text.ts';

interface CompletionsProps {
  /** Whole texts for the search field. */
  texts: string[];
  /** What they are for, where that is to be seen. */
  label?: string;
  onPick: (text: string) => void;
}

/** What the operator at the end of a search may become: one click, or Tab and Enter. Nothing where there is none. */
export function Completions({ texts, label, onPick }: CompletionsProps) {
  if (texts.length === 0) return null;
  const pick = (whole: string) => {
    onPick(whole);
    // The row goes with what was picked; typing goes on where it began.
    backToField();
  };
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset is for the fields of a form
    <div class="completions" role="group" aria-label={label ?? text('searchCompletions')}>
      {label && <span aria-hidden="true">{label}</span>}
      {texts.map((whole) => (
        <button key={whole} type="button" class="completion" onClick={() => pick(whole)}>
          <bdi>{lastOf(whole.trimEnd())}</bdi>
        </button>
      ))}
    </div>
  );
}

/** The operator at the end, with what stands behind its colon. */
const lastOf = (whole: string): string => /\S+:"[^"]*"?$|\S+$/u.exec(whole)?.[0] ?? whole;
