import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { leadAwsCliTo } from './harness/aws-cli-endpoints.ts';
import { run } from './harness/processes.ts';
import { expect, test } from './harness/test.ts';

/** The browser as far as HTTP goes: follows the link to its end. */
async function followInBrowser(link: string): Promise<string> {
  const answer = await fetch(link);
  return answer.text();
}

test('a code typed elsewhere signs in, and a role of Identity Center is served', async ({ program }) => {
  const { cli, sandbox, browser } = await program({ args: ['--hidden'] });
  sandbox.identityCenter.answerAll('approve');
  const login = await cli(['sso', 'login', '--device', '--no-browser']);
  expect(login).toMatchObject({ status: 0 });
  expect(login.stderr).toMatch(/Open this page to sign in: http.*\n.*code.*[A-Z]{4}-[A-Z]{4}/);
  expect(login.stdout).toContain('You are signed in to acme');
  expect(browser.opened()).toEqual([]);

  const credentials = JSON.parse((await cli(['credentials', 'acme-admin'])).stdout);
  expect(credentials).toMatchObject({ Version: 1, AccountId: '111122223333' });
  expect(Date.parse(credentials.Expiration)).toBeGreaterThan(sandbox.clock.now());
  expect((await cli(['switch', 'acme-production-read'])).stdout).toContain('is active');
  expect(sandbox.countOf('RegisterClient')).toBe(1);
  expect(sandbox.countOf('GetRoleCredentials')).toBe(2);
});

test('the browser signs in by default, and its answer ends the listener', async ({ program }) => {
  const { cli, sandbox, browser } = await program({ args: ['--hidden'] });
  sandbox.identityCenter.answerAll('approve');
  const login = cli(['sso', 'login']);
  const link = await browser.nextLink();
  expect(new URL(link).searchParams.get('code_challenge_method')).toBe('S256');
  expect(await followInBrowser(link)).toContain('You can close this tab');
  expect(await login).toMatchObject({ status: 0 });
  await expect(fetch(new URL(link).searchParams.get('redirect_uri') ?? '')).rejects.toThrow();
  expect((await cli(['sso', 'status'])).stdout).toMatch(/acme\s+signed in, .*renewed by itself\s+2 profiles/);
});

test('many tools at once wait for one sign-in, and each role is asked for once', async ({ program }) => {
  const { cli, aws, sandbox, browser } = await program({ args: ['--hidden'] });
  for (const profile of ['acme-admin', 'acme-production-read'])
    expect(await cli(['config', 'adopt', profile])).toMatchObject({ status: 0 });
  sandbox.identityCenter.answerAll('approve');
  const tools = Array.from({ length: 6 }, (_, i) => aws.identity(i % 2 ? 'acme-admin' : 'acme-production-read'));
  await expect
    .poll(async () => (await cli(['sso', 'status'])).stdout, { timeout: 20_000 })
    .toContain('a tool waits for it');
  expect(browser.opened()).toEqual([]);
  const login = cli(['sso', 'login']);
  await followInBrowser(await browser.nextLink());
  await login;
  expect(new Set((await Promise.all(tools)).map(({ Account }) => Account))).toEqual(
    new Set(['111122223333', '444455556666']),
  );
  expect(sandbox.countOf('CreateToken')).toBe(1);
  expect(sandbox.countOf('GetRoleCredentials')).toBe(2);
});

test('an adopted profile of Identity Center is released to the byte', async ({ program }) => {
  const { cli, configFile } = await program({ args: ['--hidden'] });
  const before = readFileSync(configFile);
  expect(await cli(['config', 'adopt', 'acme-admin'])).toMatchObject({ status: 0 });
  expect(readFileSync(configFile, 'utf8')).toContain('rolecall_sso_account_id');
  expect(await cli(['config', 'release', 'acme-admin'])).toMatchObject({ status: 0 });
  expect(readFileSync(configFile)).toEqual(before);
});

test('a sign-out ends the sign-in at AWS and forgets it', async ({ program }) => {
  const { cli, sandbox } = await program({ args: ['--hidden'] });
  sandbox.identityCenter.answerAll('approve');
  await cli(['sso', 'login', '--device', '--no-browser']);
  await cli(['switch', 'acme-admin']);
  expect((await cli(['sso', 'logout'])).stdout).toBe('Signed out of acme, and of acme-admin.\n');
  expect(sandbox.countOf('Logout')).toBe(1);
  expect((await cli(['sso', 'status'])).stdout).toContain('not signed in');
  expect(await cli(['credentials', 'acme-admin'])).toMatchObject({ status: 1 });
});

test('a token of the AWS CLI spares the sign-in, and is not written', async ({ program }) => {
  const { cli, sandbox, desktop, env } = await program({ args: ['--hidden'] });
  leadAwsCliTo(sandbox, desktop.home);
  sandbox.identityCenter.answerAll('approve');
  const login = await run('/usr/bin/aws', ['sso', 'login', '--profile', 'acme-admin', '--no-browser'], {
    env: { ...env, AWS_EC2_METADATA_DISABLED: 'true' },
  });
  expect(login.stderr).toBe('');
  const cache = join(desktop.home, '.aws/sso/cache');
  const files = () => readdirSync(cache).map((name) => readFileSync(join(cache, name), 'utf8'));
  const before = files();
  expect((await cli(['sso', 'status'])).stdout).toContain('signed in by the AWS CLI');
  expect(await cli(['credentials', 'acme-admin'])).toMatchObject({ status: 0 });
  expect(files()).toEqual(before);
});
