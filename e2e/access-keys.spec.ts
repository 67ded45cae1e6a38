import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { run } from './harness/processes.ts';
import { sdkClients } from './harness/sdk-clients.ts';
import { expect, test } from './harness/test.ts';
import { totpOf } from './harness/totp.ts';
import { awsCredentialsFor } from './sandbox/aws-config.ts';
import type { Sandbox } from './sandbox/sandbox.ts';

/** Bob's key among what a person may have beside it: remarks, CRLF, bytes that are no UTF-8, no last line break. */
const credentials = (sandbox: Sandbox) =>
  `# work\r\n${awsCredentialsFor(sandbox, ['bob']).replaceAll('\n', '\r\n')}# \u00e4 theirs\r\n[other]\r\nregion = x`;

test('a key in clear moves into the keychain, tools go on, and it comes back to the byte', async ({ program }) => {
  const rolecall = await program({ credentials });
  const { cli, aws, sandbox, credentialsFile, configFile, desktop } = rolecall;
  const { secretAccessKey } = sandbox.user('bob');
  const before = [readFileSync(credentialsFile), readFileSync(configFile)];
  const identities = { 'AWS CLI': aws.identity, ...sdkClients(rolecall) };
  const filesWith = async (text: string) =>
    (await run('grep', ['-rlaF', '--exclude-dir=keyrings', text, desktop.home])).stdout.split('\n').filter(Boolean);

  await test.step('it is found, and the change is shown without it', async () => {
    expect((await cli(['keys', 'find'])).stdout).toMatch(/bob +AKIA….* lines 3 and 4/);
    const dry = await cli(['keys', 'take', 'bob', '--dry-run']);
    expect(dry.stdout).toContain('-aws_secret_access_key = (hidden)');
    expect(dry.stdout + dry.stderr).not.toContain(secretAccessKey);
    expect(readFileSync(credentialsFile)).toEqual(before[0]);
  });

  await test.step('it is proved, kept, and its two lines leave the file; no file holds it any more', async () => {
    const taken = await cli(['keys', 'take', 'bob', '--adopt']);
    expect(taken, taken.stderr).toMatchObject({ status: 0 });
    expect(sandbox.requests().at(-1)).toMatchObject({ action: 'GetCallerIdentity' });
    const lines = String(before[0]).split('\r\n');
    expect(readFileSync(credentialsFile, 'utf8')).toBe(lines.filter((line) => !line.startsWith('aws_')).join('\r\n'));
    expect(await filesWith(secretAccessKey)).toEqual([]);
  });

  for (const [name, identity] of Object.entries(identities)) {
    await test.step(`${name} is still bob`, async () => {
      expect((await identity('bob')).Arn).toBe(sandbox.user('bob').arn);
    });
  }

  await test.step('rotated, the old key is gone and the new one works', async () => {
    const rotated = await cli(['keys', 'rotate', 'bob']);
    expect(rotated, rotated.stderr).toMatchObject({ status: 0 });
    const actions = sandbox.requests().map(({ action }) => action);
    expect(actions.indexOf('CreateAccessKey')).toBeLessThan(actions.lastIndexOf('UpdateAccessKey'));
    expect(actions.lastIndexOf('UpdateAccessKey')).toBeLessThan(actions.lastIndexOf('DeleteAccessKey'));
    expect((await aws.identity('bob')).Arn).toBe(sandbox.user('bob').arn);
    const checked = await cli(['keys', 'check', 'bob', '--json']);
    expect(JSON.parse(checked.stdout).bob.keys).toMatchObject([{ kept: true, status: 'active' }]);
  });

  await test.step('released and put back, it stands where it stood: the new one now', async () => {
    expect(await cli(['config', 'release', 'bob'])).toMatchObject({ status: 0 });
    expect(readFileSync(configFile)).toEqual(before[1]);
    expect(await cli(['keys', 'put-back', 'bob'])).toMatchObject({ status: 0 });
    const text = readFileSync(credentialsFile, 'utf8');
    const blank = (all: string) => all.replaceAll(/^(aws_\w+ = ).*$/gm, '$1');
    expect(blank(text)).toBe(blank(String(before[0])));
    expect(text).not.toContain(secretAccessKey);
    expect((await aws.identity('bob')).Arn).toBe(sandbox.user('bob').arn);
  });
});

test('what does not work is not taken in; a rotation asks for a code where the user has a device', async ({
  program,
}) => {
  const { cli, sandbox, credentialsFile, desktop } = await program({
    keys: ['ada'],
    credentials: (aws) => awsCredentialsFor(aws, ['bob']).replace(/(secret_access_key = )./, '$1x'),
  });
  const before = readFileSync(credentialsFile);
  const refused = await cli(['keys', 'take', 'bob']);
  expect(refused).toMatchObject({ status: 1, stderr: expect.stringContaining('the file is as it was') });
  expect(readFileSync(credentialsFile)).toEqual(before);

  const rotated = await cli(['keys', 'rotate', 'ada', '--mfa-code-stdin'], { input: await totpOf(sandbox, 'ada') });
  expect(rotated, rotated.stderr).toMatchObject({ status: 0 });
  expect(sandbox.requests().filter(({ action }) => action === 'GetSessionToken')).toHaveLength(1);
  const settings = readFileSync(join(desktop.home, '.config/rolecall/settings.json'), 'utf8');
  expect(settings).not.toContain('secret');
});
