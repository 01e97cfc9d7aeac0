import type { ComponentChildren } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { IconButton } from './button.tsx';
import './sheet.css';
import { text } from './text.ts';

interface SheetProps {
  title: string;
  onBack: () => void;
  /** Where the way back leads. */
  back?: string;
  children: ComponentChildren;
}

/** One thing to do, in the place of the page's lists, with the way back. Focus comes along, unless a field wants it. */
export function Sheet({ title, onBack, back = text('uiBack'), children }: SheetProps) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    const isTaken = heading.current?.closest('.sheet')?.contains(document.activeElement);
    if (!isTaken) heading.current?.focus();
  }, []);
  return (
    <div class="sheet">
      <header class="sheet-head">
        <IconButton icon="back" label={back} onClick={onBack} />
        <h1 ref={heading} tabIndex={-1}>
          {title}
        </h1>
      </header>
      {children}
    </div>
  );
}
