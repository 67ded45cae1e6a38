import { useActions, usePopover } from '../app/popover-context.ts';
import { Button } from '../parts/button.tsx';
import { FailureNote } from '../parts/failure-note.tsx';
import { IconLock, IconUnlock } from '../parts/icons.ts';
import { text } from '../text.ts';

/** All that the popover shows while Rolecall is locked: no names, no sessions, one way on. */
export function Locked() {
  const actions = useActions();
  const lock = usePopover((state) => state.lock);
  const failure = usePopover((state) => state.failure);
  if (!lock.locked) return null;
  const time = new Date(lock.lockedAt).toLocaleTimeString([], { hour: '2-digit', minute: '2-digit' });
  return (
    <main className="main">
      <div className="list-state list-state-centre">
        <span className="list-state-icon">
          <IconLock size={24} strokeWidth={1.5} aria-hidden />
        </span>
        <h1 className="list-state-title">{text.lock.title}</h1>
        <p>{text.lock.reason[lock.reason](time)}</p>
        <p>{text.lock.hint}</p>
        <Button look="primary" icon={IconUnlock} autoFocus onPress={() => void actions.unlock()}>
          {text.lock.unlock}
        </Button>
        {failure && <FailureNote alert failure={failure} onDismiss={actions.dismiss} />}
      </div>
    </main>
  );
}
