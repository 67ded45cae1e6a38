import { execFile } from 'node:child_process';

/**
 * Does the Secret Service hold an item of this service that is locked? libsecret
 * answers "no such item" when an unlock prompt was dismissed or could not be
 * shown, and a key that is merely locked must never pass for one that is missing.
 * `false` when the service does not say.
 * @see https://specifications.freedesktop.org/secret-service-spec/latest/org.freedesktop.Secret.Service.html
 */
export function hasLockedItems(service: string): Promise<boolean> {
  const question = [
    '--session',
    '--print-reply',
    '--dest=org.freedesktop.secrets',
    '/org/freedesktop/secrets',
    'org.freedesktop.Secret.Service.SearchItems',
    `dict:string:string:service,${service}`,
  ];
  return new Promise((resolve) => {
    execFile('dbus-send', question, { timeout: 2_000 }, (error, out) => {
      // Two arrays of object paths: the unlocked items, then the locked ones.
      resolve(!error && (out.split('array [')[2] ?? '').includes('object path'));
    });
  });
}

/** Whether the keychain that new items go to is there and unlocked, so that nobody would be asked for its password. */
export function isKeychainOpen(): Promise<boolean> {
  const question = [
    '--session',
    '--print-reply',
    '--dest=org.freedesktop.secrets',
    '/org/freedesktop/secrets/aliases/default',
    'org.freedesktop.DBus.Properties.Get',
    'string:org.freedesktop.Secret.Collection',
    'string:Locked',
  ];
  return new Promise((resolve) => {
    execFile('dbus-send', question, { timeout: 2_000 }, (error, out) => {
      resolve(!error && /\bboolean false\b/.test(out));
    });
  });
}
