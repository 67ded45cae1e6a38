import { readFileSync, statSync } from 'node:fs';
import { run } from './harness/processes.ts';
import { expect, test } from './harness/test.ts';
import { totpOf, waitForNextCode, wrongCode } from './harness/totp.ts';
import { followLink } from './harness/windows.ts';

const json = ({ stdout }: { stdout: string }) => JSON.parse(stdout);

test('the main job on the command line', async ({ program }) => {
  const { cli, sandbox, aws, isOpen, browser } = await program({ args: ['--hidden'], keys: ['ada'] });

  await test.step('list', async () => {
    const listed = await cli(['list', '--json']);
    expect(listed.status).toBe(0);
    const { profiles } = json(listed);
    expect(profiles).toContainEqual(
      expect.objectContaining({ name: 'developer', accountId: '111122223333', roleName: 'Developer', needsCode: true }),
    );
    expect((await cli(['list'])).stdout).toMatch(
      /^PROFILE .*\n(.*\n)*developer +111122223333 +Developer +eu-central-1/,
    );
  });

  await test.step('switch, with the code from standard input', async () => {
    const code = await totpOf(sandbox, 'ada');
    const switched = await cli(['switch', 'developer', '--mfa-code-stdin', '--json'], { input: `${code}\n` });
    expect(switched).toMatchObject({ status: 0, stderr: '' });
    expect(json(switched)).toMatchObject({
      profile: 'developer',
      arn: expect.stringContaining(':assumed-role/Developer/'),
    });
    expect(isOpen('mfa')).toBe(false);
  });

  await test.step('status', async () => {
    expect(json(await cli(['status', '--json']))).toMatchObject({
      running: true,
      activeProfile: 'developer',
      active: { state: 'active' },
    });
    expect((await cli(['status'])).stdout).toMatch(/^developer +active +\d+ min left/);
  });

  await test.step('credentials are good for AWS, and the same for each who asks', async () => {
    const given = await cli(['credentials']);
    expect(given).toMatchObject({ status: 0, stderr: '' });
    expect(json(given)).toMatchObject({ Version: 1, AccountId: '111122223333' });
    expect(await cli(['credentials', 'developer'])).toMatchObject({ stdout: given.stdout });
  });

  await test.step('console, printed and opened', async () => {
    const { url } = json(
      await cli(['console', 'developer', '--print', '--json', '--region', 'eu-west-1', '--service', 'ec2']),
    );
    const page = await followLink(url);
    expect(page.text).toContain('Developer/');
    expect(page.text).toContain('https://eu-west-1.console.aws.amazon.com/ec2/home?region=eu-west-1');
    expect(await cli(['console', 'read-only'])).toMatchObject({ status: 0 });
    expect((await followLink(await browser.nextLink())).text).toContain('ReadOnly/');
  });

  await test.step('sign-out, of one and of all', async () => {
    expect(json(await cli(['sign-out', 'read-only', '--json']))).toEqual({ signedOut: ['read-only'] });
    expect(await cli(['sign-out'])).toMatchObject({ status: 0, stdout: 'Signed out of developer.\n' });
    const refused = await cli(['credentials', 'developer']);
    expect(refused).toMatchObject({ status: 1, stdout: '' });
    expect(refused.stderr).toMatch(/signed out/i);
    await expect(aws.identity()).rejects.toThrow();
  });
});

test('a failure has a status, a kind, a message and a remedy', async ({ program }) => {
  const { cli, sandbox, isOpen } = await program({ args: ['--hidden'], keys: ['ada'] });
  const refused = async (args: readonly string[], input?: string) => {
    const { status, stdout, stderr } = await cli([...args, '--json'], { input });
    expect(status).toBe(1);
    const { failure } = JSON.parse(stdout);
    expect(stderr).toContain(failure.message);
    expect(failure.remedy).not.toBe('');
    return failure.kind as string;
  };

  expect(await refused(['switch', 'nobody'])).toBe('profile-not-found');
  expect(await refused(['credentials'])).toBe('no-active-profile');
  expect(await refused(['switch', 'developer', '--mfa-code-stdin'], 'no code')).toBe('bad-input');
  const wrong = await wrongCode(sandbox, 'ada');
  expect(await refused(['switch', 'developer', '--mfa-code-stdin'], wrong)).toBe('mfa-wrong-code');
  // Not sent again: AWS has refused it a moment ago.
  expect(await refused(['switch', 'developer', '--mfa-code-stdin'], wrong)).toBe('mfa-wrong-code');
  expect(await refused(['no-such-command'])).toBe('bad-input');
  // A caller who brought a code is never followed by a prompt.
  expect(isOpen('mfa')).toBe(false);
  waitForNextCode(sandbox);
  const code = await totpOf(sandbox, 'ada');
  expect(await cli(['switch', 'developer', '--mfa-code-stdin'], { input: code })).toMatchObject({ status: 0 });
});

test('keys: added after AWS said whose they are, shown masked, removed', async ({ program }) => {
  const { cli, sandbox, desktop } = await program({ args: ['--hidden'] });
  const { accessKeyId, secretAccessKey, arn } = sandbox.user('bob');
  const add = (secret: string) =>
    cli(['keys', 'add', 'bob', '--access-key-id', accessKeyId, '--json'], { input: `${secret}\n` });

  expect(json(await add('wJalrXUtnFEMI/K7MDENG/notBobsEXAMPLEKEY00')).failure.kind).toBe('secret-wrong');
  expect(await desktop.keychain.items()).toEqual({});

  const added = await add(secretAccessKey);
  expect(added, added.stdout).toMatchObject({ status: 0 });
  expect(json(added)).toMatchObject({ profile: 'bob', userArn: arn });
  expect(added.stdout).not.toContain(accessKeyId);
  expect(Object.keys(await desktop.keychain.items())).toEqual(['bob']);
  expect(json(await cli(['keys', 'list', '--json'])).accessKeys).toHaveLength(1);

  expect(await cli(['keys', 'remove', 'bob'])).toMatchObject({ status: 0 });
  expect(await desktop.keychain.items()).toEqual({});
});

test('the program is started hidden when it does not run, and quit ends it', async ({ place }) => {
  const { cli, desktop } = await place();
  expect(json(await cli(['status', '--json']))).toEqual({ running: false });
  const listed = await cli(['list', '--json']);
  expect(listed).toMatchObject({ status: 0, stderr: '' });
  expect(json(listed).profiles.length).toBeGreaterThan(5);
  expect(json(await cli(['status', '--json']))).toMatchObject({ running: true });
  const visible = await run('xdotool', ['search', '--onlyvisible', '--name', 'Rolecall'], { env: { ...desktop.env } });
  expect(visible.stdout).toBe('');
  await cli(['quit']);
  await expect.poll(async () => json(await cli(['status', '--json']))).toEqual({ running: false });
});

test('the launcher that tools run hands out the same, and starts the program when it must', async ({ place }) => {
  const { cli, launcher, desktop, sandbox } = await place();
  const { accessKeyId, secretAccessKey } = sandbox.user('bob');
  expect(await cli(['keys', 'add', 'bob', '--access-key-id', accessKeyId], { input: secretAccessKey })).toMatchObject({
    status: 0,
  });
  // As a tool has it: HOME and PATH, and nothing of the desktop.
  const env = { HOME: desktop.home, PATH: desktop.env.PATH ?? '' };
  const first = await run(launcher, ['credentials', 'bob-read-only'], { env });
  expect(first).toMatchObject({ status: 0, stderr: '' });
  expect(json(await cli(['credentials', 'bob-read-only']))).toEqual(json(first));
});

test('an adopted profile starts the program for the AWS CLI, and every edit is taken back to the byte', async ({
  place,
}) => {
  const { cli, aws, configFile, desktop, launcher, sandbox } = await place();
  const { accessKeyId, secretAccessKey } = sandbox.user('bob');
  const before = { bytes: readFileSync(configFile, 'latin1'), mode: statSync(configFile).mode };
  const now = () => ({ bytes: readFileSync(configFile, 'latin1'), mode: statSync(configFile).mode });
  const done = async (args: readonly string[], input?: string) => {
    const ran = await cli(args, { input });
    expect(ran, args.join(' ')).toMatchObject({ status: 0 });
    return ran;
  };
  await done(['keys', 'add', 'bob', '--access-key-id', accessKeyId], secretAccessKey);
  expect(now()).toEqual(before);

  await test.step('a dry run shows the edit, and makes none', async () => {
    const shown = json(await done(['config', 'adopt', 'bob-read-only', '--dry-run', '--json']));
    expect(shown).toMatchObject({ applied: false, diff: expect.stringContaining(launcher) });
    expect(json(await done(['config', 'default', 'on', '--dry-run', '--json']))).toMatchObject({ applied: false });
    expect(now()).toEqual(before);
  });

  await test.step('the AWS CLI names the profile while no program runs', async () => {
    await done(['config', 'adopt', 'bob-read-only']);
    expect(now().bytes).toContain(`credential_process = ${launcher} credentials bob-read-only\n`);
    await done(['quit']);
    await expect.poll(async () => json(await cli(['status', '--json']))).toEqual({ running: false });
    // The local AWS is all that the AWS CLI hands on: on its own it knows HOME and PATH.
    const { status, stdout, stderr } = await aws(
      ['sts', 'get-caller-identity', '--output', 'json', '--profile', 'bob-read-only', '--region', 'us-east-1'],
      sandbox.environment,
    );
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
    expect(json({ stdout }).Arn).toContain(':assumed-role/ReadOnly/');
    expect(json(await cli(['status', '--json']))).toMatchObject({ running: true });
  });

  await test.step('with [default] handed over, tools follow the active role', async () => {
    await done(['config', 'default', 'on']);
    await expect(aws.identity()).rejects.toThrow(/no role is active/i);
    await done(['switch', 'bob-read-only']);
    expect((await aws.identity()).Arn).toContain(':assumed-role/ReadOnly/');
    await done(['sign-out', '--all']);
    await expect(aws.identity()).rejects.toThrow();
  });

  await test.step('what the launcher refuses has a status, a reason, and nothing on stdout', async () => {
    const env = { HOME: desktop.home, PATH: desktop.env.PATH ?? '' };
    const refused = await run(launcher, ['credentials', 'nobody'], { env });
    expect(refused).toMatchObject({ status: 1, stdout: '' });
    expect(refused.stderr).toContain('nobody');
  });

  await test.step('taken back', async () => {
    await done(['config', 'default', 'off']);
    await done(['config', 'release', 'bob-read-only']);
    expect(now()).toEqual(before);
    expect(json(await done(['config', 'release', 'bob-read-only', '--json']))).toMatchObject({ applied: false });
  });
});
