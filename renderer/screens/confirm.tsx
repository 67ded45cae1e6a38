import { type FormEvent, useState } from 'react';
import { useActions, useRow } from '../app/popover-context.ts';
import { detailText } from '../model/row-text.ts';
import { Button } from '../parts/button.tsx';
import { Field } from '../parts/field.tsx';
import { Panel } from '../parts/panel.tsx';
import type { ConsoleTarget } from '../store/state.ts';
import { text } from '../text.ts';

/** The name of a careful profile, typed before it becomes the active one or its console is opened. */
export function ConfirmPanel({ profile, console: to }: { profile: string; console?: ConsoleTarget | undefined }) {
  const actions = useActions();
  const row = useRow(profile);
  const [typed, setTyped] = useState('');
  const [wrong, setWrong] = useState(false);
  const words = text.confirm;

  function submit(event: FormEvent): void {
    event.preventDefault();
    if (typed !== profile) {
      setWrong(true);
      return;
    }
    actions.show(null);
    void (to ? actions.openConsole(profile, to, typed) : actions.switchTo(profile, { confirm: typed }));
  }

  return (
    <form className="panel-form" onSubmit={submit} data-colour={row?.colour}>
      <Panel
        title={to ? words.consoleTitle(profile) : words.title(profile)}
        hint={words.hint}
        onBack={() => actions.show(null)}
        actions={
          <>
            <Button onPress={() => actions.show(null)}>{text.actions.cancel}</Button>
            <Button look="primary" type="submit">
              {to ? words.openConsole : text.actions.switch}
            </Button>
          </>
        }
      >
        {row && <p className="card edge">{detailText(row)}</p>}
        <Field
          name="confirm"
          label={words.label}
          autoFocus
          value={typed}
          onChange={(value) => {
            setTyped(value);
            setWrong(false);
          }}
          {...(wrong && { fault: words.wrong(profile) })}
        />
      </Panel>
    </form>
  );
}
