import { ask } from '../../../browser/ask.ts';
import { adoptOnlyHere } from '../../../store/only-here.ts';
import type { Shown } from '../../../store/read.ts';
import { announce } from '../../../ui/announcer.tsx';
import { Button } from '../../../ui/button.tsx';
import { failureText } from '../../../ui/failure.ts';
import { Notice } from '../../../ui/notice.tsx';
import { text } from '../../../ui/text.ts';
import { useStore } from '../desk.ts';

/** What the team's server lost with an old backup: that it is only here, and the way to make it one's own. */
export function OnlyHere({ record }: { record: Shown }) {
  const store = useStore();
  if (!record.onlyHere) return null;
  const adopt = async () => {
    const adopted = await adoptOnlyHere(store, [record.team, record.id]);
    announce(adopted.ok ? text('onlyHereAdopted') : failureText(adopted.failure));
    if (adopted.ok) await ask('refresh', {});
  };
  return (
    <Notice tone="care">
      <p>{text(record.onlyHere === 'record' ? 'onlyHereSaid' : 'onlyHereVersion')}</p>
      {record.onlyHere === 'record' && (
        <div>
          <Button icon="add" onClick={() => void adopt()}>
            {text('onlyHereAdopt')}
          </Button>
        </div>
      )}
    </Notice>
  );
}
