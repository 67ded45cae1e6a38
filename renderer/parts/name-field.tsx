import { type KeyboardEvent, useId, useState } from 'react';
import { text } from '../text.ts';
import { classes } from './classes.ts';
import { Field } from './field.tsx';

interface NameFieldProps {
  readonly label: string;
  readonly hint: string;
  readonly name: string;
  /** What is offered; any other name may be typed. */
  readonly names: readonly string[];
  readonly value: string;
  readonly fault?: string;
  readonly autoFocus?: boolean;
  readonly onChange: (value: string) => void;
}

const OFFERED = 50;

/** A text field that offers names. @see https://www.w3.org/WAI/ARIA/apg/patterns/combobox/ */
export function NameField({ names, value, onChange, ...field }: NameFieldProps) {
  const listId = useId();
  const [open, setOpen] = useState(false);
  const [at, setAt] = useState(-1);
  const typed = value.trim().toLowerCase();
  const offered = names.filter((name) => name.toLowerCase().includes(typed) && name !== value).slice(0, OFFERED);
  const shown = open && offered.length > 0;

  function choose(name: string): void {
    onChange(name);
    setOpen(false);
    setAt(-1);
  }

  function onKeyDown(event: KeyboardEvent): void {
    const chosen = offered[at];
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      const step = event.key === 'ArrowDown' ? 1 : -1;
      setOpen(true);
      setAt(shown ? (at + step + offered.length) % offered.length : 0);
    } else if (event.key === 'Enter' && shown && chosen !== undefined) choose(chosen);
    else if (event.key === 'Escape' && shown) setOpen(false);
    else return;
    event.preventDefault();
  }

  return (
    <div className="name-field">
      <Field
        {...field}
        value={value}
        onChange={(name) => {
          onChange(name);
          setOpen(true);
          setAt(-1);
        }}
        input={{
          role: 'combobox',
          'aria-expanded': shown,
          'aria-controls': listId,
          'aria-autocomplete': 'list',
          'aria-activedescendant': shown && at >= 0 ? `${listId}-${at}` : undefined,
          onKeyDown,
          onClick: () => setOpen(true),
          onBlur: () => setOpen(false),
        }}
      />
      <div id={listId} role="listbox" aria-label={text.accessKey.suggestions} className="name-list" hidden={!shown}>
        {shown &&
          offered.map((name, index) => (
            // biome-ignore lint/a11y/useFocusableInteractive: focus stays in the field, which names its active option
            // biome-ignore lint/a11y/useKeyWithClickEvents: Enter in the field does the same
            <div
              key={name}
              id={`${listId}-${index}`}
              role="option"
              aria-selected={index === at}
              className={classes('name-option', index === at && 'name-option-selected')}
              onMouseDown={(event) => event.preventDefault()}
              onPointerMove={() => setAt(index)}
              onClick={() => choose(name)}
            >
              {name}
            </div>
          ))}
      </div>
    </div>
  );
}
