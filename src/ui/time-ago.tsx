import type { MessageKey } from './text.ts';
import { language, text } from './text.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** What one of a unit is called, where it has a name of its own, and what several are. */
type Step = [size: number, many: MessageKey, one?: MessageKey];

const steps: Step[] = [
  [365 * DAY, 'agoYears', 'agoLastYear'],
  [30 * DAY, 'agoMonths', 'agoLastMonth'],
  [7 * DAY, 'agoWeeks', 'agoLastWeek'],
  [DAY, 'agoDays', 'agoYesterday'],
  [HOUR, 'agoHours'],
  [MINUTE, 'agoMinutes'],
];

/**
 * "now", "5 min. ago", "yesterday", in the language of the interface; a clock that runs ahead is still "now". In sentences of our
 * own: `Intl.RelativeTimeFormat` takes 17 to 47 ms when it is first made in a process, in the middle of the first rows of a popup.
 */
export function timeAgo(time: number, now: number): string {
  const age = Math.max(0, now - time);
  const step = steps.find(([size]) => age >= size && !(age < 2 * size && isNotLast(size, time, now)));
  if (!step) return text('agoNow');
  const [size, many, one] = step;
  const number = size === DAY ? midnightsBetween(time, now) : Math.floor(age / size);
  return number === 1 && one ? text(one) : text(many, number);
}

/**
 * Fifty days before the middle of a month was neither last month nor two ago, and thirty before its last day was this month: it is said in
 * weeks then, and so is a year in months.
 */
function isNotLast(size: number, time: number, now: number): boolean {
  if (size < 30 * DAY) return false;
  const [then, today] = [new Date(time), new Date(now)];
  const years = today.getFullYear() - then.getFullYear();
  return (size > 30 * DAY ? years : 12 * years + today.getMonth() - then.getMonth()) !== 1;
}

/** Days are counted by their nights: what was 26 hours before one in the morning was not yesterday. */
const midnightsBetween = (time: number, now: number): number =>
  Math.round((new Date(now).setHours(0, 0, 0, 0) - new Date(time).setHours(0, 0, 0, 0)) / DAY);

/** When something was, roughly; the exact time stands in its tooltip, written when it is pointed at. */
export function TimeAgo({ time }: { time: number }) {
  const exact = new Date(time);
  const isReal = !Number.isNaN(exact.getTime());
  return isReal ? (
    <time
      dir="auto"
      dateTime={exact.toISOString()}
      onPointerEnter={({ currentTarget }) => {
        currentTarget.title = exact.toLocaleString(language());
      }}
    >
      {timeAgo(time, Date.now())}
    </time>
  ) : null;
}
