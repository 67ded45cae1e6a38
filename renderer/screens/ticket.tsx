import { type FormEvent, useState } from 'react';
import { useActions, useRow } from '../app/popover-context.ts';
import { detailText } from '../model/row-text.ts';
import { Button } from '../parts/button.tsx';
import { Field } from '../parts/field.tsx';
import { Panel } from '../parts/panel.tsx';
import { text } from '../text.ts';

/** What the person works on, for a session name that says it. */
export function TicketPanel({ profile, confirm }: { profile: string; confirm?: string | undefined }) {
  const actions = useActions();
  const row = useRow(profile);
  const [ticket, setTicket] = useState('');
  const [missing, setMissing] = useState(false);
  const words = text.ticket;

  function submit(event: FormEvent): void {
    event.preventDefault();
    if (ticket.trim() === '') {
      setMissing(true);
      return;
    }
    actions.show(null);
    void actions.switchTo(profile, { confirm, ticket: ticket.trim() });
  }

  return (
    <form className="panel-form" onSubmit={submit} data-colour={row?.colour}>
      <Panel
        title={words.title(profile)}
        hint={words.hint}
        onBack={() => actions.show(null)}
        actions={
          <>
            <Button onPress={() => actions.show(null)}>{text.actions.cancel}</Button>
            <Button look="primary" type="submit">
              {text.actions.switch}
            </Button>
          </>
        }
      >
        {row && <p className="card edge">{detailText(row)}</p>}
        <Field
          name="ticket"
          label={words.label}
          autoFocus
          value={ticket}
          onChange={(value) => {
            setTicket(value);
            setMissing(false);
          }}
          {...(missing && { fault: words.missing })}
        />
      </Panel>
    </form>
  );
}
