import { Buttons } from '../../ui/button.tsx';
import { CopyButton } from '../../ui/copy-button.tsx';
import { failureText } from '../../ui/failure.ts';
import { Notice } from '../../ui/notice.tsx';
import { Quote } from '../../ui/quote.tsx';
import { text } from '../../ui/text.ts';
import { Sheet } from './sheet.tsx';

interface NotKeptViewProps {
  code: string;
  text: string;
  onDone: () => void;
}

/** A capture that could not be stored: its text stays here until the person has put it somewhere safe. */
export const NotKeptView = ({ code, text: captured, onDone }: NotKeptViewProps) => (
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
