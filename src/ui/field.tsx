import type { ComponentChildren, Ref } from 'preact';
import { useId } from 'preact/hooks';
import './field.css';

interface FieldProps {
  label: string;
  value: string;
  onInput: (value: string) => void;
  onBlur?: () => void;
  onKeyDown?: (event: KeyboardEvent) => void;
  placeholder?: string;
  /** Below the field, in small letters. */
  hint?: ComponentChildren;
  /** What is wrong with what was typed. */
  wrong?: string;
  /** The label is for screen readers only; use it where the place says what the field is for. */
  hideLabel?: boolean;
  maxLength?: number;
}

interface TextFieldProps extends FieldProps {
  /** What the on-screen keyboard is for. */
  mode?: 'text' | 'url' | 'search';
  inputRef?: Ref<HTMLInputElement>;
}

interface TextAreaProps extends FieldProps {
  rows?: number;
  inputRef?: Ref<HTMLTextAreaElement>;
}

/** One line of text with its label. */
export function TextField({ mode = 'text', inputRef, ...props }: TextFieldProps) {
  const id = useId();
  return (
    <Labelled id={id} {...props}>
      <input ref={inputRef} type="text" inputMode={mode} autocomplete="off" {...inputProps(id, props)} />
    </Labelled>
  );
}

/** Several lines of text with their label; grows with what is typed where the browser can. */
export function TextArea({ rows = 3, inputRef, ...props }: TextAreaProps) {
  const id = useId();
  return (
    <Labelled id={id} {...props}>
      <textarea ref={inputRef} rows={rows} {...inputProps(id, props)} />
    </Labelled>
  );
}

function inputProps(
  id: string,
  { value, onInput, onBlur, onKeyDown, placeholder, hint, wrong, maxLength }: FieldProps,
) {
  const describedBy = [hint && `${id}-hint`, wrong && `${id}-wrong`].filter(Boolean).join(' ');
  return {
    id,
    class: 'input',
    dir: 'auto' as const,
    value,
    placeholder,
    maxLength,
    onBlur,
    onKeyDown,
    onInput: (event: { currentTarget: { value: string } }) => onInput(event.currentTarget.value),
    'aria-invalid': wrong ? ('true' as const) : undefined,
    'aria-describedby': describedBy || undefined,
  };
}

function Labelled({
  id,
  label,
  hint,
  wrong,
  hideLabel,
  children,
}: FieldProps & { id: string; children: ComponentChildren }) {
  return (
    <div class="field">
      <label for={id} class={hideLabel ? 'hidden-visually' : undefined}>
        {label}
      </label>
      {children}
      {wrong && (
        <p class="wrong" id={`${id}-wrong`}>
          {wrong}
        </p>
      )}
      {hint && (
        <p class="hint" id={`${id}-hint`}>
          {hint}
        </p>
      )}
    </div>
  );
}
