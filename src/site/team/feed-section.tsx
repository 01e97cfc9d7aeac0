import { type KnownRecord, readRecord, recordSchema } from '../../domain/record.ts';
import { text } from '../../ui/text.ts';
import { TimeAgo } from '../../ui/time-ago.tsx';
import { pulledSchema } from '../../wire/sync.ts';
import type { Api } from './api.ts';
import { Section } from './section.tsx';
import { useAsked } from './use-asked.ts';

const SHOWN_MAX = 100;

type Placed = Extract<KnownRecord, { kind: 'lesson' | 'question' }>;

/** The latest lessons and questions, to be read by who has no extension here. */
export function FeedSection({ api }: { api: Api }) {
  const { value, failure } = useAsked(() => api.get(`pull?newest=${SHOWN_MAX * 2}`, pulledSchema));
  const records = value?.records.flatMap(readPlaced).slice(0, SHOWN_MAX) ?? [];
  return (
    <Section id="feed" heading={text('teamPageFeed')} failure={failure}>
      {value && records.length === 0 && <p class="soft">{text('teamPageFeedEmpty')}</p>}
      <ul class="feed">
        {records.map((record) => (
          <FeedRow key={record.id} record={record} />
        ))}
      </ul>
    </Section>
  );
}

function FeedRow({ record: { body, kind } }: { record: Placed }) {
  const href = body.target?.href ?? '';
  const isWeb = URL.canParse(href) && /^https?:$/.test(new URL(href).protocol);
  const said = kind === 'question' ? body.text : body.note;
  return (
    <li dir="auto">
      {body.quote && <blockquote>{body.quote}</blockquote>}
      {said && <p>{said}</p>}
      <p class="soft">
        {isWeb && (
          <>
            <a href={href} rel="noreferrer noopener" target="_blank">
              {body.target?.title || new URL(href).host}
            </a>{' '}
          </>
        )}
        <TimeAgo time={body.created} />
      </p>
    </li>
  );
}

function readPlaced(value: unknown): Placed[] {
  const parsed = recordSchema.safeParse(value);
  const read = parsed.success ? readRecord(parsed.data) : null;
  return read?.ok && (read.value.kind === 'lesson' || read.value.kind === 'question') ? [read.value] : [];
}
