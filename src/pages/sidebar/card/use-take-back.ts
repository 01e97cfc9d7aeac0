import { ask } from '../../../browser/ask.ts';
import { systemClock } from '../../../kit/clock.ts';
import type { Shown } from '../../../store/read.ts';
import { unshare } from '../../../store/share.ts';
import { announce } from '../../../ui/announcer.tsx';
import { failureText } from '../../../ui/failure.ts';
import { text } from '../../../ui/text.ts';
import { useDesk, useStore } from '../desk.ts';

/** Takes a shared record back: colleagues lose it, one's own copy stays. */
export function useTakeBack(record: Shown): () => void {
  const store = useStore();
  const { team } = useDesk();
  return async () => {
    const result = await unshare(store, [record.team, record.id], systemClock);
    announce(result.ok ? text('panelTakenBack', team(record.team)) : failureText(result.failure));
    if (!result.ok) return;
    await ask('sync', {});
    await ask('refresh', {});
  };
}
