import { execFile } from 'node:child_process';

export type KeychainState = 'open' | 'locked' | 'missing' | 'unknown';

/**
 * The keychain's state, without asking anybody to unlock it. On Linux the
 * `Locked` property of the Secret Service's default collection says it.
 * @see https://specifications.freedesktop.org/secret-service-spec/latest/org.freedesktop.Secret.Collection.html
 */
export function keychainState(platform: string): Promise<KeychainState> {
  if (platform === 'linux') return linux();
  // Not run here. `security` says in its exit status whether the login keychain is unlocked.
  if (platform === 'darwin') return ask('security', ['show-keychain-info'], (failed) => (failed ? 'locked' : 'open'));
  // Not run here. The Credential Manager is open while its user is signed in.
  return Promise.resolve(platform === 'win32' ? 'open' : 'unknown');
}

function linux(): Promise<KeychainState> {
  const question = [
    '--session',
    '--print-reply',
    '--dest=org.freedesktop.secrets',
    '/org/freedesktop/secrets/aliases/default',
    'org.freedesktop.DBus.Properties.Get',
    'string:org.freedesktop.Secret.Collection',
    'string:Locked',
  ];
  return ask('dbus-send', question, (failed, said) => {
    if (!failed) return /boolean true/.test(said) ? 'locked' : 'open';
    // A service without a default collection makes one when the first key is saved.
    return /UnknownObject|UnknownMethod|No such (object|interface)/i.test(said) ? 'open' : 'missing';
  });
}

function ask(
  program: string,
  parameters: readonly string[],
  read: (failed: boolean, said: string) => KeychainState,
): Promise<KeychainState> {
  return new Promise((resolve) => {
    execFile(program, parameters, { timeout: 3_000 }, (error, stdout, stderr) => {
      if (error && 'code' in error && error.code === 'ENOENT') resolve('unknown');
      else resolve(read(error !== null, `${stdout}${stderr}`));
    });
  });
}
