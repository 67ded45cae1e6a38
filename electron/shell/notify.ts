import { Notification } from 'electron';
import { escapeBody } from './display-text.ts';

export interface Notice {
  readonly title: string;
  readonly body: string;
}

/** Shows a notification of the desktop; `false` where there is no service for it. */
export function notify({ title, body }: Notice, onClick: () => void): boolean {
  if (!Notification.isSupported()) return false;
  const notification = new Notification({ title, body: escapeBody(body, process.platform), silent: true });
  notification.on('click', onClick);
  notification.show();
  return true;
}
