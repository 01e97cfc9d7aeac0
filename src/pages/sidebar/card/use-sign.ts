import { useRef } from 'preact/hooks';
import type { BodyOf } from '../../../domain/kinds/index.ts';
import type { Result } from '../../../kit/result.ts';
import type { Shown } from '../../../store/read.ts';
import { useStore } from '../desk.ts';
import { toggleSign } from '../signal.ts';

/** Gives a sign or takes it back; a second click while the first is being stored does nothing. */
export function useSign(
  record: Shown,
  sign: BodyOf<'signal'>['sign'],
  given: Shown<'signal'> | undefined,
): () => Promise<Result<unknown> | null> {
  const store = useStore();
  const isBusy = useRef(false);
  return async () => {
    if (isBusy.current) return null;
    isBusy.current = true;
    try {
      return await toggleSign(store, record, sign, given);
    } finally {
      isBusy.current = false;
    }
  };
}
