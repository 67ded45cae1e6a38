import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { leadAwsCliTo } from './harness/aws-cli-endpoints.ts';
import { run } from './harness/processes.ts';
import { expect, test } from './harness/test.ts';

test('a code typed elsewhere signs in, its roles are served, and a sign-out takes them back', async ({ program }) => {
  const { cli, sandbox, browser, configFile } = await program({ args: ['--hidden'] });
  sandbox.identityCenter.answerAll('approve');

  await test.step('without a browser here', async () => {
    const login = await cli(['sso', 'login', '--device', '--no-browser']);
    expect(login).toMatchObject({ status: 0 });
    expect(login.stderr).toMatch(/Open this page to sign in: http.*\n.*code.*[A-Z]{4}-[A-Z]{4}/);
    expect(login.stdout).toContain('You are signed in to acme');
    expect(browser.opened()).toEqual([]);
    expect((await cli(['sso', 'status'])).stdout).toMatch(/acme\s+signed in, .*renewed by itself\s+2 profiles/);
  });

  await test.step('one request for each role', async () => {
    const credentials = JSON.parse((await cli(['credentials', 'acme-admin'])).stdout);
    expect(credentials).toMatchObject({ Version: 1, AccountId: '111122223333' });
    expect(Date.parse(credentials.Expiration)).toBeGreaterThan(sandbox.clock.now());
    expect((await cli(['switch', 'acme-production-read'])).stdout).toContain('is active');
    expect(sandbox.countOf('RegisterClient')).toBe(1);
    expect(sandbox.countOf('GetRoleCredentials')).toBe(2);
  });

  await test.step('an adopted profile is released to the byte', async () => {
    const before = readFileSync(configFile);
    expect(await cli(['config', 'adopt', 'acme-admin'])).toMatchObject({ status: 0 });
    expect(readFileSync(configFile, 'utf8')).toContain('rolecall_sso_account_id');
    expect(await cli(['config', 'release', 'acme-admin'])).toMatchObject({ status: 0 });
    expect(readFileSync(configFile)).toEqual(before);
  });

  await test.step('the sign-out ends it at AWS, and forgets it', async () => {
    expect((await cli(['sso', 'logout'])).stdout).toMatch(/^Signed out of acme, and of .*acme-admin/);
    expect(sandbox.countOf('Logout')).toBe(1);
    expect((await cli(['sso', 'status'])).stdout).toContain('not signed in');
    expect(await cli(['credentials', 'acme-admin'])).toMatchObject({ status: 1 });
  });
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
