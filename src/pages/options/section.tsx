import type { ComponentChildren } from 'preact';
import { type MessageKey, text } from '../../ui/text.ts';

/** Sections of the page, in their order; each is reached by its id, from the list at the side and from other pages. */
export const sections = {
  team: 'optionsTeam',
  access: 'optionsAccess',
  pages: 'optionsParts',
  suggestions: 'optionsSuggestions',
  keys: 'optionsKeys',
  data: 'optionsData',
  requests: 'optionsLedger',
  about: 'optionsAbout',
} as const satisfies Record<string, MessageKey>;

export type SectionId = keyof typeof sections;

interface SectionProps {
  id: SectionId;
  intro?: string;
  children: ComponentChildren;
}

/** One thing that can be seen and changed, under its heading. */
export const Section = ({ id, intro, children }: SectionProps) => (
  <section class="section" id={id} aria-labelledby={`${id}-heading`}>
    <h2 id={`${id}-heading`}>{text(sections[id])}</h2>
    {intro && <p class="intro">{intro}</p>}
    {children}
  </section>
);
