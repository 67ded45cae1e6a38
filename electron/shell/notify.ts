import { Notification } from 'electron';
import { plainName } from '../core/plain-name.ts';
import type { Stop } from '../core/ports.ts';
import { notificationsAnswer } from '../host/notification-service.ts';
import { escapeBody } from './display-text.ts';

export interface Notice {
  readonly title: string;
  readonly body: string;
  /** What a click does, for desktops that show it as a button; Electron has none on Linux. */
  readonly button?: string;
  /** Somebody waits for the person: it stays until it is clicked, dismissed or taken back. */
  readonly stays?: boolean;
}

/** Nothing else holds a notification, and one that is collected is never clicked. */
const shown = new Set<Notification>();

/**
 * Shows a notification of the desktop, until it is taken back by what this
 * returns. `onMissed`: there is no service for it, or it hangs, so nobody has seen it.
 */
export function notify(notice: Notice, onClick: () => void, onMissed = () => {}): Stop {
  let isWanted = true;
  let takeBack = () => {};
  void notificationsAnswer().then((answer) => {
    if (!isWanted) return;
    if (answer && Notification.isSupported()) takeBack = show(notice, onClick, onMissed);
    else onMissed();
  });
  return () => {
    isWanted = false;
    takeBack();
  };
}

/** Takes back what still shows, for before the program ends; `undefined` when nothing does. */
export function withdrawAll(): Promise<void> | undefined {
  if (shown.size === 0) return undefined;
  const all = [...shown];
  shown.clear();
  if (process.platform === 'linux') return close(all);
  // A program that does not end at once would cancel a log-out.
  for (const notification of all) notification.close();
  return undefined;
}

/** Electron waits for the service here, too. */
async function close(notifications: readonly Notification[]): Promise<void> {
  if (await notificationsAnswer()) for (const notification of notifications) notification.close();
}

function show({ title, body, button, stays }: Notice, onClick: () => void, onMissed: () => void): Stop {
  const notification = new Notification({
    title: plainName(title),
    body: escapeBody(plainName(body), process.platform),
    silent: true,
    ...(button !== undefined && { actions: [{ type: 'button', text: button }] }),
    ...(stays && { urgency: 'critical', timeoutType: 'never' }),
  });
  const forget = () => shown.delete(notification);
  const clicked = () => {
    forget();
    onClick();
  };
  notification.on('click', clicked);
  notification.on('action', clicked);
  notification.on('close', forget);
  notification.on('failed', () => {
    forget();
    onMissed();
  });
  shown.add(notification);
  notification.show();
  return () => {
    if (forget()) void close([notification]);
  };
}
