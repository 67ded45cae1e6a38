import { type KeyboardEvent, useState } from 'react';

interface ShortcutFieldProps {
  readonly label: string;
  readonly describedBy: string;
  /** As Electron names them; empty for none. */
  readonly keys: string;
  readonly none: string;
  readonly onChange: (keys: string) => void;
}

/** Takes the keys that are pressed in it. Tab still leaves it, and Backspace empties it. */
export function ShortcutField({ label, describedBy, keys, none, onChange }: ShortcutFieldProps) {
  const [held, setHeld] = useState('');

  function onKeyDown(event: KeyboardEvent): void {
    const pressed = acceleratorOf(event);
    if (event.key === 'Tab' || event.key === 'Escape') return;
    event.preventDefault();
    if (event.key === 'Backspace' || event.key === 'Delete') onChange('');
    else if (pressed.complete) onChange(pressed.keys);
    setHeld(pressed.complete ? '' : pressed.keys);
  }

  return (
    <input
      type="text"
      readOnly
      className="field-input setting-input"
      aria-label={label}
      aria-describedby={describedBy}
      value={held || keys.replaceAll('+', ' + ') || none}
      onKeyDown={onKeyDown}
      onKeyUp={() => setHeld('')}
    />
  );
}

const MODIFIERS: ReadonlySet<string> = new Set(['Control', 'Alt', 'Shift', 'Meta', 'AltGraph', 'CapsLock']);
const NAMES: Readonly<Record<string, string>> = {
  ' ': 'Space',
  ArrowUp: 'Up',
  ArrowDown: 'Down',
  ArrowLeft: 'Left',
  ArrowRight: 'Right',
  '+': 'Plus',
};

/** The keys as Electron names them; complete once a key beside the modifiers is down. A letter alone would be taken from everybody. */
export function acceleratorOf(
  event: Pick<KeyboardEvent, 'key' | 'code' | 'ctrlKey' | 'altKey' | 'shiftKey' | 'metaKey'>,
): { readonly keys: string; readonly complete: boolean } {
  const modifiers = [
    event.ctrlKey && 'Control',
    event.altKey && 'Alt',
    event.shiftKey && 'Shift',
    event.metaKey && 'Super',
  ].filter(Boolean);
  if (MODIFIERS.has(event.key)) return { keys: modifiers.join('+'), complete: false };
  // With Alt or Shift a letter may be another sign; its place on the keyboard is not.
  const letter = /^(?:Key|Digit)(.)$/.exec(event.code)?.[1];
  const key = letter ?? NAMES[event.key] ?? (event.key.length === 1 ? event.key.toUpperCase() : event.key);
  const complete = /^F\d+$/.test(key) || event.ctrlKey || event.altKey || event.metaKey;
  return { keys: [...modifiers, key].join('+'), complete };
}
