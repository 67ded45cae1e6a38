import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { runFake } from './fake-world.ts';

let home: string;
beforeEach(() => {
  home = mkdtempSync(join(tmpdir(), 'rolecall-cli-'));
});
afterEach(() => rmSync(home, { recursive: true, force: true }));

const text = `[default]
region = eu-west-1

[profile base]
mfa_serial = arn:aws:iam::111122223333:mfa/ada
[profile dev]
role_arn = arn:aws:iam::111122223333:role/dev
source_profile = base
external_id = -x
duration_seconds = 900
[profile loop]
role_arn = arn:aws:iam::111122223333:role/loop
source_profile = other
[profile other]
role_arn = arn:aws:iam::111122223333:role/other
source_profile = loop
`;
const keys = '[base]\naws_access_key_id = AKIAIOSFODNN7EXAMPLE\naws_secret_access_key = CANARY\n';

function put(config = text, credentials = keys): void {
  writeFileSync(join(home, 'config'), config);
  writeFileSync(join(home, 'credentials'), credentials);
}
const config = () => readFileSync(join(home, 'config'), 'utf8');

/** Nothing of these commands may start or ask the program. */
async function rolecall(...argv: string[]) {
  const env = {
    AWS_CONFIG_FILE: join(home, 'config'),
    AWS_SHARED_CREDENTIALS_FILE: join(home, 'credentials'),
    ROLECALL_DATA_DIR: join(home, 'data'),
  };
  const run = await runFake(argv, { env, running: false });
  expect(run).toMatchObject({ sent: [], started: 0 });
  expect(run.stdout + run.stderr).not.toContain('CANARY');
  return run;
}

describe('config, offline', () => {
  it('shows what the files say, without secrets, and touches nothing', async () => {
    put();
    const { stdout, status } = await rolecall('config', 'show', '--json');
    const shown = JSON.parse(stdout);
    expect(status).toBe(0);
    expect(Object.keys(shown)).toEqual(['profiles', 'ssoSessions', 'services', 'problems']);
    expect(shown.profiles.base).toEqual({
      mfa_serial: 'arn:aws:iam::111122223333:mfa/ada',
      aws_access_key_id: 'AKIAIOSFODNN7EXAMPLE',
      aws_secret_access_key: '(hidden)',
    });
    expect((await rolecall('config', 'show')).stdout).toContain('[profile dev]\nrole_arn = ');
    expect(readdirSync(home).sort()).toEqual(['config', 'credentials']);
  });

  it('gets, sets and unsets one key', async () => {
    put();
    expect((await rolecall('config', 'get', 'default', 'region')).stdout).toBe('eu-west-1\n');
    expect(await rolecall('config', 'get', 'base', 'aws_secret_access_key')).toMatchObject({ status: 1, stdout: '' });
    const set = await rolecall('config', 'set', 'default', 'region', 'us-east-1', '--json');
    expect(JSON.parse(set.stdout)).toEqual({ changed: [join(home, 'config')] });
    expect(config()).toBe(text.replace('eu-west-1', 'us-east-1'));
    expect((await rolecall('config', 'set', 'default', 'region', 'us-east-1')).stderr).toBe('Nothing to change.\n');
    await rolecall('config', 'unset', 'default', 'region');
    expect(config()).toBe(text.replace('region = eu-west-1\n', ''));
    expect(await rolecall('config', 'get', 'default', 'region')).toMatchObject({ status: 1 });
  });

  it.each([
    [['default', 'output', '-x'], '-x'],
    [['default', 'output', '--nope'], '--nope'],
    [['default', 'output', '-V'], '-V'],
    [['--json', 'default', 'output', '-x'], '-x'],
    [['default', 'output', '--json', '-x'], '-x'],
    [['default', 'output', '--', '--json'], '--json'],
    [['--', 'default', 'output', '--help'], '--help'],
  ])('sets values that look like options: %j', async (argv, value) => {
    put();
    expect(await rolecall('config', 'set', ...argv)).toMatchObject({ status: 0 });
    expect(config()).toBe(text.replace('eu-west-1\n', `eu-west-1\noutput = ${value}\n`));
  });

  it.each([
    [['default', 'region']],
    [['default', 'region', 'a', 'b']],
    [['default', 'region', 'CANARY\nx = y']],
    [['a]\n[CANARY', 'region', 'x']],
    [['dev', 'aws_secret_access_key', 'CANARY']],
    [['dev', 'AWS_Session_Token', 'CANARY']],
  ])('refuses %j and leaves the file as it was', async (argv) => {
    put();
    expect(await rolecall('config', 'set', ...argv)).toMatchObject({ status: 1 });
    expect(config() + readFileSync(join(home, 'credentials'), 'utf8')).toBe(text + keys);
  });

  it('sets keys of a sign-in session, with the profile or without', async () => {
    put();
    await rolecall('config', 'set', 'sso_region', 'eu-west-1', '--session', 'corp');
    await rolecall('config', 'set', 'dev', 'sso_start_url', 'https://x.awsapps.com/start', '--session=corp');
    expect(config()).toBe(
      `${text}[sso-session corp]\nsso_region = eu-west-1\nsso_start_url = https://x.awsapps.com/start\n`,
    );
  });

  it('renames and removes in both files', async () => {
    put();
    expect(await rolecall('config', 'rename', 'base', 'root')).toMatchObject({ status: 0 });
    expect(config()).toBe(text.replace('profile base', 'profile root').replace('= base', '= root'));
    expect(await rolecall('config', 'remove', 'root')).toMatchObject({ status: 0 });
    expect(readFileSync(join(home, 'credentials'), 'utf8')).toBe('');
    expect(await rolecall('config', 'remove', 'root')).toMatchObject({ status: 1 });
  });

  it('checks the files and the chains', async () => {
    put();
    const found = await rolecall('config', 'check', '--json');
    expect(found.status).toBe(1);
    expect(JSON.parse(found.stdout).broken.map((one: { profile: string }) => one.profile)).toEqual(['loop', 'other']);
    put('[default]\nregion = x\nstray\n');
    const stray = await rolecall('config', 'check');
    expect(stray).toMatchObject({ status: 1, stdout: expect.stringContaining(`${join(home, 'config')}:3: `) });
    put('[default]\nregion = x\n');
    expect(await rolecall('config', 'check')).toMatchObject({ status: 0 });
  });
});

describe('plan', () => {
  it('prints the hops in order, with what each will use', async () => {
    put();
    const { stdout, status } = await rolecall('plan', 'dev', '--json');
    expect(status).toBe(0);
    expect(JSON.parse(stdout)).toMatchObject([
      { kind: 'access-key', profile: 'base', accessKeyId: 'AKIAIOSFODNN7EXAMPLE', store: 'file' },
      {
        kind: 'assume-role',
        profile: 'dev',
        roleArn: 'arn:aws:iam::111122223333:role/dev',
        externalId: '-x',
        durationSeconds: 900,
      },
    ]);
    expect((await rolecall('plan', 'dev')).stdout).toMatch(/^1\. access-key {2}of base .*\n2\. assume-role {2}of dev /);
  });

  it('knows of keys in the keychain without asking it', async () => {
    put(text, '');
    expect(JSON.parse((await rolecall('plan', 'dev', '--json')).stdout)).toMatchObject({
      failure: { kind: 'key-missing', profile: 'base' },
    });
    const accessKeys = { base: { accessKeyId: 'AKIAIOSFODNN7EXAMPLE', userArn: 'arn:aws:iam::1:user/a', addedAt: 0 } };
    const data = join(home, 'data');
    mkdirSync(data);
    writeFileSync(join(data, 'settings.json'), JSON.stringify({ accessKeys }));
    expect(JSON.parse((await rolecall('plan', 'dev', '--json')).stdout)[0]).toMatchObject({ store: 'keychain' });
  });

  it.each([
    ['loop', 'chain-cycle'],
    ['gone', 'profile-not-found'],
  ])('fails for %s with a failure object', async (profile, kind) => {
    put();
    const { stdout, status } = await rolecall('plan', profile, '--json');
    expect(status).not.toBe(0);
    expect(JSON.parse(stdout)).toEqual({
      failure: {
        kind,
        message: expect.stringMatching(/./),
        profile: expect.any(String),
        remedy: expect.stringMatching(/./),
      },
    });
  });
});

describe('import', () => {
  const link = 'https://signin.aws.amazon.com/switchrole?account=012345678901&roleName=ops/Admin&displayName=ops';

  it('shows what it would write, writes it, and is content when it is there', async () => {
    put();
    const section = '[profile ops]\nrole_arn = arn:aws:iam::012345678901:role/ops/Admin\nsource_profile = base\n';
    const dry = await rolecall('import', link, '--source', 'base', '--dry-run');
    expect(dry).toMatchObject({ status: 0, stdout: expect.stringContaining('+[profile ops]') });
    expect(config()).toBe(text);
    const done = await rolecall('import', link, '--source', 'base', '--json');
    expect(JSON.parse(done.stdout)).toMatchObject({ from: 'a link', added: ['ops'], applied: true });
    expect(config()).toBe(`${text}\n${section}`);
    expect((await rolecall('import', link, '--source', 'base')).stderr).toContain('There already: ops.');
    expect(config()).toBe(`${text}\n${section}`);
  });

  it('reads a file, and says what it left out', async () => {
    put();
    const file = join(home, 'roles.ini');
    writeFileSync(file, '[a]\naws_account_id=012345678901\nrole_name=A\ncolor=fff\n[dev]\nrole_arn=other\n');
    expect(await rolecall('import', file, '--source', 'base')).toMatchObject({
      status: 1,
      stderr: expect.stringContaining('names already, or twice in it: dev'),
    });
    expect(config()).toBe(text);
    const run = await rolecall('import', file, '--source', 'base', '--prefix', 'x-');
    expect(run).toMatchObject({ status: 0, stderr: expect.stringContaining('Left out: color') });
    expect(config()).toContain('\n[profile x-a]\n');
    expect(await rolecall('import', join(home, 'not-there'))).toMatchObject({ status: 1 });
  });
});
