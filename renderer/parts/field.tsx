import { type ComponentProps, type RefObject, useId } from 'react';
import { classes } from './classes.ts';

interface FieldProps {
  readonly label: string;
  readonly name: string;
  readonly hint?: string;
  /** What is wrong with the entry, shown under it. */
  readonly fault?: string;
  /** For ids and keys: the monospace font. */
  readonly code?: boolean;
  readonly autoFocus?: boolean;
  readonly value?: string;
  readonly onChange?: (value: string) => void;
  /** Makes it a password field whose value stays in the page: nobody but the owner of this ref reads it. */
  readonly secret?: RefObject<HTMLInputElement | null>;
  /** More for the input itself, such as the attributes of a combobox. */
  readonly input?: ComponentProps<'input'>;
}

/** A labelled text field. */
export function Field({ label, name, hint, fault, code, autoFocus, value, onChange, secret, input }: FieldProps) {
  const id = useId();
  const below = fault ?? hint;
  return (
    <div className="field">
      <label className="field-label" htmlFor={id}>
        {label}
      </label>
      <input
        {...input}
        {...(secret ? { type: 'password', ref: secret } : { type: 'text', value })}
        id={id}
        name={name}
        className={classes('field-input', code && 'field-code')}
        aria-invalid={fault ? true : undefined}
        aria-describedby={below ? `${id}-below` : undefined}
        autoComplete="off"
        autoCorrect="off"
        autoCapitalize="off"
        spellCheck={false}
        // biome-ignore lint/a11y/noAutofocus: the window opens for this field
        autoFocus={autoFocus}
        onChange={onChange && ((event) => onChange(event.target.value))}
      />
      {below && (
        <p id={`${id}-below`} className={fault ? 'field-fault' : 'field-hint'}>
          {below}
        </p>
      )}
    </div>
  );
}
