import { withoutUmlauts } from '../kit/umlauts.ts';

/** A tag without the sign that Markdown writes before it. */
export const withoutSign = (tag: string): string => tag.replace(/^#+/, '');

/** What a tag may be that was typed, folded, the likeliest first: that, or it without its sign, or it where its umlauts were spelled out. */
export const tagReadings = (typed: string): string[] => {
  const bare = withoutSign(typed);
  return [...new Set([typed, bare, withoutUmlauts(bare)])];
};
