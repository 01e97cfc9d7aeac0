import { useId } from 'preact/hooks';
import { Icon } from '../../../ui/icon.tsx';
import { kindName } from '../../../ui/kind-name.ts';
import { beginning } from '../../../ui/long-text.tsx';
import { text } from '../../../ui/text.ts';
import { wordsBegun } from '../begun.ts';
import { useDesk } from '../desk.ts';
import { nameOf, type View } from '../view.ts';

/** Questions and lessons that were begun and left; a row goes on with it. */
export function BegunList({ begun }: { begun: View[] }) {
  const desk = useDesk();
  const id = useId();
  if (begun.length === 0) return null;
  return (
    <section class="list" aria-labelledby={id}>
      <h2 id={id}>{text('listBegun')}</h2>
      <ul class="recent">
        {begun.map((view) => (
          <li key={nameOf(view)}>
            <button type="button" onClick={() => desk.go(view)}>
              <Begun kind={view.view === 'ask' ? 'question' : 'lesson'} words={wordsBegun(view)} />
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** As a row of what is kept looks (ui/result-row.tsx), without all that is not known yet. */
const Begun = ({ kind, words }: { kind: 'question' | 'lesson'; words: string }) => (
  <div class={`row ${kind}`}>
    <span class="row-kind">
      <Icon name={kind === 'question' ? 'question' : 'edit'} />
      <span class="hidden-visually">{kindName(kind)}: </span>
    </span>
    <p class="row-first" dir="auto">
      {beginning(words)}
    </p>
  </div>
);
