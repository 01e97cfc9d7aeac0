import type { AnchorReason } from '../domain/target.ts';
import { align } from './align.ts';
import type { Quote } from './quote.ts';
import type { Span } from './span.ts';

export type Found =
  | { state: 'anchored' | 'changed'; span: Span; reason: AnchorReason }
  | { state: 'orphaned'; reason: AnchorReason };

const CONTEXT = 64;
const LONG = 28;

/** Finds a quote in a page's ink. */
export function find(ink: string, quote: Quote): Found {
  const { exact } = quote;
  let best: Span | null = null;
  let bestScore = 0;
  let seen = 0;
  for (let at = ink.indexOf(exact); at >= 0 && seen < 400; at = ink.indexOf(exact, at + 1), seen++) {
    const end = at + exact.length;
    const sides = [
      kept(quote.prefix, ink.slice(Math.max(0, at - CONTEXT), at), true),
      kept(quote.suffix, ink.slice(end, end + CONTEXT), false),
    ];
    const near = Math.abs(at - quote.at) / ink.length;
    const [before = 0, after = 0] = sides;
    const score = before + after - 0.1 * near;
    if ((exact.length >= LONG || Math.max(before, after) >= 0.5) && (!best || score > bestScore)) {
      best = { start: at, end };
      bestScore = score;
    }
  }
  if (best) return { state: 'anchored', span: best, reason: 'not-found' };
  if (seen > 0) return { state: 'orphaned', reason: 'no-context' };
  return findEdited(ink, quote);
}

function kept(wanted: string, found: string, backwards: boolean): number {
  if (!wanted) return found ? 0.5 : 1;
  const map = align(backwards ? reverse(wanted) : wanted, backwards ? reverse(found) : found);
  return map.reduce((sum, at) => sum + (at >= 0 ? 1 : 0), 0) / wanted.length;
}

const reverse = (text: string): string => Array.from(text).reverse().join('');

function findEdited(ink: string, quote: Quote): Found {
  const { prefix, exact, suffix } = quote;
  const whole = prefix + exact + suffix;
  if (exact.length < 10) return { state: 'orphaned', reason: 'not-found' };
  const votes = new Map<number, number>();
  for (let i = 0; i + 8 <= whole.length; i += 2) {
    const gram = whole.slice(i, i + 8);
    const at = ink.indexOf(gram);
    if (at < 0 || ink.indexOf(gram, at + 1) >= 0) continue;
    const diagonal = Math.round((at - i) / 32);
    votes.set(diagonal, (votes.get(diagonal) ?? 0) + 1);
  }
  const [top] = [...votes].sort((a, b) => b[1] - a[1]);
  if (!top) return { state: 'orphaned', reason: 'not-found' };
  const from = Math.max(0, top[0] * 32 - 100);
  const map = align(whole, ink.slice(from, top[0] * 32 + whole.length + 160));
  const first = prefix.length;
  const last = first + exact.length;
  const inside = map.slice(first, last).filter((at) => at >= 0);
  const [start] = inside;
  const end = inside.at(-1);
  if (start === undefined || end === undefined || inside.length < exact.length * 0.5)
    return { state: 'orphaned', reason: 'not-found' };
  return { state: 'changed', span: { start: from + start, end: from + end + 1 }, reason: 'text-edited' };
}
