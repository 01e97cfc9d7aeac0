import { fieldsOf, type Read } from './entry.ts';
import type { Tongue } from './language.ts';
import { eachTerm } from './terms.ts';
import { IN_TITLE, type Tallied } from './weight.ts';

/** What a record is found by, only counted: the same as counting its entry, and much quicker. */
export function tallyWords(read: Read): Tallied & { tongue: Tongue } {
  const { title, body, tongue } = fieldsOf(read);
  const terms = new Map<string, number>();
  let [titleLength, bodyLength] = [0, 0];
  eachTerm(title, tongue, (term) => {
    terms.set(term, (terms.get(term) ?? 0) + IN_TITLE);
    titleLength++;
  });
  for (const field of body) {
    eachTerm(field, tongue, (term) => {
      terms.set(term, (terms.get(term) ?? 0) + 1);
      bodyLength++;
    });
  }
  return { terms, titleLength, bodyLength, tongue };
}
