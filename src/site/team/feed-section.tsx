import { kindName } from '../../ui/kind-name.ts';
import { text } from '../../ui/text.ts';
import { TimeAgo } from '../../ui/time-ago.tsx';
import { pulledSchema } from '../../wire/sync.ts';
import type { Api } from './api.ts';
import { type FeedEntry, readFeed } from './feed.ts';
import { Section } from './section.tsx';
import { useAsked } from './use-asked.ts';

const SHOWN_MAX = 100;

/** The latest lessons and questions with their answers, to be read by who has no extension here. */
export function FeedSection({ api }: { api: Api }) {
  const { value, failure } = useAsked(() => api.get(`pull?newest=${SHOWN_MAX * 2}&names=1`, pulledSchema));
  const entries = value ? readFeed(value).slice(0, SHOWN_MAX) : [];
  return (
    <Section id="feed" heading={text('teamPageFeed')} failure={failure}>
      {value && entries.length === 0 && <p class="soft">{text('teamPageFeedEmpty')}</p>}
      <ul class="feed">
        {entries.map((entry) => (
          <FeedRow key={entry.record.id} entry={entry} />
        ))}
      </ul>
    </Section>
  );
}

function FeedRow({ entry: { record, author, answers } }: { entry: FeedEntry }) {
  const { body, kind } = record;
  const said = kind === 'question' ? body.text : body.note;
  return (
    <li>
      <p class="soft">
        {kindName(kind)} · <Writer name={author} /> · <TimeAgo time={body.created} />
      </p>
      {body.title && body.title !== body.target?.title && <h3 dir="auto">{body.title}</h3>}
      {body.quote && <blockquote dir="auto">{body.quote}</blockquote>}
      {said && <p dir="auto">{said}</p>}
      <Source href={body.target?.href ?? (kind === 'lesson' ? body.link : '') ?? ''} title={body.target?.title ?? ''} />
      {answers.length > 0 && (
        <ul class="answers">
          {answers.map(({ record: answer, author }) => (
            <li key={answer.id}>
              <p class="soft">
                <Writer name={author} /> · <TimeAgo time={answer.body.created} />
              </p>
              <p dir="auto">{answer.body.text}</p>
              <Source href={answer.body.link ?? ''} title="" />
            </li>
          ))}
        </ul>
      )}
    </li>
  );
}

const Writer = ({ name }: { name: string }) => <bdi>{name || text('uiSomeone')}</bdi>;

/** Where it is from. Nothing where that is no page of the web. */
function Source({ href, title }: { href: string; title: string }) {
  const isWeb = URL.canParse(href) && /^https?:$/.test(new URL(href).protocol);
  if (!isWeb) return null;
  return (
    <p>
      <a href={href} rel="noreferrer noopener" target="_blank" dir="auto">
        {title || new URL(href).host}
      </a>
    </p>
  );
}
