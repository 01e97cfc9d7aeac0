import { Buttons } from './button.tsx';
import { CopyButton } from './copy-button.tsx';
import { failureText } from './failure.ts';
import { Notice } from './notice.tsx';
import { Quote } from './quote.tsx';
import { Sheet } from './sheet.tsx';
import { text } from './text.ts';

interface NotKeptProps {
  code: string;
  text: string;
  onDone: () => void;
}

/** A capture that could not be stored: its text stays here until the person has put it somewhere safe. */
export const NotKept = ({ code, text: captured, onDone }: NotKeptProps) => (
  <Sheet title={text('notKeptHeading')} onBack={onDone}>
    <Notice tone="problem">
      <p>{failureText({ code })}</p>
    </Notice>
    <Quote>{captured}</Quote>
    <Buttons>
      <CopyButton look="primary" label={text('uiCopyText')} content={() => captured} />
    </Buttons>
  </Sheet>
);
