import { type Failure, failure } from '../core/failure.ts';

/** What a system without a keychain lets libsecret say: no bus, or nobody on it who keeps secrets. */
const noService =
  /org\.freedesktop\.secrets|ServiceUnknown|not provided by any|autolaunch|Cannot spawn|Could not connect|Connection refused|No such file/i;
const lockedTexts = /locked|prompt|dismissed|cancel/i;

const start: Readonly<Record<string, string>> = {
  linux:
    'Install and start one that speaks the Secret Service protocol, for example gnome-keyring or KWallet, then try again.',
  darwin: 'Open Keychain Access and make sure that a login keychain exists, then try again.',
  win32: 'Make sure that the Credential Manager service runs, then try again.',
};

/** What keytar threw, explained. The text of the system is shown only where it says nothing about a secret. */
export function keychainFailure(error: unknown, platform: string): Failure {
  const text = error instanceof Error ? error.message : String(error);
  if (noService.test(text)) {
    return failure(
      'keychain-missing',
      'There is no keychain on this system, and Rolecall keeps access keys nowhere else.',
      start[platform] ?? 'Install one, then try again.',
    );
  }
  if (lockedTexts.test(text)) {
    return failure(
      'keychain-locked',
      'The keychain is locked and was not unlocked.',
      'Unlock it, then try once more. Nothing was changed.',
    );
  }
  return failure(
    'keychain-failed',
    'The keychain refused the request.',
    'Try again; if it stays, open the system’s password manager and look for “Rolecall”.',
  );
}
