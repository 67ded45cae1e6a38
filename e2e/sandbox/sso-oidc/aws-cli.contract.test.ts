import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { leadAwsCliTo } from '../../harness/aws-cli-endpoints.ts';
import { end, run, until } from '../../harness/processes.ts';
import { awsConfigFor } from '../aws-config.ts';
import { createSandbox, type Sandbox } from '../sandbox.ts';

const program = '/usr/bin/aws';
let sandbox: Sandbox;
let home: string;
let env: Record<string, string>;
beforeEach(async () => {
  sandbox = await createSandbox();
  home = mkdtempSync(join(tmpdir(), 'rc-sso-'));
  mkdirSync(join(home, '.aws'));
  writeFileSync(join(home, '.aws/config'), awsConfigFor(sandbox));
  leadAwsCliTo(sandbox, home);
  env = { HOME: home, PATH: '/usr/bin:/bin', LANG: 'C.UTF-8', AWS_EC2_METADATA_DISABLED: 'true' };
});
afterEach(async () => {
  await sandbox.close();
  rmSync(home, { recursive: true, force: true });
});

it('signs AWS CLI in by device code, renews its token, and signs it out', async () => {
  const { identityCenter } = sandbox;
  const login = spawn(program, ['sso', 'login', '--no-browser', '--profile', 'acme-admin'], { env });
  try {
    let said = '';
    login.stdout.setEncoding('utf8').on('data', (text: string) => {
      said += text;
    });
    const waiting = await until('AWS CLI to ask for a person', () => identityCenter.pending()[0]);
    await until('AWS CLI to show the code', () => said.includes(waiting.userCode ?? ''));
    identityCenter.decide(waiting.id, 'approve');
    await until('AWS CLI to be let in', () => said.includes('Successfully logged into'));
  } finally {
    await end(login);
  }

  const identity = async () => {
    const { status, stdout, stderr } = await run(program, ['sts', 'get-caller-identity', '--profile', 'acme-admin'], {
      env,
    });
    return status === 0 ? JSON.parse(stdout).Arn : stderr;
  };
  const role = expect.stringContaining('assumed-role/AWSReservedSSO_AdministratorAccess_');
  expect(await identity()).toEqual(role);

  // To AWS CLI the token's time is the file's; to the sandbox it is its own.
  const file = readdirSync(join(home, '.aws/sso/cache'))
    .map((name) => join(home, '.aws/sso/cache', name))
    .find((name) => readFileSync(name, 'utf8').includes('refreshToken'));
  const token = JSON.parse(readFileSync(file ?? '', 'utf8'));
  writeFileSync(file ?? '', JSON.stringify({ ...token, expiresAt: new Date().toISOString() }));
  identityCenter.expireAccessTokens();
  expect(await identity()).toEqual(role);
  expect(sandbox.countOf('RegisterClient')).toBe(1);

  await run(program, ['sso', 'logout'], { env });
  expect(sandbox.countOf('Logout')).toBe(1);
  expect(await identity()).toMatch(/token/i);
}, 180_000);
