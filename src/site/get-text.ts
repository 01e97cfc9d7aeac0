import german from '../../public/_locales/de/messages.json';
import english from '../../public/_locales/en/messages.json';

interface Message {
  message: string;
  placeholders?: Record<string, { content: string }>;
}

const languages: Record<string, Record<string, Message>> = { en: english, de: german };

/** The first of the person's languages that there is, else English. */
export const pickLanguage = (wanted: readonly string[]): string =>
  wanted.map((one) => one.toLowerCase().split('-')[0] ?? '').find((one) => Object.hasOwn(languages, one)) ?? 'en';

/** Sentences of `_locales` outside the extension, with its browser's rules: `$name$` stands for what its placeholder says. */
export function createGetText(language: string): (key: string, ...substitutions: string[]) => string {
  const messages: Record<string, Message> = languages[language] ?? english;
  const own: Record<string, string> = { '@@ui_locale': language, '@@bidi_dir': 'ltr' };
  return (key, ...substitutions) => {
    const entry = Object.hasOwn(messages, key) ? messages[key] : undefined;
    if (!entry) return Object.hasOwn(own, key) ? (own[key] ?? '') : '';
    const named = entry.message.replace(/\$(\w+)\$/g, (_, name: string) => contentOf(entry, name));
    return named.replace(/\$(\d)/g, (_, n: string) => substitutions[Number(n) - 1] ?? '');
  };
}

const contentOf = ({ placeholders }: Message, name: string): string =>
  placeholders?.[name.toLowerCase()]?.content ?? '';
