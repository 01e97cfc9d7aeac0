import type { BodyOf } from '../../../domain/kinds/index.ts';
import { siteOf } from '../../../domain/url.ts';
import { Icon } from '../../../ui/icon.tsx';
import { LongText } from '../../../ui/long-text.tsx';
import { Quote } from '../../../ui/quote.tsx';
import { TagList } from '../../../ui/tag-list.tsx';

interface LessonBodyProps {
  body: BodyOf<'lesson'>;
  withNote?: boolean;
  /** Without it where the passage stands beside what became of it. */
  withQuote?: boolean;
}

/** The words of a lesson, as its author and as colleagues see them. */
export function LessonBody({ body, withNote = true, withQuote = true }: LessonBodyProps) {
  const { quote, note, title, link, tags = [] } = body;
  return (
    <>
      {!quote && title && <Title title={title} />}
      {quote && withQuote && <LongQuote quote={quote} lang={body.lang} />}
      {withNote && note && <Note note={note} />}
      {withNote && link && <LinkOut href={link} />}
      {withNote && tags.length > 0 && <TagList tags={tags} />}
    </>
  );
}

const Title = ({ title }: { title: string }) => (
  <h3>
    <bdi>{title}</bdi>
  </h3>
);

/** A quote that shows its beginning until asked for the rest. */
export const LongQuote = ({ quote, lang, tone }: { quote: string; lang?: string | undefined; tone?: 'question' }) => (
  <LongText
    whole={quote}
    draw={(shown) => (
      <Quote {...(lang ? { lang } : {})} {...(tone ? { tone } : {})}>
        {shown}
      </Quote>
    )}
  />
);

/** What a person wrote, in their lines. */
export const Note = ({ note }: { note: string }) => (
  <LongText
    whole={note}
    draw={(shown) => (
      <p class="note" dir="auto">
        {shown}
      </p>
    )}
  />
);

/** A link that a person wrote: only addresses of the web become links. */
export function LinkOut({ href }: { href: string }) {
  if (!/^https?:/i.test(href) || !URL.canParse(href)) return <p dir="auto">{href}</p>;
  const path = new URL(href).pathname;
  return (
    <a class="link-out" href={href} target="_blank" rel="noreferrer">
      <Icon name="link" />
      <bdi>
        {siteOf(href)}
        {path === '/' ? '' : path}
      </bdi>
    </a>
  );
}
