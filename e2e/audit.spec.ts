import { readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Bridge } from './harness/bridge.ts';
import { expect, test } from './harness/test.ts';
import { totpOf } from './harness/totp.ts';

test('every hand-out is in the audit log, and a change of it is found', async ({ program }) => {
  const { cli, aws, sandbox, launcher, quit, browser, window, tray } = await program({
    args: ['--hidden'],
    keys: ['ada'],
  });
  const file = join(launcher, '../../audit/audit-000001.jsonl');
  const entries = async (...options: string[]) =>
    JSON.parse((await cli(['audit', '--json', ...options])).stdout).entries as Record<string, unknown>[];
  const verify = () => cli(['audit', '--verify', '--json']);

  await test.step('who was given what', async () => {
    const code = await totpOf(sandbox, 'ada');
    await cli(['switch', 'developer', '--mfa-code-stdin'], { input: `${code}\n` });
    expect(await cli(['config', 'default', 'on'])).toMatchObject({ status: 0 });
    const { Arn } = await aws.identity();
    expect((await entries()).map(({ event }) => event)).toEqual(['key-added', 'switch', 'file-edit', 'credentials']);
    const [handedOut] = await entries('--last', '1');
    expect(handedOut).toMatchObject({
      event: 'credentials',
      outcome: 'ok',
      door: 'socket',
      asker: {
        through: 'credential-process',
        uid: process.getuid?.(),
        program: { name: expect.stringMatching(/aws/), pid: expect.any(Number), path: expect.stringMatching(/^\//) },
      },
      profile: 'developer',
      arn: Arn,
      roleArn: expect.stringMatching(/:role\/Developer$/),
      accessKeyId: expect.stringMatching(/^ASIA/),
      assumedRoleId: expect.stringMatching(/^AROA.*:/),
      requestId: expect.stringMatching(/^[0-9a-f-]{36}$/),
      durationSeconds: expect.any(Number),
    });
    const asked = sandbox.requests().map((request) => JSON.stringify(request));
    expect(asked.some((request) => request.includes(String(handedOut?.requestId)))).toBe(true);
  });

  await test.step('also the console, and what was refused', async () => {
    await cli(['console', 'developer', '--service', 'ec2']);
    await browser.nextLink();
    await cli(['sign-out', 'developer']);
    await cli(['credentials', 'developer']);
    expect((await entries('--last', '3')).map(({ event, outcome, failure }) => [event, outcome, failure])).toEqual([
      ['console-open', 'ok', undefined],
      ['sign-out', 'ok', undefined],
      ['credentials', 'failed', { kind: 'signed-out' }],
    ]);
  });

  await test.step('the settings window shows it, searches it and follows it', async () => {
    await cli(['open']);
    const popover = await window('popover');
    await popover.evaluate(() =>
      (window as unknown as { rolecall: Bridge }).rolecall.showSettings?.({ section: 'audit' }),
    );
    const settings = await window('settings');
    await settings.getByText(/The log is intact/).waitFor();
    const listed = settings.getByRole('list', { name: 'Entries, newest first' }).getByRole('button');
    await expect(listed.first()).toHaveText(/Credentials · developer.*refused: signed out/);
    await cli(['lock']);
    // Locked, it shows nothing but that.
    await expect(listed).toHaveCount(0);
    await (await tray()).press('Unlock Rolecall');
    await expect(listed.first()).toHaveText(/^Unlock/);
    await settings.getByRole('searchbox', { name: 'Search the log' }).fill('assumed-role ec2');
    await expect(listed).toHaveCount(1);
    await listed.click();
    await settings.getByText(/assumed-role\/Developer/).waitFor();
    await settings.screenshot({ path: test.info().outputPath('audit.png') });
  });

  await test.step('is private, intact, and vouched for by the keychain', async () => {
    expect(statSync(file).mode & 0o777).toBe(0o600);
    await expect
      .poll(async () => JSON.parse((await verify()).stdout))
      .toMatchObject({ intact: true, lines: 9, vouchedFor: 9 });
  });

  await test.step('without the program a cut end, a changed line and a removed log are found', async () => {
    await quit();
    const log = readFileSync(file, 'utf8');
    const lines = log.split('\n');
    const tampered = async (text: string) => {
      writeFileSync(file, text);
      const { status, stdout } = await verify();
      return [status, JSON.parse(stdout).breaks];
    };
    expect(await tampered(`${lines.slice(0, 5).join('\n')}\n`)).toEqual([
      1,
      [{ kind: 'cut', file, line: 0, from: 6, to: 9 }],
    ]);
    expect(await tampered(log.replace('"signed-out"', '"cancelled"'))).toEqual([
      1,
      [{ kind: 'changed', file, line: 7 }],
    ]);
    expect(await tampered(log)).toEqual([0, []]);
    rmSync(file);
    expect(await verify()).toMatchObject({ status: 1, stdout: expect.stringContaining('"kind":"cut"') });
  });
});
