import { markWords } from './words.ts';

/** Text with the words that were looked for marked. */
export const Marked = ({ text, words }: { text: string; words: string[] }) => (
  <>{markWords(text, words).map(({ text: piece, hit }, i) => (hit ? <mark key={i}>{piece}</mark> : piece))}</>
);
