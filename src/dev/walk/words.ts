import messages from '../../../public/_locales/en/messages.json' with { type: 'json' };

export type WordsKey = keyof typeof messages;

/** A sentence as our pages show it in English, with what belongs into it. */
export function words(key: WordsKey, ...parts: string[]): string {
  const { message, placeholders = {} } = messages[key] as {
    message: string;
    placeholders?: Record<string, { content: string }>;
  };
  return message.replace(/\$(\w+)\$/g, (_, name: string) => {
    const nth = Number(placeholders[name.toLowerCase()]?.content.slice(1));
    return parts[nth - 1] ?? '';
  });
}
