import { type FieldMarks, headlineOf, siteMarks, sourceOf } from '../domain/headline.ts';
import { readableSite } from '../domain/readable-site.ts';
import type { KnownRecord } from '../domain/record.ts';
import { siteOf } from '../domain/site.ts';
import { Icon, type IconName } from './icon.tsx';
import { kindName } from './kind-name.ts';
import { Marked } from './marked.tsx';
import './result-row.css';
import { excerpt, type Marks, plainExcerpt } from '../kit/excerpt.ts';
import { text, textAround } from './text.ts';
import { TimeAgo } from './time-ago.tsx';
import { LETTERS } from './use-letters.ts';

const icons: Partial<Record<KnownRecord['kind'], IconName>> = { question: 'question', answer: 'answer' };

export interface ResultRowProps {
  record: KnownRecord;
  created: number;
  /** Who wrote it, as the person calls them. */
  author: string;
  /** What to mark in that. */
  authorMarks?: Marks | undefined;
  /** Name of the team that has it; '' for what is kept to oneself. */
  team: string;
  /** A team has it, whatever that is called. */
  isShared?: boolean;
  /** What to mark, by field. */
  marks?: FieldMarks | undefined;
  /** How it stands now, in a word. */
  state?: string | undefined;
  /** The question that it answers; null as long as that is not known, and its line is there before it. */
  asked?: KnownRecord | null;
  /** Leave out where it is from: the person stands there. */
  here?: boolean;
  /** So many letters are seen in a line, about: what was looked for is among them. */
  letters?: number;
}

const FIRST_LENGTH = 150;
/** In its style sheet. */
const FIRST_LINES = 2;
const SECOND_LENGTH = 90;
/** Between what is isolated from it, so that it stands on the right side where the page runs from right to left. */
const DOT = ' · ';

/** One record in a list: what it says, who, when, for whom, where from. */
export function ResultRow({
  record,
  created,
  author,
  authorMarks = [],
  team,
  isShared = team !== '',
  marks,
  state,
  asked,
  here,
  letters = LETTERS,
}: ResultRowProps) {
  const { first, second } = headlineOf(record, marks, FIRST_LINES * letters);
  const source = sourceOf(asked ?? record);
  const host = readableSite(siteOf(source.href));
  const isNamed = second.text === source.title;
  const from = here ? '' : host || (isNamed ? '' : source.title);
  // A line of their own is there before it is known what the team is called, and where the question of an answer was asked.
  const isLong = isShared || record.kind === 'answer';
  const ofSite = host ? siteMarks(record, marks) : [];
  return (
    <div class={`row ${record.kind}`}>
      <span class="row-kind">
        <Icon name={icons[record.kind] ?? 'keep'} />
        <span class="hidden-visually">{kindName(record.kind)}: </span>
      </span>
      <div class="row-words">
        <p class="row-first" dir="auto">
          {first.text ? (
            <Marked pieces={excerpt(first.text, first.marks, FIRST_LENGTH, FIRST_LINES * letters)} />
          ) : (
            text('rowNothing')
          )}
        </p>
        {second.text && !(here && !marks && isNamed) && (
          <p class="row-second" dir="auto">
            <Marked pieces={excerpt(second.text, second.marks, SECOND_LENGTH, letters)} />
          </p>
        )}
        {record.kind === 'answer' && asked !== undefined && (
          <p class="row-second row-asked">{asked && <Asked question={asked} />}</p>
        )}
        <p class={isLong ? 'row-meta long' : 'row-meta'}>
          <span>
            <bdi>
              <Marked pieces={excerpt(author, authorMarks, author.length)} />
            </bdi>
            <span>
              {DOT}
              {/* By its time, which its tooltip tells: the row may be another's next. */}
              <TimeAgo key={created} time={created} />
              {state && DOT + state}
            </span>
          </span>
          <span class="row-where">
            {team && <bdi>{team}</bdi>}
            {team && from && DOT}
            {from && (
              <bdi>
                <Marked pieces={excerpt(from, ofSite, SECOND_LENGTH)} />
              </bdi>
            )}
          </span>
        </p>
      </div>
    </div>
  );
}

/** Its line is there before it: what comes in later moves no row. */
function Asked({ question }: { question: KnownRecord }) {
  const [before, after] = textAround('rowAsked');
  return (
    <>
      {before}
      <bdi>{plainExcerpt(headlineOf(question).first.text, SECOND_LENGTH)}</bdi>
      {after}
    </>
  );
}
