import { live } from '../../../store/live.ts';
import { about, type Shown } from '../../../store/read.ts';
import { useLive } from '../../../ui/use-live.ts';
import { useStore } from '../desk.ts';

/** Answers to a question and signals about a record, live, oldest first. */
export function useAbout(id: string): (Shown<'answer'> | Shown<'signal'>)[] {
  const { relaxed } = useStore();
  return useLive(() => live(() => about(relaxed, id)), [id]) ?? [];
}

type Sign = Shown<'signal'>['body']['sign'];

/** Signals of one meaning, one for each person. */
export function signalsOf(about: (Shown<'answer'> | Shown<'signal'>)[], sign: Sign): Shown<'signal'>[] {
  const byAuthor = new Map<string, Shown<'signal'>>();
  for (const one of about) if (one.kind === 'signal' && one.body.sign === sign) byAuthor.set(one.author, one);
  return [...byAuthor.values()];
}
