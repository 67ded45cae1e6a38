import { Select } from '@base-ui/react/select';
import { Switch } from '@base-ui/react/switch';
import { type ReactNode, useEffect, useId, useState } from 'react';
import type { Failure } from '../../electron/core/failure.ts';
import { meaningOf, settingsKeys } from '../model/keys.ts';
import { classes } from './classes.ts';
import { FailureNote } from './failure-note.tsx';
import { IconCheck, IconChoose } from './icons.ts';
import { pressedKeys } from './keys.tsx';

interface SettingProps {
  readonly label: string;
  /** What it does, in one line. */
  readonly hint: string;
  /** Why it is not in force, although it is set so. */
  readonly refused?: Failure | undefined;
}

interface SettingRowProps extends SettingProps {
  /** The control's `aria-labelledby`, when it has no name of its own. */
  readonly id?: string;
  /** The id of the field that is labelled by it. */
  readonly field?: string;
  /** For a control that needs the whole width. */
  readonly below?: boolean;
  readonly children?: ReactNode;
}

/** A setting with its explanation, and any control; a fact without one. */
export function Setting({ label, hint, refused, id, field, below, children }: SettingRowProps) {
  return (
    <div className={classes('setting', below && 'setting-below')}>
      <div className="setting-words">
        {field === undefined ? (
          <p className="setting-label" id={id}>
            {label}
          </p>
        ) : (
          <label className="setting-label" htmlFor={field}>
            {label}
          </label>
        )}
        <p className="setting-hint" id={(field ?? id) && `${field ?? id}-hint`}>
          {hint}
        </p>
      </div>
      {children}
      {refused && <FailureNote failure={refused} alert />}
    </div>
  );
}

interface SwitchSettingProps extends SettingProps {
  readonly on: boolean;
  readonly onChange: (on: boolean) => void;
}

/** A setting that is on or off. */
export function SwitchSetting({ on, onChange, ...words }: SwitchSettingProps) {
  const id = useId();
  return (
    <Setting {...words} id={id}>
      <Switch.Root
        className="switch"
        checked={on}
        onCheckedChange={onChange}
        aria-labelledby={id}
        aria-describedby={`${id}-hint`}
      >
        <Switch.Thumb className="switch-thumb" />
      </Switch.Root>
    </Setting>
  );
}

interface TextSettingProps extends SettingProps {
  readonly value: string;
  readonly onChange: (value: string) => void;
  /** Enter was pressed, or focus went elsewhere. */
  readonly onDone: () => void;
}

/** A setting that is a short text. */
export function TextSetting({ value, onChange, onDone, ...words }: TextSettingProps) {
  const id = useId();
  return (
    <Setting {...words} field={id}>
      <input
        type="text"
        className="field-input setting-input"
        id={id}
        aria-describedby={`${id}-hint`}
        autoComplete="off"
        spellCheck={false}
        value={value}
        onChange={(event) => onChange(event.target.value)}
        onBlur={onDone}
        onKeyDown={(event) => meaningOf(settingsKeys, pressedKeys(event)) === 'take' && onDone()}
      />
    </Setting>
  );
}

interface SavedTextSettingProps extends SettingProps {
  readonly value: string;
  readonly onSave: (value: string) => void;
}

/** A short text that is saved when it is done, and follows what is saved elsewhere. */
export function SavedTextSetting({ value, onSave, ...words }: SavedTextSettingProps) {
  const [typed, setTyped] = useState(value);
  useEffect(() => setTyped(value), [value]);
  return (
    <TextSetting
      {...words}
      value={typed}
      onChange={setTyped}
      onDone={() => typed.trim() !== value && onSave(typed.trim())}
    />
  );
}

interface ChoiceSettingProps<T extends string | number> extends SettingProps {
  readonly value: T;
  readonly choices: readonly { readonly value: T; readonly label: string }[];
  readonly onChange: (value: T) => void;
}

/** A setting with a few values, one of them chosen. */
export function ChoiceSetting<T extends string | number>({
  value,
  choices,
  onChange,
  ...words
}: ChoiceSettingProps<T>) {
  const id = useId();
  return (
    <Setting {...words} id={id}>
      <Select.Root items={choices} value={value} onValueChange={(next) => next !== null && onChange(next)}>
        <Select.Trigger className="select" aria-labelledby={id} aria-describedby={`${id}-hint`}>
          <Select.Value />
          <Select.Icon className="select-icon">
            <IconChoose size={14} strokeWidth={1.75} aria-hidden />
          </Select.Icon>
        </Select.Trigger>
        <Select.Portal>
          <Select.Positioner className="select-place" sideOffset={4} alignItemWithTrigger={false} align="end">
            <Select.Popup className="select-list">
              {choices.map((choice) => (
                <Select.Item key={choice.value} value={choice.value} className="select-item">
                  <Select.ItemIndicator className="select-mark">
                    <IconCheck size={14} strokeWidth={1.75} aria-hidden />
                  </Select.ItemIndicator>
                  <Select.ItemText>{choice.label}</Select.ItemText>
                </Select.Item>
              ))}
            </Select.Popup>
          </Select.Positioner>
        </Select.Portal>
      </Select.Root>
    </Setting>
  );
}
