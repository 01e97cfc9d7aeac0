import { random } from './random.ts';
import type { Text } from './texts.ts';

export type Sort = 'one' | 'two' | 'three' | 'slip';

/** What people might type: parts of words that stand in the texts, chosen by a seeded rule, so that runs compare. */
export function typedFor(texts: Text[], count: number): Record<Sort, string[]> {
  const next = random(7);
  const pick = <T>(items: T[]): T => items[Math.floor(next() * items.length)] as T;
  const wordsOf = ({ title, body }: Text) => `${title} ${body}`.match(/\b[a-z]{4,}\b/g) ?? ['text'];
  const begun = (word: string) => word.slice(0, 2 + Math.floor(next() * (word.length - 1)));
  const slipped = (word: string) => word.slice(0, 3) + word.slice(4);
  const typed = (words: number, finish: (word: string) => string) =>
    Array.from({ length: count }, () => {
      const from = wordsOf(pick(texts));
      const some = Array.from({ length: words }, () => pick(from));
      return [...some.slice(0, -1), finish(some.at(-1) ?? '')].join(' ');
    });
  return { one: typed(1, begun), two: typed(2, begun), three: typed(3, begun), slip: typed(1, slipped) };
}
