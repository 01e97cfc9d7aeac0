import { useEffect, useRef, useState } from 'preact/hooks';
import { ask } from '../../../browser/ask.ts';
import type { Failure } from '../../../kit/result.ts';
import type { Adoption } from '../../../store/adopt.ts';
import { Button } from '../../../ui/button.tsx';
import { failureText } from '../../../ui/failure.ts';
import { Notice } from '../../../ui/notice.tsx';
import { text } from '../../../ui/text.ts';
import { useStore } from '../store-context.ts';
import { Action } from './action.tsx';
import { ImportPreview } from './import-preview.tsx';
import { beginImport, type Importing } from './importing.ts';
import { type Reading, readFile } from './read-file.ts';

type Step =
  | { is: 'waiting' }
  | { is: 'read'; reading: Reading; importing: Importing | null; isBusy: boolean }
  | { is: 'done'; counts: Adoption }
  | { is: 'failed'; failure: Failure; cameIn: number };

/** A file in: first what it would do, then doing it. */
export function ImportFile() {
  const store = useStore();
  const input = useRef<HTMLInputElement>(null);
  const [step, setStep] = useState<Step>({ is: 'waiting' });
  // Another file, or none, or the page goes: what was begun for this one ends. One that is under way goes on, as long as there is a page.
  const begun = step.is === 'read' && !step.isBusy ? step.importing : null;
  const isUnderWay = useRef(false);
  useEffect(
    () => () => {
      if (!isUnderWay.current) begun?.stop();
    },
    [begun],
  );
  // Of two files that are being read the one chosen last counts, and none where the page went or another was agreed to meanwhile.
  const chosen = useRef<File | null>(null);
  useEffect(
    () => () => {
      chosen.current = null;
    },
    [],
  );
  const read = async (file: File | undefined) => {
    // So that the same one can be chosen again.
    if (input.current) input.current.value = '';
    if (!file || isUnderWay.current) return;
    chosen.current = file;
    const result = await readFile(store, file);
    if (chosen.current !== file) return;
    if (result.ok) {
      const { preview, records } = result.value;
      const importing = preview.added + preview.newer > 0 ? beginImport(store, records) : null;
      setStep({ is: 'read', reading: result.value, importing, isBusy: false });
    } else setStep({ is: 'failed', failure: result.failure, cameIn: 0 });
  };
  const run = async (reading: Reading, importing: Importing) => {
    // What was made ready is used up by it.
    if (isUnderWay.current) return;
    chosen.current = null;
    isUnderWay.current = true;
    setStep({ is: 'read', reading, importing, isBusy: true });
    let cameIn = 0;
    const hear = ({ added, newer }: Adoption) => {
      cameIn = added + newer;
    };
    const stop = (failure: Failure) => setStep({ is: 'failed', failure, cameIn });
    try {
      const adopted = await importing.run(hear);
      if (adopted.ok) setStep({ is: 'done', counts: adopted.value });
      else stop(adopted.failure);
    } catch (error) {
      stop({ code: 'unknown' });
      throw error;
    } finally {
      isUnderWay.current = false;
      importing.stop();
      await ask('refresh', {});
    }
  };
  return (
    <Action
      heading={text('optionsImport')}
      hint={text('optionsImportHint')}
      button={
        <Button busy={step.is === 'read' && step.isBusy} onClick={() => input.current?.click()}>
          {text('optionsImportButton')}
        </Button>
      }
    >
      <input
        ref={input}
        type="file"
        accept=".json,application/json"
        hidden
        aria-label={text('optionsImportButton')}
        onChange={(event) => void read(event.currentTarget.files?.[0])}
      />
      {step.is === 'read' && (
        <ImportPreview
          reading={step.reading}
          isBusy={step.isBusy}
          onConfirm={() => step.importing && void run(step.reading, step.importing)}
          onCancel={() => setStep({ is: 'waiting' })}
        />
      )}
      {step.is === 'done' && (
        <Notice tone="good">
          <p>{text('optionsImported', step.counts.added + step.counts.newer)}</p>
        </Notice>
      )}
      {step.is === 'failed' && (
        <Notice tone="problem">
          <p>{failureText(step.failure)}</p>
          {step.cameIn > 0 && <p>{text('optionsImportStopped', step.cameIn)}</p>}
        </Notice>
      )}
    </Action>
  );
}
