import { expect, test } from 'vitest';
import { plainWords } from '../../src/search/asked/plain-words.ts';

test.each([
  ['is:lesson quokka harvest', 'quokka harvest'],
  ['quokka tag:"two words" by:me', 'quokka'],
  ['-site:a.example std::vector', 'std::vector'],
  ['is:mine', ''],
  ['ｉｓ：question quokka', 'quokka'],
  ['tag:„two words“ “what … said”', '“what … said”'],
  ['quokka -harvest', 'quokka'],
  ['how-to harvest', 'how-to harvest'],
  ['-release', '-release'],
  ['is:mine -release', ''],
  ['-"two words"', ''],
  ['git commit --amend', 'git commit --amend'],
  ['ls -la', 'ls -la'],
  ['tag:beta or tag:alpha', ''],
  ['tag: by: site: is: or or - -- "" :', ''],
  ['tag:beta or tag:alpha tea or cake', 'tea or cake'],
  ['" - ?', ''],
  ['"two words" ?', '"two words" ?'],
  ['what does => mean, and ->', 'what does => mean, and ->'],
  ['rsync "permission denied -rwx"', 'rsync "permission denied -rwx"'],
  ['quokka -"two words"', 'quokka'],
])('%s asks with "%s"', (typed, words) => {
  expect(plainWords(typed)).toBe(words);
});
