import type { KnownRecord } from '../domain/record.ts';
import { siteOf } from '../domain/site.ts';
import { headlineOf, sourceOf } from './headline.ts';
import { Icon, type IconName } from './icon.tsx';
import { kindName } from './kind-name.ts';
import { Marked } from './marked.tsx';
import './result-row.css';
import { TimeAgo } from './time-ago.tsx';
import { excerpt } from './words.ts';

const icons: Partial<Record<KnownRecord['kind'], IconName>> = { question: 'question', answer: 'answer' };

export interface ResultRowProps {
  record: KnownRecord;
  created: number;
  /** Who wrote it, as the person calls them. */
  author: string;
  /** Name of the team that has it; '' for what is kept to oneself. */
  team: string;
  /** Words to mark. */
  words?: string[];
  /** How it stands now, in a word. */
  state?: string | undefined;
  /** Leave out where it is from: the person stands there. */
  here?: boolean;
}

const FIRST_LENGTH = 150;
const SECOND_LENGTH = 90;
/** Between what is isolated from it, so that it stands on the right side where the page runs from right to left. */
const DOT = ' · ';

/** One record in a list: what it says, who, when, for whom, where from. */
export function ResultRow({ record, created, author, team, words = [], state, here }: ResultRowProps) {
  const { first, second } = headlineOf(record, words);
  const source = sourceOf(record);
  const site = siteOf(source.href) || source.title;
  return (
    <div class={`row ${record.kind}`}>
      <span class="row-kind">
        <Icon name={icons[record.kind] ?? 'keep'} />
        <span class="hidden-visually">{kindName(record.kind)}: </span>
      </span>
      <div class="row-words">
        <p class="row-first" dir="auto">
          <Marked text={excerpt(first, words, FIRST_LENGTH)} words={words} />
        </p>
        {second && (
          <p class="row-second" dir="auto">
            <Marked text={excerpt(second, words, SECOND_LENGTH)} words={words} />
          </p>
        )}
        <p class="row-meta">
          <bdi>{author}</bdi>
          {DOT}
          <TimeAgo time={created} />
          {team && DOT}
          {team && <bdi>{team}</bdi>}
          {state && `${DOT}${state}`}
          {!here && site && DOT}
          {!here && site && (
            <bdi>
              <Marked text={site} words={words} />
            </bdi>
          )}
        </p>
      </div>
    </div>
  );
}
