import { useState } from 'react';
import type { SsoSessionRow } from '../../../electron/core/contract.ts';
import type { Failure } from '../../../electron/core/failure.ts';
import { useSettingsClient } from '../../app/settings-context.ts';
import { useReading } from '../../app/use-reading.ts';
import { shareOf, viewSignIn } from '../../model/sso-text.ts';
import { Button } from '../../parts/button.tsx';
import { FailureNote } from '../../parts/failure-note.tsx';
import { Progress } from '../../parts/progress.tsx';
import { StateMark } from '../../parts/state-mark.tsx';
import { useNow } from '../../parts/ticker.ts';
import { text } from '../../text.ts';
import { HandOff } from './identity-center-hand-off.tsx';
import type { ImportMode } from './identity-center-import.tsx';

interface SsoSessionProps {
  readonly session: SsoSessionRow;
  /** From an import of it, whose buttons are gone: the focus goes to the one that led there. */
  readonly cameBack: boolean;
  readonly onImport: (mode: ImportMode) => void;
}

/** One place to sign in to: its state, and what can be done there. */
export function SsoSession({ session, cameBack, onImport }: SsoSessionProps) {
  const client = useSettingsClient();
  const [failure, setFailure] = useState<Pick<Failure, 'message' | 'remedy'>>();
  const reading = useReading(client, session.name);
  const now = useNow(session.state === 'signed-in' || session.state === 'signing-in');
  const { mark, left, label } = viewSignIn(session, now);
  const words = text.identityCenter;
  const { name, startUrl, legacy, profiles, state } = session;
  const isIn = state === 'signed-in' || state === 'renewable';
  const shown = failure ?? session.failure ?? (reading?.state === 'failed' ? reading.failure : undefined);

  async function signIn(method: 'browser' | 'device'): Promise<void> {
    setFailure(undefined);
    const started = await client.startSsoSignIn({ session: name, method, openBrowser: true });
    if (!started.ok && started.failure.kind !== 'cancelled') setFailure(started.failure);
  }
  async function signOut(): Promise<void> {
    const out = await client.ssoSignOut({ session: name });
    if (!out.ok) setFailure(out.failure);
    else setFailure(out.value.revoked ? undefined : words.notRevoked);
  }

  return (
    <div className="sso-session">
      <div className="setting">
        <StateMark mark={mark} left={left} chosen={false} />
        <div className="setting-words">
          <p className="setting-label">{legacy ? startUrl : name}</p>
          <p className="sso-url">
            {legacy ? words.legacy : startUrl} · {words.profiles(profiles)}
          </p>
          <p className="setting-hint">{label}</p>
        </div>
        <div className="sso-actions">
          {isIn && (
            <Button size="compact" autoFocus={cameBack} onPress={() => onImport(profiles > 0 ? 'sync' : 'import')}>
              {profiles > 0 ? words.sync : words.import}
            </Button>
          )}
          {isIn && profiles > 0 && (
            <Button size="compact" onPress={() => onImport('import')}>
              {words.import}
            </Button>
          )}
          {isIn && (
            <Button look="quiet" size="compact" onPress={() => void signOut()}>
              {words.signOut}
            </Button>
          )}
          {state === 'signed-out' && (
            <>
              <Button look="quiet" size="compact" onPress={() => void signIn('device')}>
                {words.withCode}
              </Button>
              <Button look="primary" size="compact" onPress={() => void signIn('browser')}>
                {words.signIn}
              </Button>
            </>
          )}
        </div>
      </div>
      {session.signIn && (
        <div className="sso-below">
          <HandOff session={name} signIn={session.signIn} now={now} />
        </div>
      )}
      {reading?.state === 'reading' && !session.signIn && (
        <div className="sso-below sso-reading">
          <Progress label={words.importing.reading} share={shareOf(reading)} />
          <p className="progress-words">{words.importing.progress(reading)}</p>
          <Button look="quiet" size="compact" onPress={() => void client.stopOrganisation({ session: name })}>
            {words.importing.stop}
          </Button>
        </div>
      )}
      {shown && !session.signIn && shown.message !== '' && (
        <div className="sso-below">
          <FailureNote alert failure={shown} onDismiss={failure && (() => setFailure(undefined))} />
        </div>
      )}
    </div>
  );
}
