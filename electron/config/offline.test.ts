import { readFileSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { createAwsFiles } from './aws-files.ts';
import { createOfflineConfig } from './offline.ts';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'rolecall-offline-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

const config = () => join(folder, 'config');
const credentials = () => join(folder, 'credentials');
const offline = () =>
  createOfflineConfig({
    environment: { AWS_CONFIG_FILE: config(), AWS_SHARED_CREDENTIALS_FILE: credentials() },
    home: folder,
    launcher: '/d/rolecall',
  });

it('shows, gets, sets, unsets, renames and removes, each in its own file', async () => {
  await writeFile(config(), '[profile a]\nregion = x\n\n[profile b]\nrole_arn = r\nsource_profile = a\n');
  await writeFile(credentials(), '[a]\naws_secret_access_key = canary\n');
  const files = offline();
  expect(await files.set('a', 's3.b', '1')).toMatchObject({ ok: true });
  expect(await files.set('a', 'aws_access_key_id', 'AKIAIOSFODNN7EXAMPLE')).toMatchObject({ ok: true });
  expect(await files.set('', 'sso_region', 'eu-west-1', 'corp')).toMatchObject({ ok: true });
  expect(await files.get('a', 's3.b')).toEqual({ ok: true, value: '1' });
  expect(JSON.stringify(await files.show())).not.toContain('canary');
  expect(await files.plan('b', {})).toMatchObject({ value: [{ kind: 'access-key' }, { kind: 'assume-role' }] });
  expect(await files.rename('a', 'c')).toMatchObject({ ok: true });
  expect(readFileSync(config(), 'utf8')).toBe(
    '[profile c]\nregion = x\ns3 =\n    b = 1\n\n[profile b]\nrole_arn = r\nsource_profile = c\n[sso-session corp]\nsso_region = eu-west-1\n',
  );
  expect(await files.unset('c', 's3.b')).toMatchObject({ ok: true });
  expect(await files.remove('c')).toMatchObject({ ok: true });
  expect(readFileSync(credentials(), 'utf8')).toBe('');
  expect(await files.plan('b', {})).toMatchObject({ failure: { kind: 'chain-missing', profile: 'b' } });
  expect(await files.remove('gone')).toMatchObject({ failure: { kind: 'profile-not-found' } });
});

it('renames an adopted profile so that its tools still ask for it, and into no other one', async () => {
  await writeFile(config(), '[profile a]\nrole_arn = r\nsource_profile = b\n');
  await writeFile(credentials(), '[b]\naws_access_key_id = AKIAIOSFODNN7EXAMPLE\n');
  await createAwsFiles({
    environment: { AWS_CONFIG_FILE: config(), AWS_SHARED_CREDENTIALS_FILE: credentials() },
    home: folder,
    launcher: '/d/rolecall',
  }).apply({ kind: 'adopt', profile: 'a' });
  expect(await offline().rename('a', 'b')).toMatchObject({ failure: { kind: 'bad-input' } });
  expect(await offline().rename('a', 'c')).toMatchObject({ ok: true });
  expect(readFileSync(config(), 'utf8')).toContain('[profile c]\nrolecall_role_arn = r');
  expect(readFileSync(config(), 'utf8')).toContain('credential_process = /d/rolecall credentials c\n');
});

it('changes both files or none', async () => {
  const text = '[profile a]\nregion = x\n';
  await writeFile(config(), text);
  await writeFile(credentials(), '[a]\nb = 1\n[a]\nb = 2\n');
  expect(await offline().remove('a')).toMatchObject({ failure: { kind: 'file-ambiguous' } });
  expect(readFileSync(config(), 'utf8')).toBe(text);
});
