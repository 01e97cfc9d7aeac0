import { type MessageKey, textAround } from '../../ui/text.ts';

/** A sentence with a key in it, drawn as a key. */
export function Keyed({ message, shortcut }: { message: MessageKey; shortcut: string }) {
  const [before, after] = textAround(message);
  return (
    <>
      {before}
      <kbd>{shortcut}</kbd>
      {after}
    </>
  );
}
