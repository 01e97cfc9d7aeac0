import type { Shown } from '../../../store/read.ts';
import { PRIVATE } from '../../../store/rows.ts';
import { announce } from '../../../ui/announcer.tsx';
import { Button } from '../../../ui/button.tsx';
import { text } from '../../../ui/text.ts';
import { useDesk } from '../desk.ts';
import { tellings } from './told.ts';
import { useAbout } from './use-about.ts';
import { useSign } from './use-sign.ts';

/** Lets a colleague know that the page of their lesson has changed. It says so of the lesson, and nothing of the visit. */
export function TellAuthor({ record }: { record: Shown<'lesson'> | Shown<'question'> }) {
  const desk = useDesk();
  const told = tellings(record, useAbout(record.id));
  const given = told.find((signal) => signal.isMine);
  const toggle = useSign(record, 'outdated', given);
  const isReader = desk.teams.find(({ id }) => id === record.team)?.member.role === 'reader';
  if (record.isMine || record.team === PRIVATE || isReader) return null;
  const tell = async () => {
    const result = await toggle();
    if (result?.ok) announce(given ? text('movedTellTaken') : text('movedTellDone', desk.author(record)));
  };
  return (
    <>
      <Button look="quiet" icon={given ? 'check' : 'answer'} pressed={given !== undefined} onClick={() => void tell()}>
        {text(given ? 'movedTold' : 'movedTell')}
      </Button>
      {!given && told.length > 0 && <span class="me-too">{text('toldAlready')}</span>}
    </>
  );
}
