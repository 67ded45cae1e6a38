import { join } from 'node:path';
import { run } from '../../e2e/harness/processes.ts';
import { peerFigure } from './peer.ts';

/** @see https://github.com/99designs/aws-vault/blob/master/USAGE.md — from documentation, not run here. */
export const awsVault = peerFigure({
  command: 'aws-vault',
  args: (profile) => ['exec', profile, '--json'],
  env: (home) => ({
    AWS_VAULT_BACKEND: 'file',
    AWS_VAULT_FILE_DIR: join(home, 'vault'),
    AWS_VAULT_FILE_PASSPHRASE: 'bench',
  }),
  async prepare(_home, { name, accessKeyId, secretAccessKey }, env) {
    const key = { AWS_ACCESS_KEY_ID: accessKeyId, AWS_SECRET_ACCESS_KEY: secretAccessKey };
    const { status, stderr } = await run('aws-vault', ['add', '--env', name], { env: { ...env, ...key } });
    if (status !== 0) throw new Error(stderr.trim());
  },
});
