import { operators } from '../search/asked/operators.ts';

/** What was typed with each operator there is begun behind it; what is quoted to its end is closed before. */
export function narrowings(typed: string): string[] {
  const isQuoted = typed.split('"').length % 2 === 0;
  return Object.keys(operators).map((name) => `${typed.trim()}${isQuoted ? '"' : ''} ${name}:`);
}
