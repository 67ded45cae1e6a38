import { chmodSync } from 'node:fs';
import type { Check, Diagnosis } from '../electron/core/doctor/check.ts';
import type { Program } from './harness/program.ts';
import { expect, test } from './harness/test.ts';
import { totpOf } from './harness/totp.ts';
import { optionNamed } from './harness/windows.ts';
import { awsConfigFor } from './sandbox/aws-config.ts';
import type { Sandbox } from './sandbox/sandbox.ts';

/** A role that `bob` may not assume, because nobody of his account is named in it. */
const config = (sandbox: Sandbox) => `${awsConfigFor(sandbox)}
[profile closed]
role_arn = ${sandbox.role('Chained').arn}
source_profile = bob
external_id = agreed
role_session_name = bob-at-work
`;

async function diagnose({ cli }: Program, profile: string, input?: string): Promise<Diagnosis & { exit: number }> {
  const args = ['doctor', profile, '--json', ...(input === undefined ? [] : ['--mfa-code-stdin'])];
  const { status, stdout, stderr } = await cli(args, input === undefined ? {} : { input });
  expect(stdout, stderr).not.toBe('');
  return { ...JSON.parse(stdout), exit: status };
}

const statuses = (checks: readonly Check[]) => Object.fromEntries(checks.map(({ id, status }) => [id, status]));

test('a refused role: who asks, what was sent, and a trust policy that does admit', async ({ program }) => {
  const rolecall = await program({ config, keys: ['bob', 'ada'] });
  const { sandbox, cli } = rolecall;
  const bob = sandbox.user('bob');

  const { proposal, checks, failure, exit } = await diagnose(rolecall, 'closed');
  expect(exit).toBe(1);
  expect(statuses(checks)).toMatchObject({ plan: 'passed', key: 'passed', identity: 'passed', outcome: 'failed' });
  expect(checks.find(({ id }) => id === 'identity')?.why).toContain(bob.arn);
  expect(failure).toMatchObject({ kind: 'not-authorized', causes: expect.any(Array) });
  expect(JSON.parse(proposal?.trustPolicy ?? '').Statement[0]).toMatchObject({
    Principal: { AWS: bob.arn },
    Condition: { StringEquals: { 'sts:ExternalId': 'agreed', 'sts:RoleSessionName': 'bob-at-work' } },
  });
  for (const secret of [bob.secretAccessKey, sandbox.user('ada').secretAccessKey])
    expect(JSON.stringify({ proposal, checks, failure })).not.toContain(secret);

  await test.step('saved by the owner, it admits bob as he asks, and nobody else', async () => {
    sandbox.saveTrust('Chained', proposal?.trustPolicy ?? '');
    sandbox.allow('bob', proposal?.identityPolicy ?? '');
    const now = await diagnose(rolecall, 'closed');
    expect(now).toMatchObject({
      exit: 0,
      checks: expect.arrayContaining([expect.objectContaining({ id: 'outcome', status: 'passed' })]),
    });
    expect(now.proposal).toBeUndefined();
    // The profile `chained` asks for the same role, from another role and without the external id.
    const code = await totpOf(sandbox, 'ada');
    const other = await cli(['switch', 'chained', '--mfa-code-stdin', '--json'], { input: code });
    expect(JSON.parse(other.stdout).failure).toMatchObject({ kind: 'not-authorized' });
  });
});

test('a device that is not the user’s is found out, and the right one offered', async ({ program }) => {
  const rolecall = await program({
    keys: ['ada'],
    config: (sandbox) =>
      `[profile ada]\nregion = eu-central-1\n[profile lost]\nrole_arn = ${sandbox.role('Developer').arn}\nsource_profile = ada\nmfa_serial = ${sandbox.user('ada').mfaSerial}-lost\n`,
  });
  const { checks } = await diagnose(rolecall, 'lost', await totpOf(rolecall.sandbox, 'ada'));
  const mfa = checks.find(({ id }) => id === 'mfa');
  expect(mfa).toMatchObject({ status: 'failed', why: expect.stringContaining('is not a device of this user') });
  expect(mfa?.fixes?.[0]?.command).toBe(
    `rolecall config set lost mfa_serial ${rolecall.sandbox.user('ada').mfaSerial}`,
  );
});

test('the list says why, shows the change before it is made, and copies the policy', async ({ program }) => {
  const rolecall = await program({
    keys: ['ada'],
    config: (sandbox) => {
      const { mfaSerial } = sandbox.user('ada');
      const role = `role_arn = ${sandbox.role('Developer').arn}\nsource_profile = ada\n`;
      return `[profile ada]\nregion = eu-central-1\n\n[profile named]\n${role}mfa_serial = ${mfaSerial}\n\n[profile unnamed]\n${role}`;
    },
  });
  const popover = await rolecall.window('popover');
  await popover.getByRole('searchbox').fill('unnamed');
  await popover.getByRole('searchbox').press('Enter');
  await expect(optionNamed(popover, 'unnamed')).toHaveAccessibleName(/failed: /);
  await popover.getByRole('button', { name: 'Why?' }).click();

  const panel = popover.getByRole('region', { name: 'Why unnamed fails' });
  await expect(panel.getByText(/may demand MFA, and "unnamed" names no mfa_serial/)).toBeVisible();
  expect(rolecall.sandbox.countOf('AssumeRole')).toBe(1);
  await panel.getByRole('button', { name: 'Copy' }).first().click();
  await expect(panel.getByRole('button', { name: 'Copied' })).toBeVisible();
  const copied = await rolecall.app.evaluate(({ clipboard }) => clipboard.readText());
  expect(JSON.parse(copied).Statement[0].Principal).toEqual({ AWS: rolecall.sandbox.user('ada').arn });

  await panel.getByRole('button', { name: 'Set mfa_serial…' }).first().click();
  await expect(popover.getByText(`mfa_serial = ${rolecall.sandbox.user('ada').mfaSerial}`)).toBeVisible();
  await popover.getByRole('button', { name: 'Set', exact: true }).click();
  await expect(popover.getByText('“unnamed” is changed.')).toBeVisible();
  const code = await totpOf(rolecall.sandbox, 'ada');
  const switched = await rolecall.cli(['switch', 'unnamed', '--mfa-code-stdin', '--json'], { input: code });
  expect(JSON.parse(switched.stdout)).toMatchObject({ profile: 'unnamed' });
});

test('this computer: what is wrong with it is found, without the program and with it', async ({ place, program }) => {
  const look = async ({ cli }: Pick<Program, 'cli'>) => {
    const { status, stdout } = await cli(['doctor', '--json']);
    return { status, checks: JSON.parse(stdout).checks as Check[] };
  };
  const empty = await place({
    credentials: () => '[spare]\naws_access_key_id = AKIAIOSFODNN7EXAMPLE\naws_secret_access_key = spare\n',
  });
  chmodSync(empty.credentialsFile, 0o644);
  empty.sandbox.clock.advance(10 * 60_000);
  const without = await look(empty);
  expect(without.status).toBe(1);
  expect(statuses(without.checks)).toMatchObject({
    files: 'passed',
    permissions: 'failed',
    'keys-in-clear': 'notice',
    keychain: 'passed',
    network: 'passed',
    clock: 'failed',
    program: 'notice',
    launcher: 'notice',
    tray: 'passed',
  });
  // Looking starts nothing.
  expect((await empty.cli(['status', '--json'])).stdout).toContain('"running":false');

  const rolecall = await program();
  await rolecall.desktop.keychain.lock();
  const running = await look(rolecall);
  expect(statuses(running.checks)).toMatchObject({
    keychain: 'notice',
    network: 'passed',
    clock: 'passed',
    program: 'passed',
    socket: 'passed',
    memory: 'passed',
    launcher: 'passed',
    default: 'notice',
  });
  await rolecall.sandbox.close();
  expect(statuses((await look(rolecall)).checks)).toMatchObject({ network: 'failed' });
});
