import type { ComponentChildren } from 'preact';
import { IconButton } from '../../ui/button.tsx';
import { text } from '../../ui/text.ts';

interface SheetProps {
  title: string;
  onBack: () => void;
  children: ComponentChildren;
}

/** One thing to do, in the place of the home, with the way back. */
export const Sheet = ({ title, onBack, children }: SheetProps) => (
  <main class="sheet">
    <header class="sheet-head">
      <IconButton icon="back" label={text('uiBack')} onClick={onBack} />
      <h1>{title}</h1>
    </header>
    {children}
  </main>
);
