import { type FormEvent, useState } from 'react';
import { useActions, useRow } from '../app/popover-context.ts';
import { detailLines } from '../model/row-text.ts';
import { Button } from '../parts/button.tsx';
import { Field } from '../parts/field.tsx';
import { Panel } from '../parts/panel.tsx';
import { ProductionMark } from '../parts/production-mark.tsx';
import type { CarefulAct } from '../store/state.ts';
import { text } from '../text.ts';

/** The name of a careful profile, typed before what may not be done by a slip. */
export function ConfirmPanel({ profile, act }: { profile: string; act: CarefulAct }) {
  const actions = useActions();
  const words = text.confirm;
  const asked = {
    switch: { title: words.title, goOn: text.actions.switch },
    'open-console': { title: words.consoleTitle, goOn: words.openConsole },
    'copy-link': { title: words.copyTitle, goOn: words.copyLink },
    'copy-credentials': { title: words.credentialsTitle, goOn: text.environment.copyCredentials },
  }[act.kind];
  function goOn(confirm: string): void {
    if (act.kind === 'switch') void actions.switchTo(profile, { confirm });
    else if (act.kind === 'open-console') void actions.openConsole(profile, act.target, confirm);
    else if (act.kind === 'copy-link') void actions.copyConsoleLink(profile, act.target, confirm);
    else void actions.copyCredentials(profile, act.shell, confirm);
  }
  return (
    <SwitchQuestion
      name="confirm"
      profile={profile}
      words={words}
      title={asked.title(profile)}
      goOn={asked.goOn}
      faultOf={(typed) => (typed === profile ? undefined : words.wrong(profile))}
      onAnswer={goOn}
    />
  );
}

/** What the person works on, for a session name that says it. */
export function TicketPanel({ profile, confirm }: { profile: string; confirm?: string | undefined }) {
  const actions = useActions();
  const words = text.ticket;
  return (
    <SwitchQuestion
      name="ticket"
      profile={profile}
      words={words}
      title={words.title(profile)}
      goOn={text.actions.switch}
      faultOf={(typed) => (typed === '' ? words.missing : undefined)}
      onAnswer={(ticket) => void actions.switchTo(profile, { confirm, ticket })}
    />
  );
}

interface SwitchQuestionProps {
  readonly name: string;
  readonly profile: string;
  readonly title: string;
  readonly words: { readonly hint: string; readonly label: string };
  /** The button's word. */
  readonly goOn: string;
  readonly faultOf: (typed: string) => string | undefined;
  readonly onAnswer: (typed: string) => void;
}

/** One line to type before a profile is used, over what it leads to. */
function SwitchQuestion({ name, profile, title, words, goOn, faultOf, onAnswer }: SwitchQuestionProps) {
  const actions = useActions();
  const row = useRow(profile);
  const about = row && detailLines(row);
  const [typed, setTyped] = useState('');
  const [fault, setFault] = useState<string>();

  function submit(event: FormEvent): void {
    event.preventDefault();
    const found = faultOf(typed.trim());
    setFault(found);
    if (found !== undefined) return;
    actions.show(null);
    onAnswer(typed.trim());
  }

  return (
    <form className="panel-form" onSubmit={submit} data-colour={row?.colour}>
      <Panel
        title={title}
        hint={words.hint}
        onBack={() => actions.show(null)}
        actions={
          <>
            <Button onPress={() => actions.show(null)}>{text.actions.cancel}</Button>
            <Button look="primary" type="submit">
              {goOn}
            </Button>
          </>
        }
      >
        {row && about && (
          <div className="card edge card-line">
            <div className="card-words">
              <p>{about.first}</p>
              <p>{about.second}</p>
            </div>
            {row.production && <ProductionMark />}
          </div>
        )}
        <Field
          name={name}
          label={words.label}
          autoFocus
          value={typed}
          onChange={(value) => {
            setTyped(value);
            setFault(undefined);
          }}
          {...(fault !== undefined && { fault })}
        />
      </Panel>
    </form>
  );
}
