import { useEffect, useState } from 'react';
import type { ShellEnvironment } from '../../electron/core/contract.ts';
import { useActions, usePopover, usePopoverClient, useRow } from '../app/popover-context.ts';
import { Button } from '../parts/button.tsx';
import { FailureNote } from '../parts/failure-note.tsx';
import { IconCopy, IconKey } from '../parts/icons.ts';
import { Panel } from '../parts/panel.tsx';
import { text } from '../text.ts';

type Shell = ShellEnvironment['shell'];

const words = text.environment;
const shells = Object.entries(words.shells) as [Shell, string][];

/** A profile for a shell: its name, which is no secret, or the credentials of its session. */
export function EnvironmentPanel({ profile }: { profile: string }) {
  const client = usePopoverClient();
  const actions = useActions();
  const production = useRow(profile)?.production;
  const failure = usePopover((state) => state.failure);
  const waiting = usePopover((state) => state.sessions.byProfile[profile]?.state === 'requesting');
  const [shell, setShell] = useState<Shell>();
  const [environment, setEnvironment] = useState<ShellEnvironment>();

  useEffect(() => {
    let current = true;
    client.environment({ profile, shell }).then((answer) => {
      if (current && answer.ok) setEnvironment(answer.value);
    });
    return () => {
      current = false;
    };
  }, [client, profile, shell]);

  const chosen = shell ?? environment?.shell;
  const closeAfter = (copy: Promise<boolean>) => copy.then((copied) => copied && actions.show(null));

  return (
    <Panel
      title={words.title(profile)}
      hint={words.hint}
      production={production}
      onBack={() => actions.show(null)}
      actions={
        <>
          <Button
            icon={IconKey}
            busy={waiting}
            onPress={() => void closeAfter(actions.copyCredentials(profile, chosen))}
          >
            {words.copyCredentials}
          </Button>
          <Button
            look="primary"
            icon={IconCopy}
            autoFocus
            onPress={() => void closeAfter(actions.copyEnvironment(profile, chosen))}
          >
            {words.copy}
          </Button>
        </>
      }
    >
      <fieldset className="shells">
        <legend className="unseen">{words.shell}</legend>
        {shells.map(([value, label]) => (
          <label key={value} className="shell">
            <input
              type="radio"
              name="shell"
              className="unseen"
              checked={value === chosen}
              onChange={() => setShell(value)}
            />
            <span>{label}</span>
          </label>
        ))}
      </fieldset>
      <pre className="environment-text">{environment?.text.trimEnd()}</pre>
      {environment && !environment.adopted && (
        <div className="card card-line environment-note">
          <p className="card-words">{words.notAdoptedHint}</p>
          <Button size="compact" onPress={() => actions.show({ kind: 'file-edit', edit: { kind: 'adopt', profile } })}>
            {words.adopt}
          </Button>
        </div>
      )}
      <p className="panel-hint">{words.credentialsHint}</p>
      {failure && <FailureNote alert failure={failure} onDismiss={actions.dismiss} />}
    </Panel>
  );
}
