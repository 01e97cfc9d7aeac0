import { useId, useLayoutEffect, useRef, useState } from 'preact/hooks';
import { IconButton } from './button.tsx';
import type { IconName } from './icon.tsx';
import './menu.css';

/** Something that can be chosen from a menu. */
export interface Choice {
  words: string;
  choose: () => void;
}

interface MenuProps {
  label: string;
  icon?: IconName;
  choices: Choice[];
}

const STEPS: Record<string, (at: number, count: number) => number> = {
  ArrowDown: (at, count) => (at + 1) % count,
  ArrowUp: (at, count) => (at - 1 + count) % count,
  Home: () => 0,
  End: (_, count) => count - 1,
};

/**
 * A button with a few choices behind it. Arrows go through them, Escape and Tab close; the focus goes back to the button
 * (ARIA Authoring Practices, menu button).
 */
export function Menu({ label, icon = 'more', choices }: MenuProps) {
  const [isOpen, setOpen] = useState(false);
  const root = useRef<HTMLDivElement>(null);
  const button = useRef<HTMLButtonElement>(null);
  const id = useId();
  const items = () => [...(root.current?.querySelectorAll<HTMLElement>('[role=menuitem]') ?? [])];
  // Before anything is drawn: the next key may come at once.
  useLayoutEffect(() => {
    if (!isOpen) return;
    items()[0]?.focus();
    items().at(-1)?.scrollIntoView({ block: 'nearest' });
    const closeOutside = (event: Event) => {
      if (!root.current?.contains(event.target as Node)) setOpen(false);
    };
    document.addEventListener('pointerdown', closeOutside);
    return () => document.removeEventListener('pointerdown', closeOutside);
  }, [isOpen]);
  const close = () => {
    setOpen(false);
    button.current?.focus();
  };
  const step = (event: KeyboardEvent) => {
    if (event.key === 'Escape') event.stopPropagation();
    if (event.key === 'Escape' || event.key === 'Tab') return close();
    const all = items();
    const next = STEPS[event.key]?.(all.indexOf(document.activeElement as HTMLElement), all.length);
    if (next === undefined) return;
    event.preventDefault();
    all[next]?.focus();
  };
  const openByKey = (event: KeyboardEvent) => {
    if (isOpen || event.key !== 'ArrowDown') return;
    event.preventDefault();
    setOpen(true);
  };
  return (
    <div class="menu" ref={root}>
      <IconButton
        icon={icon}
        label={label}
        expanded={isOpen}
        popup="menu"
        buttonRef={button}
        onClick={() => setOpen(!isOpen)}
        onKeyDown={openByKey}
      />
      {isOpen && (
        <div class="menu-choices" role="menu" id={id} aria-label={label} tabIndex={-1} onKeyDown={step}>
          {choices.map(({ words, choose }) => (
            <button
              key={words}
              type="button"
              role="menuitem"
              tabIndex={-1}
              onClick={() => {
                close();
                choose();
              }}
            >
              {words}
            </button>
          ))}
        </div>
      )}
    </div>
  );
}
