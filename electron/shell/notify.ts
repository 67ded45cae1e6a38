import { Notification } from 'electron';
import type { Stop } from '../core/ports.ts';
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
 * returns. `onMissed`: there is no service for it, so nobody has seen it.
 */
export function notify({ title, body, button, stays }: Notice, onClick: () => void, onMissed = () => {}): Stop {
  if (!Notification.isSupported()) {
    onMissed();
    return () => undefined;
  }
  const notification = new Notification({
    title,
    body: escapeBody(body, process.platform),
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
    if (forget()) notification.close();
  };
}
