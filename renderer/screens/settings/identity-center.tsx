import { useState } from 'react';
import { useSettings, useSettingsActions, useSettingsClient } from '../../app/settings-context.ts';
import { useSsoSessions } from '../../app/use-sso-sessions.ts';
import { Button } from '../../parts/button.tsx';
import { Group, Page } from '../../parts/page.tsx';
import { Setting, SwitchSetting } from '../../parts/setting.tsx';
import { useFocusBack } from '../../parts/use-focus-back.ts';
import { text } from '../../text.ts';
import { AddSsoSession } from './identity-center-add.tsx';
import { type ImportMode, ImportWizard } from './identity-center-import.tsx';
import { SsoSession } from './identity-center-session.tsx';

/** IAM Identity Center: who is signed in where, and importing from there. */
export function IdentityCenterPage() {
  const client = useSettingsClient();
  const { change } = useSettingsActions();
  const preferences = useSettings((state) => state.preferences);
  const sessions = useSsoSessions(client);
  const [importing, setImporting] = useState<{ session: string; mode: ImportMode }>();
  const [adding, setAdding] = useState(false);
  const [cameFrom, setCameFrom] = useState<string>();
  const addButton = useFocusBack<HTMLButtonElement>(adding);
  const words = text.identityCenter;
  const chosen = importing && sessions?.find(({ name }) => name === importing.session);
  function leaveImport(): void {
    setCameFrom(importing?.session);
    setImporting(undefined);
  }
  if (importing && chosen) return <ImportWizard session={chosen} mode={importing.mode} onBack={leaveImport} />;
  return (
    <Page
      title={text.settings.sections['identity-center'].title}
      hint={text.settings.sections['identity-center'].hint}
      actions={
        !adding && (
          <Button
            ref={addButton}
            // Where there is nothing to sign in to yet, it is what the page is for.
            look={sessions?.length === 0 ? 'primary' : 'plain'}
            onPress={() => setAdding(true)}
          >
            {words.add.open}
          </Button>
        )
      }
    >
      {adding && <AddSsoSession onDone={() => setAdding(false)} />}
      {sessions && (
        <Group title={words.sessions}>
          {sessions.length === 0 && <Setting label={words.none} hint={words.noneHint} />}
          {sessions.map((session) => (
            <SsoSession
              key={session.name}
              session={session}
              cameBack={session.name === cameFrom}
              onImport={(mode) => setImporting({ session: session.name, mode })}
            />
          ))}
        </Group>
      )}
      {preferences && (
        <Group title={words.cli.title}>
          <SwitchSetting
            {...words.cli.share}
            on={preferences.shareSsoTokens}
            onChange={(shareSsoTokens) => void change({ shareSsoTokens })}
          />
        </Group>
      )}
    </Page>
  );
}
