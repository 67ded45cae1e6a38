import { appHost, appScheme } from './origin.ts';

/** What is looked at of the frame that sent a message. `null` when it is gone already. */
export interface SenderFrame {
  readonly url: string;
  readonly parent: unknown;
}

/** A message counts only if a window's main frame sent it from the program's own pages. */
export function isTrustedSender(frame: SenderFrame | null | undefined): boolean {
  if (!frame || frame.parent !== null) return false;
  let url: URL;
  try {
    url = new URL(frame.url);
  } catch {
    return false;
  }
  return url.protocol === `${appScheme}:` && url.host === appHost && url.username === '' && url.password === '';
}
