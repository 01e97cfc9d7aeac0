import type { Selector } from '../domain/target.ts';
import { toInk } from './ink.ts';
import { ENOUGH } from './weights.ts';

/** A stored passage, read from its selectors: in ink, with what is known of its place. */
export interface Quote {
  exact: string;
  /** The quote with its context; it lies from `first` to `last` in it. */
  whole: string;
  first: number;
  last: number;
  /** Whether it began and ended where a block does. */
  opens: boolean;
  closes: boolean;
  /** Whether it lay in one block. */
  isOne: boolean;
  /** Ink before it when it was kept; not a number where that is not known. */
  at: number;
  /** How often the page said the same before it. */
  nth: number;
  /** The section it stood in, in CSS. */
  section: string;
  /** What stood around its line, without the line: where that stands together now, the line is gone. */
  gone: string;
  /** What is evidence where it stands but once (itself, its line, or all that is kept), and how much of that is before it. */
  sure: [text: string, before: number];
}

/**
 * The quote among selectors; its text is empty where none holds one. Selectors may come from a file or a colleague:
 * nothing is believed.
 */
export function readQuote(selectors: readonly Selector[]): Quote {
  const field = (name: string, type = 'TextQuoteSelector'): string =>
    String(selectors.find((one) => one.type === type)?.[name] ?? '');
  const text = field('exact');
  const exact = toInk(text);
  const prefix = field('prefix');
  const suffix = field('suffix');
  const before = toInk(prefix);
  const beside = toInk(prefix.split('\n').at(-1) as string);
  const after = toInk(suffix.split('\n')[0] as string);
  const section = field('value', 'CssSelector');
  const whole = before + exact + toInk(suffix);
  return {
    section,
    first: before.length,
    last: before.length + exact.length,
    nth: +field('nth', 'TextPositionSelector'),
    closes: !after,
    opens: !beside,
    isOne: !text.includes('\n'),
    // A text node holds no NUL, so that what has no whole line on both sides stands nowhere.
    gone: toInk((prefix + '\0' + suffix).replace(/\n.*\0.*\n/, '')),
    at: +(field('start', 'TextPositionSelector') || NaN),
    exact,
    whole,
    // A line that the page said but once tells more than its words do. Where no section is named nobody has counted.
    sure:
      exact.length < ENOUGH
        ? section && before !== beside && !field('lines')
          ? [beside + exact + after, beside.length]
          : [whole, before.length]
        : [exact, 0],
  };
}
