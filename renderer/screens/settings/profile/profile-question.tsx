import { type FormEvent, useState } from 'react';
import { Button } from '../../../parts/button.tsx';
import { Field } from '../../../parts/field.tsx';
import { text } from '../../../text.ts';

/** What a switch, or opening the console, needs from the person first: the name of a careful profile, or the ticket its session is named after. */
export type Asked =
  | { readonly kind: 'confirm'; readonly console?: boolean }
  | { readonly kind: 'ticket'; readonly confirm?: string; readonly ticket?: string };

interface ProfileQuestionProps {
  readonly profile: string;
  readonly asked: Asked;
  readonly onAnswer: (answer: { readonly confirm?: string; readonly ticket?: string }) => void;
  readonly onCancel: () => void;
}

/** Asks in place, before it goes on. */
export function ProfileQuestion({ profile, asked, onAnswer, onCancel }: ProfileQuestionProps) {
  const [typed, setTyped] = useState('');
  const [wrong, setWrong] = useState(false);
  const words = asked.kind === 'confirm' ? text.confirm : text.ticket;
  const fault = asked.kind === 'confirm' ? text.confirm.wrong(profile) : text.ticket.missing;

  function submit(event: FormEvent): void {
    event.preventDefault();
    const value = typed.trim();
    if (asked.kind === 'confirm' ? value !== profile : value === '') setWrong(true);
    else if (asked.kind === 'confirm') onAnswer({ confirm: value });
    else onAnswer({ ...(asked.confirm !== undefined && { confirm: asked.confirm }), ticket: value });
  }

  return (
    <form className="key-edit" onSubmit={submit}>
      <Field
        key={asked.kind}
        name={asked.kind}
        label={words.label}
        hint={words.hint}
        autoFocus
        value={typed}
        onChange={(value) => {
          setTyped(value);
          setWrong(false);
        }}
        {...(wrong && { fault })}
      />
      <div className="note-actions row-end">
        <Button size="compact" onPress={onCancel}>
          {text.actions.cancel}
        </Button>
        <Button size="compact" look="primary" type="submit">
          {asked.kind === 'confirm' && asked.console ? text.confirm.openConsole : text.actions.switch}
        </Button>
      </div>
    </form>
  );
}
