import { type MessageKey, text } from '../../ui/text.ts';

/** Stands where the key will; no sentence has it otherwise. */
const HERE = '\u0001';

/** A sentence with a key in it, drawn as a key. */
export function Keyed({ message, shortcut }: { message: MessageKey; shortcut: string }) {
  const [before, after] = text(message, HERE).split(HERE);
  return (
    <>
      {before}
      <kbd>{shortcut}</kbd>
      {after}
    </>
  );
}
