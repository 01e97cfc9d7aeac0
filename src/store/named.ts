import { fold } from '../kit/fold.ts';
import { spelledOut } from '../kit/umlauts.ts';
import { hasRun } from '../search/text/spaceless.ts';
import { withoutSigns } from './inner-signs.ts';

const plain = (text: string): string =>
  ` ${fold(text)
    .replace(/[^\p{L}\p{N}\p{M}]+/gu, ' ')
    .trim()}`;

/**
 * Whether a name, or any word of it, begins so: `jose` and `Núñ` mean María-José Núñez, `joe` Jörg, `ocon` O'Connor. What is written without spaces is looked
 * for anywhere.
 */
export function isNamed(name: string, begun: string): boolean {
  const asked = plain(begun);
  if (hasRun(asked)) return joined(plain(name)).includes(joined(asked));
  const plainly = withoutSigns(name);
  return [name, spelledOut(name), plainly, spelledOut(plainly)].some((one) => plain(one).includes(asked));
}

const joined = (text: string): string => text.replaceAll(' ', '');
