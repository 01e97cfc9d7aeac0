import { ownVersion } from '../../browser/version.ts';
import { text } from '../../ui/text.ts';
import { Section } from './section.tsx';

export const AboutSection = () => (
  <Section id="about">
    <p>{text('optionsAboutMarks')}</p>
    <p class="soft">{text('optionsAboutVersion', ownVersion())}</p>
  </Section>
);
