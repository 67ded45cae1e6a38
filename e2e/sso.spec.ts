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

test('an organisation is imported in one edit, and a sync leaves alone what the person changed', async ({
  program,
}) => {
  const { cli, sandbox, configFile } = await program({ args: ['--hidden'] });
  const { identityCenter } = sandbox;
  identityCenter.answerAll('approve');
  await cli(['sso', 'login', '--device', '--no-browser']);
  const before = readFileSync(configFile, 'utf8');

  await test.step('a look changes nothing', async () => {
    const looked = await cli(['sso', 'import', '--region', 'eu-west-1', '--dry-run']);
    expect(looked).toMatchObject({ status: 0, stderr: expect.stringContaining('3 new') });
    expect(looked.stdout).toContain('+[profile Acme-Billing-Billing]');
    expect(readFileSync(configFile, 'utf8')).toBe(before);
  });

  await test.step('the import adds what has no profile yet, and no other byte changes', async () => {
    expect(await cli(['sso', 'import', '--region', 'eu-west-1'])).toMatchObject({ status: 0 });
    const after = readFileSync(configFile, 'utf8');
    expect(after.startsWith(before)).toBe(true);
    expect((await cli(['list'])).stdout).toMatch(/Acme-Main-ReadOnlyAccess +111122223333 +ReadOnlyAccess +eu-west-1/);
    expect(await cli(['credentials', 'Acme-Billing-Billing'])).toMatchObject({ status: 0 });
    expect((await cli(['sso', 'import'])).stderr).toContain('Nothing to change');
  });

  await test.step('the sync shows new, gone and renamed, and writes just that', async () => {
    await cli(['config', 'set', 'Acme-Main-ReadOnlyAccess', 'output', 'json']);
    const account = (name: string) => identityCenter.organization().find((one) => one.name === name);
    const { id = '', email = '' } = account('Acme Main') ?? {};
    identityCenter.putAccount({ id, email, name: 'Acme Prime', roles: ['AdministratorAccess', 'Auditor'] });
    identityCenter.removeAccount(account('Acme Billing')?.id ?? '');
    const synced = await cli(['sso', 'sync']);
    expect(synced.stderr).toMatch(/1 new, 1 gone/);
    expect(synced.stderr).toContain(
      'Acme-Main-ReadOnlyAccess leads to a role that AWS does not list any more; it stays',
    );
    const names = (await cli(['list'])).stdout;
    expect(names).toContain('Acme-Prime-Auditor');
    expect(names).toContain('Acme-Main-ReadOnlyAccess');
    expect(names).not.toContain('Acme-Billing-Billing');
    expect((await cli(['config', 'get', 'Acme-Main-ReadOnlyAccess', 'output'])).stdout).toBe('json\n');
  });
});

test('the window signs in by hand-off, and imports step by step', async ({ program }) => {
  const { window, sandbox, browser, configFile, cli } = await program();
  const popover = await window('popover');
  await popover.evaluate(() =>
    (window as unknown as { rolecall: Record<string, (input: object) => Promise<unknown>> }).rolecall.showSettings?.({
      section: 'identity-center',
    }),
  );
  const page = await window('settings');
  await page.getByRole('button', { name: 'Sign in', exact: true }).click();
  const link = await browser.nextLink();
  await expect(page.getByText('Finish in your browser')).toBeVisible();
  sandbox.identityCenter.answerAll('approve');
  await followInBrowser(link);
  await expect(page.getByText(/Signed in, .* left/)).toBeVisible();

  await page.getByRole('button', { name: 'Import…' }).click();
  await page.getByRole('checkbox', { name: /^AdministratorAccess/ }).click();
  await page.getByLabel('Region of the profiles').fill('eu-west-1');
  await page.getByRole('button', { name: 'See the changes' }).click();
  await expect(page.getByText('Acme-Billing-Billing').first()).toBeVisible();
  expect(readFileSync(configFile, 'utf8')).not.toContain('Acme-Billing-Billing');
  await page.getByRole('button', { name: /^Write \d profiles$/ }).click();
  await expect(page.getByText(/profiles were written/)).toBeVisible();
  expect((await cli(['list'])).stdout).toContain('Acme-Billing-Billing');
});
