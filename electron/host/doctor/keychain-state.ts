import { execFile } from 'node:child_process';
import { defaultCollection } from '../keychain-lock-linux.ts';

export type KeychainState = 'open' | 'locked' | 'missing' | 'unknown';

/** The keychain's state, without asking anybody to unlock it. */
export async function keychainState(platform: string): Promise<KeychainState> {
  if (platform === 'linux') {
    const state = await defaultCollection();
    // Nothing is in the way of a first key.
    return state === 'none-yet' ? 'open' : state;
  }
  if (platform === 'darwin') return darwin();
  // Not run here. The Credential Manager is open while its user is signed in.
  return platform === 'win32' ? 'open' : 'unknown';
}

/** Not run here. `security` says in its exit status whether the login keychain is unlocked. */
function darwin(): Promise<KeychainState> {
  return new Promise((resolve) => {
    execFile('security', ['show-keychain-info'], { timeout: 3_000 }, (error) => {
      if (error && 'code' in error && error.code === 'ENOENT') resolve('unknown');
      else resolve(error ? 'locked' : 'open');
    });
  });
}
