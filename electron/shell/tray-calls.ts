import type { Handlers } from '../core/dispatch.ts';
import { type Failure, failure } from '../core/failure.ts';
import { failed } from '../core/result.ts';
import type { TrayAction } from './tray-menu.ts';

export interface TrayCallsOptions {
  readonly handlers: Pick<
    Handlers,
    'switchProfile' | 'openConsole' | 'showSettings' | 'signOut' | 'lock' | 'unlock' | 'quit'
  >;
  readonly showPopover: () => void;
  readonly focusQuestion: () => void;
  /** A menu has no place for a message, so a failure goes where there is one. */
  readonly onFailure: (failure: Failure, act?: 'console') => void;
}

/** What the tray's entries do: the same calls that windows and commands make. */
export function trayCalls({ handlers, showPopover, focusQuestion, onFailure }: TrayCallsOptions) {
  const context = () => ({
    door: 'popover' as const,
    asker: { through: 'tray' as const },
    // A menu entry cannot be taken back; what it started is cancelled in its own window.
    signal: new AbortController().signal,
  });

  async function perform(action: Exclude<TrayAction, { kind: 'open' | 'question' }>) {
    switch (action.kind) {
      case 'switch':
        return handlers.switchProfile({ profile: action.profile }, context());
      case 'console':
        return handlers.openConsole({ profile: action.profile }, context());
      case 'settings':
        return handlers.showSettings({}, context());
      case 'sign-out-all':
        return handlers.signOut({}, context());
      case 'lock':
        return handlers.lock({}, context());
      case 'unlock':
        return handlers.unlock({}, context());
      case 'quit':
        return handlers.quit({}, context());
    }
  }

  return async (action: TrayAction): Promise<void> => {
    if (action.kind === 'open') return showPopover();
    if (action.kind === 'question') return focusQuestion();
    const result = await perform(action).catch(bug);
    if (result.ok || result.failure.kind === 'cancelled') return;
    if (action.kind === 'console') onFailure(result.failure, 'console');
    else onFailure(result.failure);
  };
}

/** Its text could hold anything, so only the kind of error is told. */
function bug(error: unknown) {
  const kind = error instanceof Error ? error.name : 'error';
  return failed(failure('internal', `Rolecall failed (${kind}).`, 'Try again, and report it if it stays.'));
}
