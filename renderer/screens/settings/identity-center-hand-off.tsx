import { useState } from 'react';
import type { SsoSessionRow } from '../../../electron/core/contract.ts';
import { useSettingsClient } from '../../app/settings-context.ts';
import { timeLeft } from '../../model/time-left.ts';
import { Button } from '../../parts/button.tsx';
import { IconConsole, IconCopy } from '../../parts/icons.ts';
import { text } from '../../text.ts';

interface HandOffProps {
  readonly session: string;
  readonly signIn: NonNullable<SsoSessionRow['signIn']>;
  readonly now: number;
}

/** What the person has to do elsewhere, the way there, and the way out. */
export function HandOff({ session, signIn, now }: HandOffProps) {
  const client = useSettingsClient();
  const [copied, setCopied] = useState<'copy-link' | 'copy-code'>();
  const words = text.identityCenter.handOff;
  const { userCode, url, browserOpened, endsAt } = signIn;

  async function handOff(how: 'open' | 'copy-link' | 'copy-code'): Promise<void> {
    const done = await client.handOffSsoSignIn({ session, how });
    setCopied(done.ok && how !== 'open' ? how : undefined);
  }

  const title = userCode ? words.code : browserOpened === false ? words.closed : words.browser;
  const hint = userCode ? words.codeHint : browserOpened === false ? words.closedHint : words.browserHint;
  return (
    <div className="hand-off">
      {/* Said when it changes; the time that is left is not a part of it. */}
      <div className="hand-off-words" role="status">
        <div>
          <p className="hand-off-title">{url ? title : words.starting}</p>
          {url && <p className="hand-off-hint">{hint}</p>}
        </div>
        {userCode && <p className="hand-off-code">{userCode}</p>}
      </div>
      <div className="hand-off-actions">
        {userCode && (
          <Button size="compact" icon={IconCopy} onPress={() => void handOff('copy-code')}>
            {copied === 'copy-code' ? words.copied : words.copyCode}
          </Button>
        )}
        {url && (
          <>
            <Button size="compact" icon={IconConsole} onPress={() => void handOff('open')}>
              {browserOpened === false ? words.open : words.again}
            </Button>
            <Button look="quiet" size="compact" onPress={() => void handOff('copy-link')}>
              {copied === 'copy-link' ? words.copied : words.copyLink}
            </Button>
          </>
        )}
        <Button look="quiet" size="compact" onPress={() => void client.cancelSsoSignIn({ session })}>
          {words.cancel}
        </Button>
        {endsAt !== undefined && (
          <span className="hand-off-left">{words.left(timeLeft(Math.max(0, endsAt - now)))}</span>
        )}
      </div>
    </div>
  );
}
