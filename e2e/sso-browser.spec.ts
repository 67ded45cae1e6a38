import type { Page } from 'playwright';
import { distributionsChromium } from './harness/chromium.ts';
import { run } from './harness/processes.ts';
import type { Program } from './harness/program.ts';
import { expect, test } from './harness/test.ts';
import { awsConfigFor } from './sandbox/aws-config.ts';
import type { Sandbox } from './sandbox/sandbox.ts';

test.use({ launchOptions: distributionsChromium });

const minuteMs = 60_000;
const allow = (page: Page) => page.getByRole('button', { name: 'Allow access' }).click();
const deny = (page: Page) => page.getByRole('button', { name: 'Deny access' }).click();

/** Starts `rolecall sso login` and opens the page it asks the browser for. */
async function startLogin({ cli, browser }: Program, page: Page, options: readonly string[] = [], session = 'acme') {
  const known = browser.opened().length;
  const interrupt = new AbortController();
  const ended = cli(['sso', 'login', session, ...options], { interrupt: interrupt.signal });
  const link = await browser.nextLink(known);
  await page.goto(link);
  return { ended, link: new URL(link), interrupt: () => interrupt.abort() };
}
const stateOf = async ({ cli }: Program) => JSON.parse((await cli(['sso', 'status', '--json'])).stdout).sessions[0];

test('signing in with the browser, the AWS CLI as that role, and signing out', async ({ program, page }) => {
  const rolecall = await program();
  const { aws, cli, sandbox } = rolecall;
  expect(await cli(['config', 'adopt', 'acme-admin'])).toMatchObject({ status: 0 });

  await test.step('the page asks, and the answer comes back to Rolecall alone', async () => {
    const login = await startLogin(rolecall, page);
    expect(login.link.searchParams.get('code_challenge_method')).toBe('S256');
    expect(login.link.searchParams.get('redirect_uri')).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/oauth\/callback$/);
    await expect(page.getByRole('heading')).toContainText('Allow Rolecall');
    await allow(page);
    await expect(page).toHaveTitle('Rolecall: Back to Rolecall');
    expect(await login.ended).toMatchObject({ status: 0, stdout: expect.stringContaining('signed in to acme') });
    expect(await stateOf(rolecall)).toMatchObject({ name: 'acme', state: 'signed-in', renews: true });
    const callback = login.link.searchParams.get('redirect_uri') ?? '';
    await expect(fetch(callback), 'nobody listens any more').rejects.toThrow();
  });

  await test.step('the AWS CLI is the role that Identity Center assigns', async () => {
    const { Account, Arn } = await aws.identity('acme-admin');
    expect(Account).toBe('111122223333');
    expect(Arn).toContain(':assumed-role/AWSReservedSSO_AdministratorAccess_');
    await aws.identity('acme-admin');
    expect(sandbox.countOf('GetRoleCredentials')).toBe(1);
  });

  await test.step('signing out tells AWS, and takes the credentials back', async () => {
    expect(await cli(['sso', 'logout'])).toMatchObject({ status: 0 });
    expect(sandbox.countOf('Logout')).toBe(1);
    expect(await stateOf(rolecall)).toMatchObject({ state: 'signed-out' });
  });
});

test('what a person does instead: each ends with its reason, and nothing hangs', async ({ program, page, context }) => {
  const rolecall = await program();
  const { sandbox } = rolecall;

  await test.step('refuse', async () => {
    const login = await startLogin(rolecall, page);
    await deny(page);
    await expect(page).toHaveTitle('Rolecall: Not signed in');
    expect(await login.ended).toMatchObject({ status: 1, stderr: expect.stringContaining('refused') });
    expect(await stateOf(rolecall)).toMatchObject({ state: 'signed-out' });
  });

  await test.step('close the tab, and press Ctrl+C where it was asked for', async () => {
    const tab = await context.newPage();
    const login = await startLogin(rolecall, tab);
    await tab.close();
    expect(await stateOf(rolecall)).toMatchObject({ state: 'signing-in' });
    login.interrupt();
    expect((await login.ended).status).not.toBe(0);
    await expect.poll(async () => (await stateOf(rolecall)).state).toBe('signed-out');
    const callback = login.link.searchParams.get('redirect_uri') ?? '';
    await expect(fetch(callback), 'nobody listens any more').rejects.toThrow();
  });

  await test.step('a page that guesses the state changes nothing; the true answer is still taken', async () => {
    const login = await startLogin(rolecall, page);
    const callback = login.link.searchParams.get('redirect_uri') ?? '';
    const tab = await context.newPage();
    // An empty 403, for which Chromium has a page of its own.
    const guess = tab.goto(`${callback}?code=of-somebody-else&state=guessed`);
    await expect(guess).rejects.toThrow('ERR_HTTP_RESPONSE_CODE_FAILURE');
    await tab.close();
    expect(await stateOf(rolecall)).toMatchObject({ state: 'signing-in' });
    expect(sandbox.countOf('CreateToken')).toBe(0);
    await allow(page);
    expect(await login.ended).toMatchObject({ status: 0 });
    expect(sandbox.countOf('RegisterClient'), 'one registration served them all').toBe(1);
    await rolecall.cli(['sso', 'logout']);
  });

  await test.step('be so slow that the code has expired', async () => {
    const login = await startLogin(rolecall, page);
    const asked = sandbox.countOf('CreateToken');
    sandbox.faults.add({ kind: 'latency', service: 'sso-oidc', action: 'CreateToken', delayMs: 500, times: 1 });
    await allow(page);
    await expect.poll(() => sandbox.countOf('CreateToken')).toBe(asked + 1);
    sandbox.clock.advance(11 * minuteMs);
    expect(await login.ended).toMatchObject({ status: 1, stderr: expect.stringContaining('rolecall sso login') });
    sandbox.clock.reset();
  });
});

test('signing in with a code: compared, refused, expired, allowed', async ({ program, page }) => {
  const rolecall = await program();
  const { sandbox } = rolecall;
  const start = () => startLogin(rolecall, page, ['--device']);

  await test.step('refuse', async () => {
    const login = await start();
    await deny(page);
    await expect(page.getByRole('heading')).toHaveText('Request denied');
    expect(await login.ended).toMatchObject({ status: 1, stderr: expect.stringContaining('refused') });
  });

  await test.step('let the code expire', async () => {
    const login = await start();
    sandbox.clock.advance(11 * minuteMs);
    expect(await login.ended).toMatchObject({ status: 1, stderr: expect.stringContaining('ran out') });
    sandbox.clock.reset();
  });

  await test.step('type the code by hand, compare it, and allow', async () => {
    const login = await start();
    const userCode = login.link.searchParams.get('user_code') ?? '';
    await page.goto(new URL('/device', login.link).href);
    await page.getByLabel('Code').fill(userCode.toLowerCase());
    await page.getByRole('button', { name: 'Confirm and continue' }).click();
    await expect(page.getByText(userCode)).toBeVisible();
    await allow(page);
    const { status, stderr } = await login.ended;
    expect([status, stderr.includes(userCode)]).toEqual([0, true]);
    expect(await stateOf(rolecall)).toMatchObject({ state: 'signed-in' });
  });
});

test('fifty tools at once cause one sign-in, and one call for each role', async ({ program, page }) => {
  const rolecall = await program();
  const { browser, cli, env, launcher, sandbox } = rolecall;
  const profiles = ['acme-admin', 'acme-production-read'];
  const tools = Array.from({ length: 50 }, (_, index) =>
    run(launcher, ['credentials', profiles[index % 2] ?? ''], { env }),
  );
  await expect.poll(async () => (await stateOf(rolecall)).wanted).toBe(true);
  expect(browser.opened(), 'no tool opens a browser').toEqual([]);

  const login = await startLogin(rolecall, page);
  await allow(page);
  expect(await login.ended).toMatchObject({ status: 0 });
  const answers = await Promise.all(tools);
  expect(answers.filter(({ status }) => status !== 0)).toEqual([]);
  const keys = new Set(answers.map(({ stdout }) => JSON.parse(stdout).AccessKeyId));
  expect([keys.size, sandbox.countOf('GetRoleCredentials'), sandbox.countOf('CreateToken')]).toEqual([2, 2, 1]);
  expect(browser.opened()).toHaveLength(1);
  await cli(['sso', 'logout']);
});

test('the console, a role beyond, and a profile of the old form', async ({ program, page }) => {
  const region = 'eu-west-1';
  const legacy = (sandbox: Sandbox) => {
    const { startUrl, region: ssoRegion } = sandbox.identityCenter;
    return { sso_start_url: startUrl, sso_region: ssoRegion, sso_account_id: '012345678901', sso_role_name: 'Billing' };
  };
  const rolecall = await program({
    config: (sandbox) =>
      awsConfigFor(sandbox) +
      section('profile beyond', { role_arn: sandbox.role('ReadOnly').arn, source_profile: 'acme-admin', region }) +
      section('profile old-form', { ...legacy(sandbox), region }),
  });
  const { aws, browser, cli, sandbox } = rolecall;
  for (const profile of ['beyond', 'old-form']) {
    expect(await cli(['config', 'adopt', profile])).toMatchObject({ status: 0 });
  }

  await test.step('the console opens for a role of Identity Center, without a duration', async () => {
    const login = await startLogin(rolecall, page);
    await allow(page);
    expect(await login.ended).toMatchObject({ status: 0 });
    const known = browser.opened().length;
    expect(await cli(['console', 'acme-admin'])).toMatchObject({ status: 0 });
    await page.goto(await browser.nextLink(known));
    await expect(page.getByText(/^AWSReservedSSO_AdministratorAccess_\w+\/ada@acme\.example$/)).toBeVisible();
    const asked = sandbox.requests().find(({ action }) => action === 'getSigninToken');
    expect(asked?.parameters).not.toHaveProperty('SessionDuration');
  });

  await test.step('it is the source of a further role, for an hour', async () => {
    expect((await aws.identity('beyond')).Arn).toContain(':assumed-role/ReadOnly/');
    const asked = sandbox.requests().find(({ action }) => action === 'AssumeRole');
    expect(Number(asked?.parameters.DurationSeconds)).toBeLessThanOrEqual(3600);
  });

  await test.step('the old form is a sign-in of its own, for the day', async () => {
    const login = await startLogin(rolecall, page, [], sandbox.identityCenter.startUrl);
    await allow(page);
    expect(await login.ended).toMatchObject({ status: 0 });
    expect((await aws.identity('old-form')).Account).toBe('012345678901');
    const { sessions } = JSON.parse((await cli(['sso', 'status', '--json'])).stdout);
    expect(sessions).toContainEqual(expect.objectContaining({ legacy: true, state: 'signed-in', renews: false }));
  });
});

function section(name: string, values: Readonly<Record<string, string>>): string {
  const lines = Object.entries(values).map(([key, value]) => `${key} = ${value}\n`);
  return `\n[${name}]\n${lines.join('')}`;
}
