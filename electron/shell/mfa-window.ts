import type { BrowserWindow } from 'electron';
import type { MfaQuestion } from '../core/contract.ts';
import type { Stop } from '../core/ports.ts';
import { makeWindow } from './make-window.ts';
import { notify } from './notify.ts';
import { type Focus, onceShowable, showCentred } from './present.ts';
import { text } from './text.ts';
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
  let focus: Focus = 'leave-focus';
  let withdraw: Stop = () => undefined;

  function make(): BrowserWindow {
    painted = false;
    const made = makeWindow('mfa', preloadFile, {
      ...SIZE,
      alwaysOnTop: true,
      minimizable: false,
      skipTaskbar: false,
      useContentSize: true,
    });
    made.setAlwaysOnTop(true, 'floating');
    onceShowable(made, () => {
      painted = true;
      if (question) showCentred(made, SIZE, focus);
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

  function open(how: Focus): void {
    if (!question) return;
    withdraw();
    focus = how;
    if (!window) window = make();
    else if (painted) showCentred(window, SIZE, focus);
  }

  function present({ profile, asker }: MfaQuestion): void {
    withdraw();
    if (asker.through !== 'credential-process') {
      open('take-focus');
      return;
    }
    const who = asker.parent?.name ?? asker.program?.name ?? text.question.aProgram;
    const { title, button } = text.question;
    const body = text.question.body(who, profile);
    withdraw = notify(
      { title, body, button, stays: true },
      () => open('take-focus'),
      () => open('leave-focus'),
    );
  }

  function letGo(): void {
    withdraw();
    const old = window;
    window = undefined;
    old?.destroy();
  }

  return {
    current: () => window,
    /** Follows the question: presents each new one once, closes when there is none. */
    update(next: MfaQuestion | null): void {
      const isNew = next !== null && next.id !== question?.id;
      question = next;
      if (next === null) letGo();
      else if (isNew) present(next);
    },
    /** Brings the open question to the front, because the person asked for it. */
    focus: () => open('take-focus'),
    end(): void {
      question = null;
      letGo();
    },
  };
}
