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
  /** Ink before it when it was kept; not a number where that is not known. */
  at: number;
  /** The section it stood in, in CSS. */
  section: unknown;
}

/**
 * The quote among selectors; its text is empty where none holds one. Selectors may come from a file or a colleague:
 * nothing is believed.
 */
export function readQuote(selectors: readonly Selector[]): Quote {
  const field = (type: string, name: string): unknown => selectors.find((one) => one.type === type)?.[name];
  const text = (name: string): string => String(field('TextQuoteSelector', name) ?? '');
  const exact = toInk(text('exact'));
  const first = toInk(text('prefix')).length;
  return {
    exact,
    whole: toInk(text('prefix')) + exact + toInk(text('suffix')),
    first,
    last: first + exact.length,
    opens: /^$|\n$/.test(text('prefix')),
    closes: /^$|^\n/.test(text('suffix')),
    at: Number(field('TextPositionSelector', 'start')),
    section: field('CssSelector', 'value'),
  };
}
