import { fold } from '../../kit/fold.ts';
import { fail, ok, type Result } from '../../kit/result.ts';

const IS = ['question', 'unanswered', 'lesson', 'answer', 'mine', 'team', 'changed'] as const;
const HAS = ['note', 'quote', 'link', 'tag'] as const;
type Is = (typeof IS)[number];
type Has = (typeof HAS)[number];

/** What narrows a search besides words. */
type Narrowing =
  | { by: 'author'; value: string }
  | { by: 'tag'; value: string }
  /** `address`: as it was typed, where it is more than a site. */
  | { by: 'site'; value: string; address?: string }
  | { by: 'is'; value: Is }
  | { by: 'has'; value: Has }
  | { by: 'before' | 'after'; time: number };
export type Filter = Narrowing & { isBarred: boolean };

/** Operators and what may stand behind them, for completion; an empty list is free text. */
export const operators: Record<string, readonly string[]> = {
  tag: [],
  by: ['me'],
  site: [],
  is: IS,
  has: HAS,
  before: [],
  after: [],
};

/** Null for what is no operator. Fails with `search-empty`, `search-day` (both with the operator), `search-is`, `search-has`, `search-date` (with what was typed). */
export function readOperator(name: string, typed: string): Result<Narrowing> | null {
  const by = name.toLowerCase();
  if (!Object.hasOwn(operators, by)) return null;
  const value = fold(typed.replaceAll('"', '').trim());
  if (value === '') return fail(by === 'before' || by === 'after' ? 'search-day' : 'search-empty', `${by}:`);
  if (by === 'tag') return ok({ by, value });
  if (by === 'site') return ok({ by, value: readSite(value), ...(PATH.test(typed) ? { address: typed } : {}) });
  if (by === 'by') return ok({ by: 'author', value });
  if (by === 'is') return readChoice(by, IS, value);
  if (by === 'has') return readChoice(by, HAS, value);
  const time = readDay(value);
  return time === null ? fail('search-date', typed) : ok({ by: by === 'before' ? 'before' : 'after', time });
}

/** Of a whole address what names its site: as the index has it (facets.ts). */
const readSite = (value: string): string => value.replace(/^[a-z]+:\/\//, '').replace(/^www\.|[/:?#].*$/g, '');

/** Something behind the host of an address. */
const PATH = /^(?:[a-z]+:\/\/)?[^/?#]+\/[^/]/i;

function readChoice<B extends 'is' | 'has', V extends string>(by: B, choices: readonly V[], value: string) {
  const choice = choices.find((one) => one === value);
  return choice ? ok({ by, value: choice } as { by: B; value: V } & Narrowing) : fail(`search-${by}`, value);
}

/**
 * Local midnight at the start of a day, month or year: 2026, 2026-03, 2026-03-31, or as it is said in much of Europe: 31.3.2026. On the way
 * to a month or day (`2026-0`) it is still the year or month. Null for anything else.
 */
function readDay(value: string): number | null {
  const read = /^(\d{4})(?:-(\d{1,2}))?(?:-(\d{1,2}))?$/.exec(
    value.replace(/-0?$/, '').replace(/^(\d{1,2})\.(\d{1,2})\.(?=\d{4}$)(.*)/, '$3-$2-$1'),
  );
  if (!read) return null;
  const [year, month, day] = [Number(read[1]), Number(read[2] ?? 1), Number(read[3] ?? 1)];
  const date = new Date(year, month - 1, day);
  return date.getMonth() === month - 1 && date.getDate() === day ? date.getTime() : null;
}
