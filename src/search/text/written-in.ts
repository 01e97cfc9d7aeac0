import { type Language, languages } from './languages.ts';
import { words } from './words.ts';

/**
 * The language of what somebody wrote by hand, which no page tells: `usual` is the one they read their browser in (BCP 47). To be kept with it,
 * for who they are nobody can tell afterwards; nothing where everybody would take it for the same.
 */
export async function writtenIn(texts: (string | undefined)[], usual: string): Promise<{ lang?: Language }> {
  const own = languages.find((one) => one === usual.toLowerCase().split(/[-_]/)[0]);
  if (!own) return {};
  const { guessLanguage } = await import('./other-tongues.ts');
  const sample = words(texts.join('\n').slice(0, SAMPLE));
  const lang = guessLanguage(sample, own);
  return lang === 'und' || lang === guessLanguage(sample) ? {} : { lang };
}

/** Characters that are read. */
const SAMPLE = 4_000;
