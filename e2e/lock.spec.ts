import { run } from './harness/processes.ts';
import { expect, test } from './harness/test.ts';
import { totpOf } from './harness/totp.ts';

test('locked, nothing is served by any way, until a person unlocks', async ({ program }) => {
  const rolecall = await program({ args: ['--hidden'], keys: ['ada'] });
  const { cli, aws, sandbox, launcher, env } = rolecall;
  const isLocked = async () => JSON.parse((await cli(['status', '--json'])).stdout).locked as boolean;
  const code = await totpOf(sandbox, 'ada');
  await cli(['switch', 'developer', '--mfa-code-stdin'], { input: `${code}\n` });
  await cli(['config', 'default', 'on']);
  const { Arn } = await aws.identity();

  await test.step('by hand, on the command line', async () => {
    expect(await cli(['lock'])).toMatchObject({ status: 0, stdout: 'Rolecall is locked.\n' });
    const before = sandbox.requests().length;
    for (const args of [
      ['credentials'],
      ['credentials', 'developer'],
      ['switch', 'read-only'],
      ['console', 'developer'],
    ])
      expect(await cli(args)).toMatchObject({ status: 1, stdout: '', stderr: expect.stringContaining('is locked') });
    const served = await run(launcher, ['credentials', 'developer'], { env: { ...env } });
    expect(served).toMatchObject({ stdout: '', stderr: expect.stringContaining('Unlock it') });
    await expect(aws.identity()).rejects.toThrow();
    expect(sandbox.requests().length).toBe(before);
    expect((await cli(['unlock'])).status).toBe(1);
    expect(await isLocked()).toBe(true);
  });

  await test.step('the popover shows the lock and unlocks; the session is the same', async () => {
    await cli(['open']);
    const popover = await rolecall.window('popover');
    await popover.getByRole('heading', { name: 'Rolecall is locked' }).waitFor();
    await expect(popover.getByText('developer')).toHaveCount(0);
    await popover.getByRole('button', { name: 'Unlock' }).click();
    await popover.getByLabel('Search profiles', { exact: true }).waitFor();
    expect(await aws.identity()).toMatchObject({ Arn });
  });

  await test.step('and so do the entries of the tray', async () => {
    const tray = await rolecall.tray();
    await tray.press('Lock');
    await expect.poll(isLocked).toBe(true);
    expect((await tray.menu()).map(({ label }) => label)).not.toContainEqual(expect.stringContaining('developer'));
    await tray.press('Unlock Rolecall');
    await expect.poll(isLocked).toBe(false);
  });

  await test.step('with the screen, by what a screen saver says on the session bus', async () => {
    const say = (active: boolean) =>
      run(
        'dbus-send',
        [
          '--session',
          '--type=signal',
          '/org/freedesktop/ScreenSaver',
          'org.freedesktop.ScreenSaver.ActiveChanged',
          `boolean:${active}`,
        ],
        { env: { ...env } },
      );
    await say(false);
    await say(true);
    await expect.poll(isLocked).toBe(true);
    const { entries } = JSON.parse((await cli(['audit', '--json', '--search', 'lock screen-lock'])).stdout);
    expect(entries).toMatchObject([{ event: 'lock', detail: 'screen-lock' }]);
    const refused = JSON.parse((await cli(['audit', '--json', '--search', 'credentials locked'])).stdout).entries;
    expect(refused.length).toBeGreaterThanOrEqual(4);
  });
});
