import { readFileSync } from 'node:fs';
import { expect, test } from './harness/test.ts';
import { totpOf, waitForNextCode } from './harness/totp.ts';
import { followLink, optionNamed, typeCode } from './harness/windows.ts';

test('from the tray to a switched role, and back', async ({ program }) => {
  const rolecall = await program({ keys: ['ada'] });
  const { sandbox, aws, cli } = rolecall;
  const tray = await rolecall.tray();
  const popover = await rolecall.window('popover');
  const configBefore = readFileSync(rolecall.configFile, 'utf8');

  await test.step('[default] is handed over: one edit, of nothing but [default]', async () => {
    expect(await cli(['config', 'default', 'on'])).toMatchObject({ status: 0 });
    const config = readFileSync(rolecall.configFile, 'utf8');
    expect(config).toContain(configBefore);
    expect(config).toContain(`credential_process = ${rolecall.launcher} credentials\n`);
  });

  await test.step('before a switch the AWS CLI is told that no role is active', async () => {
    await expect(aws.identity()).rejects.toThrow(/no role is active|no active/i);
  });

  await test.step('a role is pressed in the tray menu, and the MFA window asks for it', async () => {
    await tray.press('developer');
    const mfa = await rolecall.window('mfa');
    await expect(mfa.getByRole('heading')).toContainText('developer');
    await expect(mfa.getByText('Developer in account 111122223333')).toBeVisible();
    await expect(mfa.getByText('You, from the tray')).toBeVisible();
    await typeCode(mfa, await totpOf(sandbox, 'ada'));
  });

  await test.step('tray and row show the role, and the row counts down', async () => {
    await tray.entry(/^developer — active, \d+ min left/);
    await expect.poll(() => tray.tooltip()).toMatch(/developer, \d+ min left/);
    await tray.press('Open Rolecall');
    const row = optionNamed(popover, 'developer');
    await expect(row).toHaveAccessibleName(
      /^developer, Developer, account 111122223333, eu-central-1, the active role, active, /,
    );
    // "1h 00m" at first, then minutes and seconds.
    const counter = row.getByText(/^\d\d:\d\d$/);
    const shown = (await counter.textContent()) ?? '';
    await expect(counter, 'the row counts down').not.toHaveText(shown);
  });

  await test.step('the AWS CLI, which names no profile, is that role in its region', async () => {
    const { Arn, Account } = await aws.identity();
    expect(Account).toBe('111122223333');
    expect(Arn).toMatch(/^arn:aws:sts::111122223333:assumed-role\/Developer\//);
    expect(sandbox.requests().at(-1)).toMatchObject({ action: 'GetCallerIdentity', region: 'eu-central-1' });
  });

  await test.step('a second role needs no code', async () => {
    await tray.press('production-admin');
    await tray.entry(/^production-admin — PRODUCTION, active/);
    await tray.entry(/^Sign out of all 2 sessions$/);
    expect(await tray.tooltip()).toMatch(/production-admin, .* left; 1 other session$/);
    expect(rolecall.isOpen('mfa')).toBe(false);
    expect((await aws.identity()).Arn).toMatch(/^arn:aws:sts::444455556666:assumed-role\/ProductionAdmin\//);
    expect(sandbox.requests().filter(({ action }) => action === 'GetSessionToken')).toHaveLength(1);
    expect(sandbox.requests().at(-1)).toMatchObject({ region: 'us-east-1' });
  });

  await test.step('the console opens in the browser, and its page names the role', async () => {
    await tray.press('Open console');
    const page = await followLink(await rolecall.browser.nextLink());
    expect(page.title).toContain('Console');
    expect(page.text).toContain('ProductionAdmin/');
    expect(page.text).toContain('444455556666');
    expect(page.text).toContain('us-east-1.console.aws.amazon.com');
  });

  await test.step('signing out takes the credentials back at once', async () => {
    await tray.press('Sign out of all');
    await expect.poll(() => tray.tooltip()).not.toContain('left');
    const refused = await aws(['sts', 'get-caller-identity']);
    expect(refused.status).not.toBe(0);
    expect(refused.stderr).toMatch(/signed out|no role is active|no active/i);
    await expect(optionNamed(popover, 'production-admin')).not.toHaveAccessibleName(/active, /);
  });

  await test.step('a new session needs a new code', async () => {
    waitForNextCode(sandbox);
    await tray.press('developer');
    await typeCode(await rolecall.window('mfa'), await totpOf(sandbox, 'ada'));
    expect((await aws.identity()).Arn).toContain(':assumed-role/Developer/');
  });

  await test.step('[default] is taken back: the file is what it was', async () => {
    expect(await cli(['config', 'default', 'off'])).toMatchObject({ status: 0 });
    expect(readFileSync(rolecall.configFile, 'utf8')).toBe(configBefore);
  });
});

test('an adopted profile reaches Rolecall by its name', async ({ program }) => {
  const { cli, aws, sandbox, configFile } = await program({ keys: ['ada'] });
  const before = readFileSync(configFile, 'utf8');
  expect(await cli(['config', 'adopt', 'read-only'])).toMatchObject({ status: 0 });
  const code = await totpOf(sandbox, 'ada');
  expect(await cli(['switch', 'read-only', '--mfa-code-stdin'], { input: code })).toMatchObject({ status: 0 });
  expect((await aws.identity('read-only')).Arn).toContain(':assumed-role/ReadOnly/');
  expect(await cli(['config', 'release', 'read-only'])).toMatchObject({ status: 0 });
  expect(readFileSync(configFile, 'utf8')).toBe(before);
});
