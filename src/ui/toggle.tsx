import type { ComponentChildren } from 'preact';
import { useId } from 'preact/hooks';
import './toggle.css';

interface ToggleProps {
  label: ComponentChildren;
  hint?: ComponentChildren;
  on: boolean;
  onChange: (on: boolean) => void;
  disabled?: boolean;
}

/** Something that is on or off, and takes effect at once. */
export function Toggle({ label, hint, on, onChange, disabled }: ToggleProps) {
  const id = useId();
  return (
    <label class="toggle">
      <span>
        {label}
        {hint && (
          <span class="hint" id={id}>
            {hint}
          </span>
        )}
      </span>
      <input
        type="checkbox"
        role="switch"
        checked={on}
        aria-checked={on}
        disabled={disabled}
        aria-describedby={hint ? id : undefined}
        onChange={(event) => onChange(event.currentTarget.checked)}
      />
    </label>
  );
}
