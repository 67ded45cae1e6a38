import { useState } from 'react';
import type { ProfileRow } from '../../../../electron/core/contract.ts';
import type { Result } from '../../../../electron/core/result.ts';
import { useSettings, useSettingsActions, useSettingsClient } from '../../../app/settings-context.ts';
import { canSignOut, viewSession } from '../../../model/session-view.ts';
import { Button } from '../../../parts/button.tsx';
import { FailureNote } from '../../../parts/failure-note.tsx';
import { IconAgain, IconClose, IconConsole, IconSignOut, IconSwitch, IconWhy } from '../../../parts/icons.ts';
import { StateMark } from '../../../parts/state-mark.tsx';
import { useNow } from '../../../parts/ticker.ts';
import { useFocusBack } from '../../../parts/use-focus-back.ts';
import { text } from '../../../text.ts';
import { type Asked, ProfileQuestion } from './profile-question.tsx';

interface ProfileSessionProps {
  readonly row: ProfileRow;
  /** The page says already why it fails. */
  readonly whyShown: boolean;
  readonly onWhy: () => void;
}

const words = text.profileDetails;

/** The session of the profile now, and what can be done with it. */
export function ProfileSession({ row, whyShown, onWhy }: ProfileSessionProps) {
  const client = useSettingsClient();
  const { fail, dismiss } = useSettingsActions();
  const state = useSettings(({ sessions }) => sessions.byProfile[row.name]);
  const chosen = useSettings(({ sessions }) => sessions.activeProfile === row.name);
  const now = useNow(state?.state === 'active' || state?.state === 'requesting');
  const view = viewSession(state, now);
  const [asked, setAsked] = useState<Asked>();
  const switchButton = useFocusBack<HTMLButtonElement>(asked !== undefined);
  const whyButton = useFocusBack<HTMLButtonElement>(whyShown);
  const [busy, setBusy] = useState<'console' | 'renew'>();
  const live = view.mark === 'active' || view.mark === 'expiring';
  const failure = row.failure ?? view.failure;
  const profile = row.name;

  async function switchTo(answer: { readonly confirm?: string; readonly ticket?: string } = {}): Promise<void> {
    dismiss();
    const switched = await client.switchProfile({ profile, ...answer });
    if (switched.ok) setAsked(undefined);
    else if (switched.failure.kind === 'confirmation-required') setAsked({ kind: 'confirm' });
    else if (switched.failure.kind === 'ticket-needed') setAsked({ kind: 'ticket', ...answer });
    // What AWS said of it stands here anyway.
    else if (switched.failure.kind !== 'cancelled' && switched.failure.profile !== profile) fail(switched.failure);
  }

  async function openConsole(answer: { readonly confirm?: string } = {}): Promise<void> {
    const opened = await run('console', () => client.openConsole({ profile, ...answer }));
    setAsked(
      !opened.ok && opened.failure.kind === 'confirmation-required' ? { kind: 'confirm', console: true } : undefined,
    );
  }

  async function run<T>(what: 'console' | 'renew', call: () => Promise<Result<T>>): Promise<Result<T>> {
    dismiss();
    setBusy(what);
    const done = await call();
    setBusy(undefined);
    if (!done.ok && done.failure.kind !== 'cancelled' && done.failure.kind !== 'confirmation-required')
      fail(done.failure);
    return done;
  }

  async function signOut(): Promise<void> {
    const signedOut = await client.signOut({ profile });
    if (!signedOut.ok) fail(signedOut.failure);
  }

  return (
    <div className="setting setting-below">
      <div className="profile-state">
        <StateMark mark={row.failure ? 'failed' : view.mark} left={view.left} chosen={chosen} size={24} />
        <div className="setting-words">
          <p className={`profile-state-time header-time-${row.failure ? 'failed' : view.mark}`}>
            {row.failure ? words.state.broken : view.label || words.state.inactive}
            {live && <span className="header-time-unit"> {text.timeLeft}</span>}
          </p>
          {!failure && <p className="setting-hint">{chosen ? words.isActiveRole : words.switchHint}</p>}
        </div>
        <div className="key-actions">
          {!row.failure && !asked && !(chosen && live) && view.mark !== 'requesting' && (
            <Button ref={switchButton} size="compact" look="primary" icon={IconSwitch} onPress={() => void switchTo()}>
              {text.actions.switch}
            </Button>
          )}
          {live && (
            <Button
              size="compact"
              icon={IconAgain}
              busy={busy === 'renew'}
              onPress={() => void run('renew', () => client.renewSession({ profile }))}
            >
              {text.header.renew}
            </Button>
          )}
          {!row.failure && view.mark !== 'requesting' && (
            <Button size="compact" icon={IconConsole} busy={busy === 'console'} onPress={() => void openConsole()}>
              {text.actions.console}
            </Button>
          )}
          {canSignOut(state) && (
            <Button
              size="compact"
              icon={view.mark === 'requesting' ? IconClose : IconSignOut}
              onPress={() => void signOut()}
            >
              {view.mark === 'requesting' ? text.actions.cancel : text.actions.signOut}
            </Button>
          )}
        </div>
      </div>
      {/* What became of it, without the time: that would be said each second. */}
      <p className="unseen" role="status">
        {live ? words.state.active : view.label || words.state.inactive}
      </p>
      {asked && (
        <ProfileQuestion
          profile={profile}
          asked={asked}
          onAnswer={(answer) =>
            void (asked.kind === 'confirm' && asked.console ? openConsole(answer) : switchTo(answer))
          }
          onCancel={() => setAsked(undefined)}
        />
      )}
      {failure && !whyShown && (
        <FailureNote failure={failure}>
          <Button ref={whyButton} size="compact" icon={IconWhy} onPress={onWhy}>
            {text.diagnosis.why}
          </Button>
        </FailureNote>
      )}
    </div>
  );
}
