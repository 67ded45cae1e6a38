import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { peerFigure } from './peer.ts';

/** @see https://docs.commonfate.io/granted/usage/credential-process — from documentation, not run here. */
export const granted = peerFigure({
  command: 'granted',
  args: (profile) => ['credential-process', '--profile', profile],
  env: () => ({ GRANTED_DISABLE_UPDATE_CHECK: 'true' }),
  async prepare(home, { name, accessKeyId, secretAccessKey }) {
    mkdirSync(join(home, '.granted'));
    // The collection that is unlocked already: a new one would ask for a password.
    const settings = '[Keyring]\nBackend = "secret-service"\nLibSecretCollectionName = "login"\n';
    writeFileSync(join(home, '.granted/config'), settings);
    const key = `aws_access_key_id = ${accessKeyId}\naws_secret_access_key = ${secretAccessKey}\n`;
    writeFileSync(join(home, '.aws/credentials'), `[${name}]\n${key}`, { mode: 0o600 });
  },
});
