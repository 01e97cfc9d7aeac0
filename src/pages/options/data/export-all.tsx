import { useState } from 'preact/hooks';
import { writeExport } from '../../../exchange/complete-json.ts';
import { systemClock } from '../../../kit/clock.ts';
import { ownStored } from '../../../store/adopt.ts';
import { teamsJoined } from '../../../store/read.ts';
import { Button } from '../../../ui/button.tsx';
import { Notice } from '../../../ui/notice.tsx';
import { text } from '../../../ui/text.ts';
import { useStore } from '../store-context.ts';
import { Action } from './action.tsx';
import { download } from './download.ts';

/** Everything one wrote, as one file. */
export function ExportAll() {
  const { relaxed } = useStore();
  const [done, setDone] = useState<{ file: string; records: number } | null>(null);
  const run = async () => {
    const [records, teams] = await Promise.all([ownStored(relaxed), teamsJoined(relaxed)]);
    const now = systemClock();
    const file = `sidelight-${new Date(now).toISOString().slice(0, 10)}.json`;
    download(file, writeExport({ records, teams }, now), 'application/json');
    setDone({ file, records: records.length });
  };
  return (
    <Action
      heading={text('optionsExport')}
      hint={text('optionsExportHint')}
      button={<Button onClick={() => void run()}>{text('optionsExportButton')}</Button>}
    >
      {done && (
        <Notice tone="good">
          <p>{text('optionsExported', done.file, done.records)}</p>
        </Notice>
      )}
    </Action>
  );
}
