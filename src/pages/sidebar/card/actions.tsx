import type { ComponentChildren } from 'preact';
import { cardAsMarkdown } from '../../../exchange/markdown-card.ts';
import type { Shown } from '../../../store/read.ts';
import { PRIVATE } from '../../../store/rows.ts';
import { Button, IconButton } from '../../../ui/button.tsx';
import { NotCopied, useCopy } from '../../../ui/copied.tsx';
import { signedBy } from '../../../ui/signed-by.ts';
import { text } from '../../../ui/text.ts';
import { useDesk } from '../desk.ts';

interface ActionsProps {
  record: Shown<'lesson'> | Shown<'question'>;
  /** Absent where there is nothing to edit. */
  onEdit?: () => void;
  onTakeBack: () => void;
  /** What colleagues can do, first in the row. */
  children?: ComponentChildren;
}

/** What can be done with a card, the likeliest first. */
export function Actions({ record, onEdit, onTakeBack, children }: ActionsProps) {
  const desk = useDesk();
  const { team, id, isMine } = record;
  const canShare = isMine && team === PRIVATE && desk.teams.some(({ member }) => member.role !== 'reader');
  const { copied, copy } = useCopy();
  const copyCard = () => void copy(cardAsMarkdown(record, signedBy(record, desk)));
  const lacksNote = isMine && record.kind === 'lesson' && !record.body.note;
  return (
    <div class="actions">
      {children}
      {lacksNote && onEdit && (
        <Button look="quiet" icon="edit" onClick={onEdit}>
          {text('panelAddWhy')}
        </Button>
      )}
      {canShare && (
        <Button look="quiet" icon="share" onClick={() => desk.go({ view: 'share', key: [team, id] })}>
          {text('panelShare')}
        </Button>
      )}
      {isMine && team !== PRIVATE && !record.refused && (
        <Button look="quiet" icon="takeBack" onClick={onTakeBack}>
          {text('panelTakeBack')}
        </Button>
      )}
      <span class="actions-end">
        {isMine && !lacksNote && onEdit && <IconButton icon="edit" label={text('panelEdit')} onClick={onEdit} />}
        <IconButton icon={copied === 'copied' ? 'check' : 'copy'} label={text('panelCopy')} onClick={copyCard} />
        {isMine && <IconButton icon="remove" label={text('panelRemove')} onClick={() => desk.remove([[team, id]])} />}
      </span>
      <NotCopied copied={copied} />
    </div>
  );
}
