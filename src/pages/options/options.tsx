import { Announcer } from '../../ui/announcer.tsx';
import { text } from '../../ui/text.ts';
import { AboutSection } from './about-section.tsx';
import { AccessSection } from './access-section.tsx';
import { DataSection } from './data/data-section.tsx';
import { KeysSection } from './keys-section.tsx';
import { LedgerSection } from './ledger-section.tsx';
import './options.css';
import { PagesSection } from './pages-section.tsx';
import { type SectionId, sections } from './section.tsx';
import { SuggestionsSection } from './suggestions-section.tsx';
import { TeamSection } from './team/team-section.tsx';

/** Everything that can be chosen, and everything that is known, on one page. */
export const Options = () => (
  <div class="options">
    <header>
      <img src="icons/icon-128.png" width="32" height="32" alt="" />
      <h1>{text('optionsTitle')}</h1>
    </header>
    <nav aria-label={text('optionsNav')}>
      <ul>
        {(Object.keys(sections) as SectionId[]).map((id) => (
          <li key={id}>
            <a href={`#${id}`}>{text(sections[id])}</a>
          </li>
        ))}
      </ul>
    </nav>
    <main>
      <TeamSection />
      <AccessSection />
      <PagesSection />
      <SuggestionsSection />
      <KeysSection />
      <DataSection />
      <LedgerSection />
      <AboutSection />
    </main>
    <Announcer />
  </div>
);
