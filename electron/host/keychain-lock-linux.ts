import { execFile } from 'node:child_process';

const service = ['--session', '--print-reply', '--dest=org.freedesktop.secrets'];

/**
 * Does the Secret Service hold an item of this service that is locked? libsecret
 * answers "no such item" when an unlock prompt was dismissed or could not be
 * shown, and a key that is merely locked must never pass for one that is missing.
 * `false` when the service does not say.
 * @see https://specifications.freedesktop.org/secret-service-spec/latest/org.freedesktop.Secret.Service.html
 */
export async function hasLockedItems(name: string): Promise<boolean> {
  const { failed, said } = await ask([
    '/org/freedesktop/secrets',
    'org.freedesktop.Secret.Service.SearchItems',
    `dict:string:string:service,${name}`,
  ]);
  // Two arrays of object paths: the unlocked items, then the locked ones.
  return !failed && (said.split('array [')[2] ?? '').includes('object path');
}

/** `none-yet`: a service without a default collection makes one, with a password of its own, when the first key is saved. */
export type DefaultCollection = 'open' | 'locked' | 'none-yet' | 'missing' | 'unknown';

/**
 * The collection that new items go to, without asking anybody to unlock it.
 * @see https://specifications.freedesktop.org/secret-service-spec/latest/org.freedesktop.Secret.Collection.html
 */
export async function defaultCollection(): Promise<DefaultCollection> {
  const { failed, said } = await ask([
    '/org/freedesktop/secrets/aliases/default',
    'org.freedesktop.DBus.Properties.Get',
    'string:org.freedesktop.Secret.Collection',
    'string:Locked',
  ]);
  if (failed === 'no-program') return 'unknown';
  if (failed) return /UnknownObject|UnknownMethod|No such (object|interface)/i.test(said) ? 'none-yet' : 'missing';
  return /\bboolean false\b/.test(said) ? 'open' : 'locked';
}

/** Whether the keychain that new items go to is there and unlocked, so that nobody would be asked for its password. */
export async function isKeychainOpen(): Promise<boolean> {
  return (await defaultCollection()) === 'open';
}

function ask(question: readonly string[]): Promise<{ failed: boolean | 'no-program'; said: string }> {
  return new Promise((resolve) => {
    execFile('dbus-send', [...service, ...question], { timeout: 2_000 }, (error, stdout, stderr) => {
      const failed = error && 'code' in error && error.code === 'ENOENT' ? 'no-program' : error !== null;
      resolve({ failed, said: `${stdout}${stderr}` });
    });
  });
}
