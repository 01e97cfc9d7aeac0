import type { ComponentChildren } from 'preact';
import type { Failure } from '../../kit/result.ts';
import { CopyButton } from '../../ui/copy-button.tsx';
import { failureText } from '../../ui/failure.ts';
import { Notice } from '../../ui/notice.tsx';
import { text } from '../../ui/text.ts';

interface SectionProps {
  id: string;
  heading: string;
  failure?: Failure | null;
  children: ComponentChildren;
}

/** One matter of the page with what stands in its way. */
export const Section = ({ id, heading, failure, children }: SectionProps) => (
  <section aria-labelledby={id}>
    <h2 id={id}>{heading}</h2>
    {failure && (
      <Notice tone="problem">
        <p>{failureText(failure)}</p>
      </Notice>
    )}
    {children}
  </section>
);

/** A link that was made, to be passed on. Nothing where there is none. */
export const MadeLink = ({ link }: { link: string }) =>
  link === '' ? null : (
    <Notice tone="good">
      <p>{text('teamPageLinkOnce')}</p>
      <p>
        <code>{link}</code>
      </p>
      <CopyButton content={() => link} look="primary" />
    </Notice>
  );
