import type { ComponentChildren } from 'preact';
import { useId, useState } from 'preact/hooks';
import type { Shown } from '../../../store/read.ts';
import { Button } from '../../../ui/button.tsx';
import { ResultRow } from '../../../ui/result-row.tsx';
import { text } from '../../../ui/text.ts';
import { useDesk } from '../desk.ts';

/** A record as a row that opens its card. */
export interface Row {
  record: Shown;
  /** How it stands now, in a word. */
  state?: string | undefined;
  /** Why it stands here, in a few words. */
  why?: string | undefined;
  /** What else can be done with it, beside the row. */
  beside?: ComponentChildren;
}

interface RowsProps {
  rows: Row[];
  /** The row was opened. */
  onOpen?: ((record: Shown) => void) | undefined;
}

interface RowListProps extends RowsProps {
  heading: string;
  /** What came in meanwhile; it lies over the rows. */
  news?: ComponentChildren;
  /** Below the rows. */
  children?: ComponentChildren;
}

/** Rows below a heading; nothing where there are none. */
export function RowList({ heading, rows, onOpen, news, children }: RowListProps) {
  const id = useId();
  if (rows.length === 0) return null;
  return (
    <section class="list" aria-labelledby={id}>
      {news}
      <h2 id={id}>{heading}</h2>
      <Rows rows={rows} onOpen={onOpen} />
      {children}
    </section>
  );
}

const FEW = 3;

/** The first few rows below a heading, the rest behind "more". */
export function FewRows({ heading, rows }: Pick<RowListProps, 'heading' | 'rows'>) {
  const [isWhole, setWhole] = useState(false);
  const more = isWhole ? 0 : rows.length - FEW;
  return (
    <RowList heading={heading} rows={more > 0 ? rows.slice(0, FEW) : rows}>
      {more > 0 && (
        <Button look="quiet" onClick={() => setWhole(true)}>
          {text('listMore', more)}
        </Button>
      )}
    </RowList>
  );
}

export const Rows = ({ rows, onOpen }: RowsProps) => (
  <ul class="recent">
    {rows.map((row) => (
      <RowItem key={row.record.id} {...row} onOpen={onOpen} />
    ))}
  </ul>
);

function RowItem({ record, state, why, beside, onOpen }: Row & Pick<RowsProps, 'onOpen'>) {
  const desk = useDesk();
  const open = () => {
    onOpen?.(record);
    desk.go({ view: 'one', key: [record.team, record.id], note: false });
  };
  return (
    <li>
      <button type="button" onClick={open}>
        <ResultRow
          record={record}
          created={record.created}
          author={desk.author(record)}
          team={desk.team(record.team)}
          isShared={record.team !== ''}
          state={state}
        />
        {why && <p class="fit">{why}</p>}
      </button>
      {beside}
    </li>
  );
}
