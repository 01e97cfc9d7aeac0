import { useState } from 'preact/hooks';
import type { LedgerRow } from '../../store/rows.ts';
import { Button } from '../../ui/button.tsx';
import { Empty } from '../../ui/empty.tsx';
import { text } from '../../ui/text.ts';
import { TimeAgo } from '../../ui/time-ago.tsx';
import { howItEnded, sizeOf, whatWas } from './ledger-words.ts';
import './requests.css';
import { Section } from './section.tsx';
import { useQuery } from './store-context.ts';

const PAGE = 20;

/** Each request that left this browser and what it carried. */
export function LedgerSection() {
  const [shown, setShown] = useState(PAGE);
  const rows = useQuery(
    (db) =>
      db.ledger
        .reverse()
        .limit(shown + 1)
        .toArray(),
    [shown],
  );
  const teams = useQuery((db) => db.teams.toArray()) ?? [];
  const names = new Map(teams.map(({ id, name }) => [id, name]));
  if (!rows) return <Section id="requests">{null}</Section>;
  if (rows.length === 0) {
    return (
      <Section id="requests">
        <Empty>{text('optionsLedgerNone')}</Empty>
      </Section>
    );
  }
  return (
    <Section id="requests" intro={text('optionsLedgerIntro')}>
      <Requests rows={rows.slice(0, shown)} names={names} />
      {rows.length > shown && (
        <div>
          <Button onClick={() => setShown(shown + PAGE * 5)}>{text('optionsLedgerMore')}</Button>
        </div>
      )}
    </Section>
  );
}

const Requests = ({ rows, names }: { rows: LedgerRow[]; names: Map<string, string> }) => (
  <table class="requests">
    <thead>
      <tr>
        <th scope="col">{text('optionsLedgerWhat')}</th>
        <th scope="col">{text('optionsLedgerWhen')}</th>
        <th scope="col">{text('optionsLedgerSent')}</th>
        <th scope="col">{text('optionsLedgerReceived')}</th>
        <th scope="col">{text('optionsLedgerRecords')}</th>
      </tr>
    </thead>
    <tbody>
      {rows.map((row) => (
        <Request key={row.n} row={row} team={names.get(row.team) ?? ''} />
      ))}
    </tbody>
  </table>
);

function Request({ row, team }: { row: LedgerRow; team: string }) {
  const ended = howItEnded(row);
  return (
    <tr>
      <td>
        {whatWas(row)}
        {team && (
          <span class="soft">
            {' · '}
            <bdi>{team}</bdi>
          </span>
        )}
        {ended && <span class="wrong"> {ended}</span>}
      </td>
      <td>
        <TimeAgo time={row.at} />
      </td>
      <td>{sizeOf(row.sent)}</td>
      <td>{sizeOf(row.received)}</td>
      <td>{row.records}</td>
    </tr>
  );
}
