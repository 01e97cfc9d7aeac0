import type { Selector } from '../domain/target.ts';
import { toInk } from './ink.ts';
import { isInWord } from './words.ts';

/** A stored passage, read from its selectors: in ink, with what is known of its place. */
export interface Quote {
  exact: string;
  prefix: string;
  suffix: string;
  /** Ink before it when it was kept; where that is not known, not a number. */
  at: number;
  /** The structure it stood in, in CSS. */
  structure: string;
  /** Whether it began and ended where a word does, and where a block does. */
  opensWord: boolean;
  closesWord: boolean;
  opensBlock: boolean;
  closesBlock: boolean;
}

/**
 * The quote among selectors; null where none holds one. Selectors may come from a file or a colleague: nothing is
 * believed.
 */
export function readQuote(selectors: readonly Selector[]): Quote | null {
  const field = (type: string, name: string): unknown => selectors.find((one) => one.type === type)?.[name];
  const text = (name: string): string => asText(field('TextQuoteSelector', name));
  const [prefix, exact, suffix] = [text('prefix'), text('exact'), text('suffix')];
  const ink = toInk(exact);
  if (!ink) return null;
  return {
    exact: ink,
    prefix: toInk(prefix),
    suffix: toInk(suffix),
    at: Number(field('TextPositionSelector', 'start')),
    structure: asText(field('CssSelector', 'value')),
    opensWord: isParted(prefix, exact),
    closesWord: isParted(exact, suffix),
    opensBlock: prefix.endsWith('\n'),
    closesBlock: suffix.startsWith('\n'),
  };
}

const asText = (value: unknown): string => (typeof value === 'string' ? value : '');

const isParted = (left: string, right: string): boolean => !isInWord(left.slice(-1)) || !isInWord(right.charAt(0));
