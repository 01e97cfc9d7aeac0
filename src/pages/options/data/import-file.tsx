import { useRef, useState } from 'preact/hooks';
import { ask } from '../../../browser/ask.ts';
import { withIndexer } from '../../../browser/own-worker.ts';
import type { Failure, Result } from '../../../kit/result.ts';
import { type Adoption, adopt } from '../../../store/adopt.ts';
import { draftIn } from '../../../store/draft-elsewhere.ts';
import { Button } from '../../../ui/button.tsx';
import { failureText } from '../../../ui/failure.ts';
import { Notice } from '../../../ui/notice.tsx';
import { text } from '../../../ui/text.ts';
import { useStore } from '../store-context.ts';
import { Action } from './action.tsx';
import { ImportPreview } from './import-preview.tsx';
import { type Reading, readFile } from './read-file.ts';

type Step =
  | { is: 'waiting' }
  | { is: 'read'; reading: Reading; isBusy: boolean }
  | { is: 'done'; counts: Adoption }
  | { is: 'failed'; failure: Failure; cameIn: number };

/** A file in: first what it would do, then doing it. */
export function ImportFile() {
  const store = useStore();
  const input = useRef<HTMLInputElement>(null);
  const [step, setStep] = useState<Step>({ is: 'waiting' });
  const go = <T,>(result: Result<T>, next: (value: T) => Step) =>
    setStep(result.ok ? next(result.value) : { is: 'failed', failure: result.failure, cameIn: 0 });
  const read = async (file: File | undefined) => {
    if (!file) return;
    go(await readFile(store, file), (reading) => ({ is: 'read', reading, isBusy: false }));
    if (input.current) input.current.value = '';
  };
  const run = async (reading: Reading) => {
    setStep({ is: 'read', reading, isBusy: true });
    let cameIn = 0;
    const hear = ({ added, newer }: Adoption) => {
      cameIn = added + newer;
    };
    const stop = (failure: Failure) => setStep({ is: 'failed', failure, cameIn });
    try {
      const adopted = await withIndexer((worker) =>
        adopt(store, reading.records, worker ? draftIn(worker) : undefined, hear),
      );
      if (adopted.ok) setStep({ is: 'done', counts: adopted.value });
      else stop(adopted.failure);
    } catch (error) {
      stop({ code: 'unknown' });
      throw error;
    } finally {
      await ask('refresh', {});
    }
  };
  return (
    <Action
      heading={text('optionsImport')}
      hint={text('optionsImportHint')}
      button={<Button onClick={() => input.current?.click()}>{text('optionsImportButton')}</Button>}
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
          onConfirm={() => void run(step.reading)}
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
