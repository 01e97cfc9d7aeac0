import { language } from './text.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

const steps: [Intl.RelativeTimeFormatUnit, number][] = [
  ['year', 365 * DAY],
  ['month', 30 * DAY],
  ['week', 7 * DAY],
  ['day', DAY],
  ['hour', HOUR],
  ['minute', MINUTE],
];

/** "now", "5 min. ago", "yesterday", in the language of the interface; a clock that runs ahead is still "now". */
export function timeAgo(time: number, now: number, locale: string): string {
  const format = formatFor(locale);
  const age = Math.max(0, now - time);
  const step = steps.find(([, size]) => age >= size);
  return step ? format.format(-Math.floor(age / step[1]), step[0]) : format.format(0, 'second');
}

const formats = new Map<string, Intl.RelativeTimeFormat>();

/** Made once: for a list of twenty rows, making them anew took longer than the search. */
function formatFor(locale: string): Intl.RelativeTimeFormat {
  const made = formats.get(locale) ?? new Intl.RelativeTimeFormat(locale, { numeric: 'auto', style: 'short' });
  formats.set(locale, made);
  return made;
}

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
      {timeAgo(time, Date.now(), language())}
    </time>
  ) : null;
}
