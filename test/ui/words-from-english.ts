import { readFileSync } from 'node:fs';
import { provideText } from '../../src/ui/text.ts';

interface Message {
  message: string;
  placeholders?: Record<string, { content: string }>;
}

/** Gives the components their English sentences, filled in as the browsers do. */
export function provideEnglish(): void {
  const english: Record<string, Message> = JSON.parse(readFileSync('public/_locales/en/messages.json', 'utf8'));
  provideText((key, ...substitutions) => {
    if (key === '@@bidi_dir') return 'ltr';
    const { message = '', placeholders = {} } = english[key] ?? {};
    const numbered = message.replace(
      /\$(\w+)\$/g,
      (_, name: string) => placeholders[name.toLowerCase()]?.content ?? '',
    );
    return numbered.replace(/\$(\d)/g, (_, n: string) => substitutions[Number(n) - 1] ?? '');
  });
}
