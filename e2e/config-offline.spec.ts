import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { run } from './harness/processes.ts';

const cli = join(import.meta.dirname, '../dist/cli.js');

/** The built command, where there is no desktop, no keychain and no program. */
test('the command edits the AWS files and plans chains by itself', async () => {
  const home = mkdtempSync(join(tmpdir(), 'rolecall-offline-'));
  const config = join(home, 'config');
  const env = {
    PATH: process.env.PATH ?? '',
    HOME: home,
    AWS_CONFIG_FILE: config,
    AWS_SHARED_CREDENTIALS_FILE: join(home, 'credentials'),
  };
  const rolecall = (...args: string[]) => run(process.execPath, [cli, ...args], { env });
  try {
    writeFileSync(config, '# mine\r\n[profile a]\r\n  aws_access_key_id=AKIAIOSFODNN7EXAMPLE\r\n');
    expect(await rolecall('config', 'set', 'b', 'role_arn', 'arn:aws:iam::111122223333:role/b')).toMatchObject({
      status: 0,
    });
    await rolecall('config', 'set', 'b', 'source_profile', 'a');
    writeFileSync(join(home, 'credentials'), '[a]\naws_secret_access_key = CANARY\n');
    expect(readFileSync(config, 'utf8')).toBe(
      '# mine\r\n[profile a]\r\n  aws_access_key_id=AKIAIOSFODNN7EXAMPLE\r\n' +
        '[profile b]\r\nrole_arn = arn:aws:iam::111122223333:role/b\r\nsource_profile = a\r\n',
    );
    const plan = await rolecall('plan', 'b', '--json');
    expect(JSON.parse(plan.stdout)).toMatchObject([{ kind: 'access-key' }, { kind: 'assume-role' }]);
    const show = await rolecall('config', 'show', '--json');
    expect(JSON.parse(show.stdout).profiles.b.source_profile).toBe('a');
    expect(plan.stdout + show.stdout).not.toContain('CANARY');
    const gone = await rolecall('plan', 'gone', '--json');
    expect(gone.status).not.toBe(0);
    expect(JSON.parse(gone.stdout).failure).toMatchObject({ kind: 'profile-not-found', profile: 'gone' });
  } finally {
    rmSync(home, { recursive: true, force: true });
  }
});
