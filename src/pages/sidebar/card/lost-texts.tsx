import { ask } from '../../../browser/ask.ts';
import { systemClock } from '../../../kit/clock.ts';
import { edit } from '../../../store/keep.ts';
import { live } from '../../../store/live.ts';
import { forgetLost, lostOf, lostWords } from '../../../store/lost.ts';
import type { Shown } from '../../../store/read.ts';
import type { LostRow } from '../../../store/rows.ts';
import { announce } from '../../../ui/announcer.tsx';
import { Button } from '../../../ui/button.tsx';
import { failureText } from '../../../ui/failure.ts';
import { LongText } from '../../../ui/long-text.tsx';
import { Notice } from '../../../ui/notice.tsx';
import { text } from '../../../ui/text.ts';
import { useLive } from '../../../ui/use-live.ts';
import { useStore } from '../desk.ts';

/** Texts of one's own that lost against what another of one's devices wrote, while they are kept. */
export function LostTexts({ record }: { record: Shown }) {
  const { relaxed } = useStore();
  const lost = useLive(() => live(() => lostOf(relaxed, record.id)), [record.id]);
  return (
    <>
      {lost?.map((row) => (
        <LostText key={row.n} record={record} lost={row} />
      ))}
    </>
  );
}

function LostText({ record, lost }: { record: Shown; lost: LostRow }) {
  const store = useStore();
  const letGo = () => forgetLost(store, lost.n ?? 0);
  const use = async () => {
    const edited = await edit(store, [record.team, record.id], () => lost.body, systemClock);
    announce(edited.ok ? text('lostUsed') : failureText(edited.failure));
    if (!edited.ok) return;
    await letGo();
    await ask('sync', {});
  };
  return (
    <Notice tone="care">
      <p>{text('lostSaid')}</p>
      <LongText whole={lostWords(lost)} draw={(shown) => <p dir="auto">{shown}</p>} />
      <div>
        <Button onClick={() => void use()}>{text('lostUse')}</Button>
        <Button look="quiet" onClick={() => void letGo()}>
          {text('lostForget')}
        </Button>
      </div>
    </Notice>
  );
}
