import { type BrowserWindow, screen } from 'electron';
import type { MfaQuestion } from '../core/contract.ts';
import { plainName } from '../core/plain-name.ts';
import type { Stop } from '../core/ports.ts';
import { makeWindow } from './make-window.ts';
import { notify } from './notify.ts';
import { placeCentred } from './placement.ts';
import { windowSizes } from './window-sizes.ts';

const SIZE = windowSizes.mfa;

export interface MfaWindowOptions {
  readonly preloadFile: string;
  /** The person closed the window while this question was open: the same as its Cancel button. */
  readonly onCancel: (questionId: string) => void;
}

/**
 * The window that asks for a code, there only while a question is. It takes the
 * focus when a person asked. For a program in the background it waits unseen
 * behind a notification, which opens it, as the tray does: what someone types
 * elsewhere must not end up here. Without notifications it shows itself, and
 * leaves the focus where it is.
 */
export function createMfaWindow({ preloadFile, onCancel }: MfaWindowOptions) {
  let window: BrowserWindow | undefined;
  let question: MfaQuestion | null = null;
  let painted = false;
  let withdraw: Stop = () => undefined;

  function make(): BrowserWindow {
    painted = false;
    const made = makeWindow('mfa', preloadFile, {
      ...SIZE,
      title: 'MFA code – Rolecall',
      alwaysOnTop: true,
      minimizable: false,
      skipTaskbar: false,
      useContentSize: true,
    });
    made.setAlwaysOnTop(true, 'floating');
    made.once('ready-to-show', () => {
      painted = true;
      if (question) present(made, question);
    });
    made.on('closed', () => {
      // `update(null)` lets go of the window before it closes it. However else it went, nobody can answer any more;
      // and the next question, if one waits, finds no dying window in its way.
      if (window !== made) return;
      window = undefined;
      if (question) onCancel(question.id);
    });
    made.webContents.on('render-process-gone', () => made.destroy());
    return made;
  }

  function place(target: BrowserWindow): void {
    if (target.isVisible()) return;
    const { workArea } = screen.getDisplayNearestPoint(screen.getCursorScreenPoint());
    const { x, y } = placeCentred(SIZE, workArea);
    target.setPosition(x, y);
  }

  function present(target: BrowserWindow, { profile, asker }: MfaQuestion): void {
    if (asker.through !== 'credential-process') {
      focus();
      return;
    }
    const who = asker.parent?.name ?? asker.program?.name ?? 'A program';
    const body = `${plainName(who)} asks for the credentials of ${plainName(profile)}. Click to enter it.`;
    withdraw = notify({ title: 'An MFA code is needed', body, button: 'Enter code', stays: true }, focus, () => {
      if (target.isDestroyed() || target.isVisible()) return;
      place(target);
      target.showInactive();
    });
  }

  function letGo(): void {
    withdraw();
    const old = window;
    window = undefined;
    old?.destroy();
  }

  function focus(): void {
    if (!window || !question || !painted) return;
    withdraw();
    place(window);
    window.show();
    window.focus();
  }

  return {
    current: () => window,
    /** Follows the question: opens, presents each new one once, closes when there is none. */
    update(next: MfaQuestion | null): void {
      const isNew = next !== null && next.id !== question?.id;
      question = next;
      if (isNew) withdraw();
      if (next === null) {
        letGo();
        return;
      }
      window ??= make();
      if (isNew && painted) present(window, next);
    },
    /** Brings the open question to the front, because the person asked for it. */
    focus,
    end(): void {
      question = null;
      letGo();
    },
  };
}
