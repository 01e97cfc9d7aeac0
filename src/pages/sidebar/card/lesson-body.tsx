import { useState } from 'preact/hooks';
import type { BodyOf } from '../../../domain/kinds/index.ts';
import { siteOf } from '../../../domain/url.ts';
import { Icon } from '../../../ui/icon.tsx';
import { Quote } from '../../../ui/quote.tsx';
import { TagList } from '../../../ui/tag-list.tsx';
import { text } from '../../../ui/text.ts';

const LONG_QUOTE = 420;

/** The words of a lesson, as its author and as colleagues see them. */
export function LessonBody({ body, withNote = true }: { body: BodyOf<'lesson'>; withNote?: boolean }) {
  const { quote, note, title, link, tags = [] } = body;
  return (
    <>
      {quote ? <LongQuote quote={quote} lang={body.lang} /> : title && <Title title={title} />}
      {withNote && note && (
        <p class="note" dir="auto">
          {note}
        </p>
      )}
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
export function LongQuote({ quote, lang, tone }: { quote: string; lang?: string | undefined; tone?: 'question' }) {
  const [open, setOpen] = useState(false);
  const isLong = quote.length > LONG_QUOTE;
  return (
    <div>
      <Quote clamped={isLong && !open} {...(lang ? { lang } : {})} {...(tone ? { tone } : {})}>
        {quote}
      </Quote>
      {isLong && (
        <button type="button" class="text-button" aria-expanded={open} onClick={() => setOpen(!open)}>
          {text(open ? 'quoteLess' : 'quoteMore')}
        </button>
      )}
    </div>
  );
}

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
