import type { ComponentChildren, Ref } from 'preact';
import './button.css';
import { classes } from './classes.ts';
import { Icon, type IconName } from './icon.tsx';

export interface ButtonProps {
  children?: ComponentChildren;
  onClick?: (event: MouseEvent) => void;
  look?: 'plain' | 'primary' | 'quiet' | 'danger';
  icon?: IconName;
  /** Fills the row it stands in. */
  wide?: boolean;
  /** Still focusable and says that it waits; a click does nothing. */
  busy?: boolean;
  disabled?: boolean;
  pressed?: boolean;
  expanded?: boolean;
  /** What it opens. */
  popup?: 'menu';
  onKeyDown?: (event: KeyboardEvent) => void;
  /** Accessible name where the visible words are not enough, beginning with them. */
  label?: string;
  type?: 'button' | 'submit';
  buttonRef?: Ref<HTMLButtonElement>;
}

/** A button with words. One `primary` at most in view. */
export function Button(props: ButtonProps) {
  const { children, onClick, look = 'plain', icon, wide, busy, disabled, pressed, expanded, label } = props;
  return (
    <button
      ref={props.buttonRef}
      type={props.type ?? 'button'}
      class={classes('button', look !== 'plain' && look, wide && 'wide', !children && 'alone')}
      onClick={(event) => (busy ? event.preventDefault() : onClick?.(event))}
      disabled={disabled}
      aria-disabled={busy ? 'true' : undefined}
      aria-pressed={pressed}
      aria-expanded={expanded}
      aria-haspopup={props.popup}
      onKeyDown={props.onKeyDown}
      aria-label={label}
      title={children ? undefined : label}
    >
      {icon && <Icon name={icon} />}
      {children && <span>{children}</span>}
    </button>
  );
}

/** A button of one sign; its name is its tooltip too. */
export const IconButton = (props: Omit<ButtonProps, 'children'> & { icon: IconName; label: string }) => (
  <Button look="quiet" {...props} />
);

/** Buttons in a row that wraps. */
export const Buttons = ({ children }: { children: ComponentChildren }) => <div class="buttons">{children}</div>;
