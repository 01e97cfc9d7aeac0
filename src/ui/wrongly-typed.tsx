import { failureText } from './failure.ts';
import { isUnmet } from './nothing-found.tsx';
import type { Answer } from './use-searching.ts';
import './wrongly-typed.css';

/** What was typed wrongly, as long as it cannot be finished. That nothing fits a filter is said with the ways on from there (nothing-found.tsx). */
export const WronglyTyped = ({ found }: { found: Pick<Answer<unknown>, 'problem' | 'completions'> | null }) =>
  found?.problem && !isUnmet(found.problem) && found.completions.length === 0 ? (
    <p class="wrongly-typed">{failureText(found.problem)}</p>
  ) : null;
