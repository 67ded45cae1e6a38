import type { Asker } from '../core/asker.ts';
import type { EventName, EventPayload, WindowName } from '../core/contract.ts';
import type { CallContext } from '../core/dispatch.ts';
import { type Failure, failure } from '../core/failure.ts';
import { failed, type Result } from '../core/result.ts';
import { callChannel, eventChannel, nowChannel } from './channels.ts';
import { hears, isAtOnce } from './doors.ts';
import { isTrustedSender, type SenderFrame } from './trusted-sender.ts';

/** The part of `ipcMain` that is used; tests pass their own. */
export interface IpcMainLike {
  handle(channel: string, listener: (event: IpcEvent, ...parameters: unknown[]) => Promise<unknown>): void;
  removeHandler(channel: string): void;
  on(channel: string, listener: (event: IpcNowEvent, ...parameters: unknown[]) => Promise<void>): unknown;
  removeAllListeners(channel: string): unknown;
}

export interface IpcEvent {
  readonly sender: IpcSender;
  readonly senderFrame: SenderFrame | null;
}

/** Of a message whose sender stands still until `returnValue` is set. */
export interface IpcNowEvent extends IpcEvent {
  returnValue: unknown;
}

export interface IpcSender {
  readonly id: number;
  once(event: 'destroyed', listener: () => void): unknown;
  off(event: 'destroyed', listener: () => void): unknown;
}

export interface IpcOptions {
  readonly ipcMain: IpcMainLike;
  /** The door of the window that sent a message; `undefined` for contents that are not a window of ours. */
  readonly doorOf: (sender: IpcSender) => WindowName | undefined;
  /** `dispatch` of core with the handlers: checks the door, parses the input, answers with a value. */
  readonly call: (name: unknown, input: unknown, context: CallContext) => Promise<Result<unknown>>;
}

/** A person at a window; the small ones come up for what was begun in another. */
function askerAt(door: WindowName): Asker {
  return { through: door === 'settings' || door === 'mfa-device' ? 'settings' : 'popover' };
}

/**
 * The only place that listens to windows. A message counts if it comes from the
 * main frame of one of our windows; the rest is the same way in that commands
 * take. A call is given up when its window is gone.
 */
export function listenToWindows({ ipcMain, doorOf, call }: IpcOptions): () => void {
  async function answer(event: IpcEvent, name: unknown, input: unknown): Promise<Result<unknown>> {
    const door = isTrustedSender(senderFrame(event)) ? doorOf(event.sender) : undefined;
    if (!door) return failed(refused());
    const gone = new AbortController();
    const giveUp = () => gone.abort();
    event.sender.once('destroyed', giveUp);
    try {
      return await call(name, input, { door, asker: askerAt(door), signal: gone.signal });
    } catch {
      return failed(failure('internal', 'Rolecall failed.', 'Try again, and report it if it stays.'));
    } finally {
      event.sender.off('destroyed', giveUp);
    }
  }

  ipcMain.handle(callChannel, answer);
  // Nobody stands still for what waits for a disk, a person or another process.
  ipcMain.on(nowChannel, async (event, name, input) => {
    event.returnValue = isAtOnce(name) ? await answer(event, name, input) : failed(refused());
  });
  return () => {
    ipcMain.removeHandler(callChannel);
    ipcMain.removeAllListeners(nowChannel);
  };
}

/** Electron throws when the frame was disposed of before the message was looked at. */
function senderFrame(event: IpcEvent): SenderFrame | null {
  try {
    return event.senderFrame;
  } catch {
    return null;
  }
}

function refused(): Failure {
  return failure('bad-input', 'This page may not call Rolecall.', 'Close the window and open it again.');
}

/** A window as `sendEvent` needs it. */
export interface EventTarget {
  readonly door: WindowName;
  readonly webContents: { isDestroyed(): boolean; send(channel: string, ...parameters: unknown[]): void };
}

/** Tells one window of an event, if its door may hear it. */
export function sendEvent<E extends EventName>(target: EventTarget, name: E, payload: EventPayload<E>): boolean {
  if (!hears(target.door, name) || target.webContents.isDestroyed()) return false;
  target.webContents.send(eventChannel, name, payload);
  return true;
}
