import type { Selector } from '../domain/target.ts';
import { toInk } from './ink.ts';

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
}

/**
 * The quote among selectors; its text is empty where none holds one. Selectors may come from a file or a colleague:
 * nothing is believed.
 */
export function readQuote(selectors: readonly Selector[]): Quote {
  const field = (name: string, type = 'TextQuoteSelector'): string =>
    String(selectors.find((one) => one.type === type)?.[name] ?? '');
  const prefix = field('prefix');
  const suffix = field('suffix');
  const exact = toInk(field('exact'));
  const before = toInk(prefix);
  return {
    exact,
    whole: before + exact + toInk(suffix),
    first: before.length,
    last: before.length + exact.length,
    opens: !/.$/.test(prefix),
    closes: !/^./.test(suffix),
    isOne: /^.*$/.test(field('exact')),
    at: +(field('start', 'TextPositionSelector') || NaN),
    nth: +field('nth', 'TextPositionSelector'),
    section: field('value', 'CssSelector'),
  };
}
