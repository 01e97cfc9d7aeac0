import type { JsonObject } from '../../../domain/json.ts';
import type { BodyOf } from '../../../domain/kinds/index.ts';
import type { TextQuoteSelector } from '../../../domain/target.ts';
import { siteOf } from '../../../domain/url.ts';
import { Icon } from '../../../ui/icon.tsx';
import { text } from '../../../ui/text.ts';
import { LessonBody, LongQuote } from '../card/lesson-body.tsx';
import './preview.css';

interface PreviewProps {
  kind: 'lesson' | 'question';
  body: JsonObject;
  /** Under which name colleagues see it. */
  author: string;
}

/** Exactly what colleagues get: the card as they see it, the page's address, and the words that find the passage again. */
export function Preview({ kind, body, author }: PreviewProps) {
  return (
    <section class="preview" aria-label={text('shareExactly')}>
      <p class="preview-author">
        <Icon name={kind === 'question' ? 'question' : 'keep'} />
        <bdi>{author}</bdi>
      </p>
      {kind === 'lesson' ? (
        <LessonBody body={body as BodyOf<'lesson'>} />
      ) : (
        <QuestionBody body={body as BodyOf<'question'>} />
      )}
      <Where body={body as BodyOf<'lesson'>} />
    </section>
  );
}

const QuestionBody = ({ body }: { body: BodyOf<'question'> }) => (
  <>
    <p class="question-text" dir="auto">
      {body.text}
    </p>
    {body.quote && <LongQuote quote={body.quote} lang={body.lang} tone="question" />}
  </>
);

/** The page and what else goes with the passage. */
function Where({ body: { target, title } }: { body: Pick<BodyOf<'lesson'>, 'target' | 'title'> }) {
  if (!target) return null;
  const isQuote = (selector: { type: string }): selector is TextQuoteSelector => selector.type === 'TextQuoteSelector';
  const around = target.selectors.filter(isQuote).flatMap(({ prefix = '', suffix = '' }) => [prefix, suffix]);
  const words = around.map((part) => part.trim()).filter(Boolean);
  return (
    <dl class="preview-where">
      <dt>{text('sharePage')}</dt>
      <dd>
        <bdi>{target.title || title}</bdi>
        <bdi class="preview-address">{target.href || siteOf(target.url)}</bdi>
        {target.frame && <bdi class="preview-address">{target.frame}</bdi>}
      </dd>
      {words.length > 0 && (
        <>
          <dt>{text('shareAround')}</dt>
          <dd dir="auto">{words.join(' … ')}</dd>
        </>
      )}
    </dl>
  );
}
