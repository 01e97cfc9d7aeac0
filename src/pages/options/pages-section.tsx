import { type MessageKey, text } from '../../ui/text.ts';
import { Toggle } from '../../ui/toggle.tsx';
import type { Part } from '../../wire/settings.ts';
import { Section } from './section.tsx';
import { SiteList } from './site-list.tsx';
import { SitesOff } from './sites-off.tsx';
import { useSettings } from './use-settings.ts';

/** Parts that there are by now, each with its name and what it does. */
const parts: [part: Part, label: MessageKey, hint: MessageKey][] = [
  ['highlights', 'optionsPartHighlights', 'optionsPartHighlightsHint'],
  ['teamHighlights', 'optionsPartTeam', 'optionsPartTeamHint'],
  ['badge', 'optionsPartBadge', 'optionsPartBadgeHint'],
  ['menus', 'optionsPartMenus', 'optionsPartMenusHint'],
  ['bar', 'optionsPartBar', 'optionsPartBarHint'],
];

const switchOn = (site: string) => ({
  short: text('optionsSitesRemove'),
  whole: text('optionsSitesRemoveSite', site),
});
const leaveAlone = (site: string) => ({
  short: text('optionsSitesOnRemove'),
  whole: text('optionsSitesOnRemoveSite', site),
});

/** What happens in pages: each part apart, and the sites where nothing does. */
export function PagesSection() {
  const [settings, change] = useSettings();
  return (
    <Section id="pages" intro={text('optionsPartsIntro')}>
      {settings && (
        <div class="rows">
          {parts.map(([part, label, hint]) => (
            <Toggle
              key={part}
              label={text(label)}
              hint={text(hint)}
              on={settings.parts[part]}
              onChange={(on) => void change((last) => ({ ...last, parts: { ...last.parts, [part]: on } }))}
            />
          ))}
        </div>
      )}
      {settings && (
        <SitesOff
          title={text('optionsSites')}
          hint={text('optionsSitesIntro')}
          sites={settings.sitesOff}
          words={switchOn}
          change={(sitesOff) => change((last) => ({ ...last, sitesOff }))}
        />
      )}
      {settings && settings.barSitesOff.length > 0 && (
        <SiteList
          title={text('optionsBarSites')}
          sites={settings.barSitesOff}
          words={switchOn}
          change={(barSitesOff) => change((last) => ({ ...last, barSitesOff }))}
        />
      )}
      {settings && settings.sitesOn.length > 0 && (
        <SiteList
          title={text('optionsSitesOn')}
          sites={settings.sitesOn}
          words={leaveAlone}
          change={(sitesOn) => change((last) => ({ ...last, sitesOn }))}
        />
      )}
    </Section>
  );
}
