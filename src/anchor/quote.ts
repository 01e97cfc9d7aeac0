import type { Selector } from '../domain/target.ts';
import { toInk } from './ink.ts';

/** A stored passage, read from its selectors: in ink, and with its place. */
export interface Quote {
  exact: string;
  prefix: string;
  suffix: string;
  /** Ink before it when it was kept, or -1. */
  at: number;
}

/** The quote among selectors; null where none has one. Selectors may come from a file or a colleague: nothing is believed. */
export function readQuote(selectors: readonly Selector[]): Quote | null {
  const quote = selectors.find((selector) => selector.type === 'TextQuoteSelector');
  const position = selectors.find((selector) => selector.type === 'TextPositionSelector');
  const exact = ink(quote?.exact);
  if (!exact) return null;
  const at = typeof position?.start === 'number' ? position.start : -1;
  return { exact, prefix: ink(quote?.prefix), suffix: ink(quote?.suffix), at };
}

const ink = (value: unknown): string => (typeof value === 'string' ? toInk(value) : '');
