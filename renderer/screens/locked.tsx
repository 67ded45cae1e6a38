import type { Failure } from '../../electron/core/failure.ts';
import type { LockState } from '../../electron/core/lock/lock.ts';
import { Button } from '../parts/button.tsx';
import { FailureNote } from '../parts/failure-note.tsx';
import { IconLock, IconUnlock } from '../parts/icons.ts';
import { text } from '../text.ts';

interface LockedProps {
  readonly lock: LockState & { readonly locked: true };
  /** Why it could not be unlocked. */
  readonly failure: Failure | null;
  readonly onUnlock: () => void;
  readonly onDismiss: () => void;
}

/** All that a window shows while Rolecall is locked: no names, no sessions, one way on. */
export function Locked({ lock, failure, onUnlock, onDismiss }: LockedProps) {
  const time = new Date(lock.lockedAt).toLocaleTimeString([], { timeStyle: 'short' });
  return (
    <main className="main">
      <div className="list-state list-state-centre">
        <span className="list-state-icon">
          <IconLock size={24} strokeWidth={1.5} aria-hidden />
        </span>
        <h1 className="list-state-title">{text.lock.title}</h1>
        <p>{text.lock.reason[lock.reason](time)}</p>
        <p>{text.lock.hint}</p>
        <Button look="primary" icon={IconUnlock} autoFocus onPress={onUnlock}>
          {text.lock.unlock}
        </Button>
        {failure && <FailureNote alert failure={failure} onDismiss={onDismiss} />}
      </div>
    </main>
  );
}
