import { systemClock } from '../../kit/clock.ts';
import { budget, forgetBudget } from '../../store/suggestions.ts';
import { Button } from '../../ui/button.tsx';
import { text } from '../../ui/text.ts';
import { Toggle } from '../../ui/toggle.tsx';
import { Dismissed } from './dismissed.tsx';
import { reset } from './reset.ts';
import { Section } from './section.tsx';
import { SitesOff } from './sites-off.tsx';
import { useQuery, useStore } from './store-context.ts';
import { useSettings } from './use-settings.ts';

const suggestHere = (site: string) => ({
  short: text('optionsSitesRemove'),
  whole: text('optionsSuggestSite', site),
});

/** What comes from elsewhere beside a page: whether, where, what was waved away, and how it fared. */
export function SuggestionsSection() {
  const [settings, change] = useSettings();
  return (
    <Section id="suggestions" intro={text('optionsSuggestIntro')}>
      {settings && (
        <div class="rows">
          <Toggle
            label={text('optionsSuggest')}
            hint={text('optionsSuggestHint')}
            on={settings.parts.suggestions}
            onChange={(on) => void change((last) => ({ ...last, parts: { ...last.parts, suggestions: on } }))}
          />
        </div>
      )}
      <Fared />
      <Dismissed />
      {settings && (
        <SitesOff
          title={text('optionsSuggestSites')}
          hint={text('optionsSuggestSitesHint')}
          sites={settings.suggestionSitesOff}
          words={suggestHere}
          change={(suggestionSitesOff) => change((last) => ({ ...last, suggestionSitesOff }))}
        />
      )}
    </Section>
  );
}

/** How suggestions fared in the last weeks, and what follows from it. */
function Fared() {
  const store = useStore();
  const fared = useQuery((db) => budget(db, systemClock));
  if (!fared) return null;
  const { shown, used, most } = fared;
  return (
    <div class="row boxed">
      <div>
        <p>{shown === 0 ? text('optionsFaredNone') : text('optionsFared', shown, used)}</p>
        <p class="soft">{text('optionsFaredMost', most)}</p>
      </div>
      {shown > 0 && <Button onClick={() => void reset(store, forgetBudget)}>{text('optionsFaredReset')}</Button>}
    </div>
  );
}
