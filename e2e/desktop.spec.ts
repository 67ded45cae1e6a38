import { spawn } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Bridge } from './harness/bridge.ts';
import { untilFocused } from './harness/hand.ts';
import { run, until } from './harness/processes.ts';
import { launch, type Program } from './harness/program.ts';
import { swayWindows } from './harness/sway.ts';
import { expect, test } from './harness/test.ts';
import { totpOf } from './harness/totp.ts';
import { findTray } from './harness/tray.ts';
import { optionNamed, typeCode } from './harness/windows.ts';

async function settingsAt(rolecall: Program, section: 'general' | 'shortcuts') {
  const popover = await rolecall.window('popover');
  await popover.evaluate(
    (wanted) => (window as unknown as { rolecall: Bridge }).rolecall.showSettings?.({ section: wanted }),
    section,
  );
  return rolecall.window('settings');
}

test('keys from anywhere open the list; keys that the system refuses are said to be', async ({ program }) => {
  const rolecall = await program({ windowManager: true });
  const settings = await settingsAt(rolecall, 'shortcuts');
  const field = settings.getByRole('textbox', { name: 'Keys from anywhere' });
  const press = (keys: string) => run('xdotool', ['key', keys], { env: { ...rolecall.env } });
  const isVisible = () =>
    rolecall.app.evaluate(({ BrowserWindow }) =>
      BrowserWindow.getAllWindows().some(
        (window) => window.webContents.getURL().includes('popover') && window.isVisible(),
      ),
    );
  await field.press('Control+Alt+R');
  await expect(field).toHaveValue(/R/);
  await rolecall.app.evaluate(({ BrowserWindow }) => {
    for (const window of BrowserWindow.getAllWindows())
      if (window.webContents.getURL().includes('popover')) window.hide();
  });
  await expect.poll(isVisible).toBe(false);
  await press('ctrl+alt+r');
  await expect.poll(isVisible).toBe(true);
  await untilFocused(rolecall, /^Rolecall$/);
  await press('ctrl+alt+r');
  await expect.poll(isVisible).toBe(false);

  // The window manager has these for itself.
  await field.press('Alt+F4');
  await expect(settings.getByRole('alert')).toContainText('The system does not give Rolecall the keys Alt+F4');
  await field.press('Control+Alt+K');
  await expect(settings.getByRole('alert')).toHaveCount(0);
});

test('the list opens where the pointer is now, not where it last was over a window', async ({ program }) => {
  const rolecall = await program({ windowManager: true, args: ['--hidden'] });
  const popover = () =>
    rolecall.app.evaluate(({ BrowserWindow }) => {
      const window = BrowserWindow.getAllWindows().find(({ webContents }) => webContents.getURL().includes('popover'));
      const { x = 0, width = 0 } = window?.getBounds() ?? {};
      return window?.isVisible() ? x + width / 2 : undefined;
    });
  // Each time on the panel, above which no window of the program is.
  for (const x of [900, 400]) {
    await run('xdotool', ['mousemove', String(x), '14'], { env: { ...rolecall.env } });
    await rolecall.cli(['open']);
    await expect.poll(popover).toBeCloseTo(x, -1);
    await (await rolecall.window('popover')).getByLabel('Search profiles', { exact: true }).press('Escape');
    await expect.poll(popover).toBe(undefined);
  }
});

test('after a code the focus goes back to where the person was: the settings, beside the list', async ({ program }) => {
  const rolecall = await program({ windowManager: true, keys: ['ada'] });
  await rolecall.window('popover');
  await (await rolecall.tray()).press('Settings…');
  const settings = await rolecall.window('settings');
  await untilFocused(rolecall, /^Settings/);
  await settings.getByRole('tab', { name: 'Access keys' }).click();
  await settings.getByRole('button', { name: 'Rotate…' }).click();
  await settings.getByRole('button', { name: 'Rotate', exact: true }).click();
  const mfa = await rolecall.window('mfa');
  await expect(mfa.getByText('You, in the settings')).toBeVisible();
  await untilFocused(rolecall, /^MFA code/);
  await typeCode(mfa, await totpOf(rolecall.sandbox, 'ada'));
  await expect(settings.getByText(/^Done\. The old key/).first()).toBeAttached();
  const focused = () =>
    rolecall.app.evaluate(({ BrowserWindow }) => BrowserWindow.getFocusedWindow()?.webContents.getURL());
  await expect.poll(focused).toContain('settings');
});

test('under Wayland every window shows, and the settings say that there are no keys from anywhere', async ({
  program,
}) => {
  const rolecall = await program({ wayland: true, args: ['--ozone-platform=wayland'], keys: ['ada'] });
  const shown = async () => (await swayWindows(rolecall.env)).map(({ title }) => title);
  await expect.poll(shown).toEqual(['Rolecall']);
  const popover = await rolecall.window('popover');

  await test.step('also after it was hidden', async () => {
    await popover.getByLabel('Search profiles', { exact: true }).press('Escape');
    await expect.poll(shown).toEqual([]);
    await rolecall.cli(['open']);
    await expect.poll(shown).toEqual(['Rolecall']);
  });

  await test.step('the prompt has the focus, and its code serves', async () => {
    await (await rolecall.tray()).press('developer');
    const mfa = await rolecall.window('mfa');
    await expect.poll(() => swayWindows(rolecall.env)).toContainEqual({ title: 'MFA code · Rolecall', focused: true });
    await typeCode(mfa, await totpOf(rolecall.sandbox, 'ada'));
    await expect(optionNamed(popover, 'developer')).toHaveAccessibleName(/the active role/);
  });

  await test.step('keys are refused, with what to do instead', async () => {
    const settings = await settingsAt(rolecall, 'shortcuts');
    await expect.poll(shown).toHaveLength(2);
    await settings.getByRole('textbox', { name: 'Keys from anywhere' }).press('Control+Alt+R');
    await expect(settings.getByRole('alert')).toContainText('it runs Wayland');
  });
});

test('start at login is the desktop’s word: set, taken back, and mended after the program was moved', async ({
  place,
}) => {
  const home = await place();
  const file = join(home.env.HOME ?? '', '.config/autostart/rolecall.desktop');
  const entry = () => readFileSync(file, 'utf8');
  const change = (from: RegExp | string, to: string) => writeFileSync(file, entry().replace(from, to));
  const box = async (rolecall: Program) =>
    (await settingsAt(rolecall, 'general')).getByRole('switch', { name: 'Start at login' });
  let exec = '';

  await test.step('switched on, the entry starts a program without a window', async () => {
    const rolecall = await launch(home);
    await expect(await box(rolecall)).not.toBeChecked();
    expect(existsSync(file)).toBe(false);
    await (await box(rolecall)).click();
    await expect(await box(rolecall)).toBeChecked();
    await expect.poll(() => existsSync(file)).toBe(true);
    exec = /^Exec=.*$/m.exec(entry())?.[0] ?? '';
    await rolecall.quit();

    // Not `run`: what it starts would keep its output open.
    spawn('gio', ['launch', file], { env: { ...home.env }, stdio: 'ignore' });
    await until('the program to listen', async () =>
      (await home.cli(['status', '--json'])).stdout.includes('"running":true'),
    );
    await (await findTray(home.desktop.bus)).entry(/^Quit/);
    const { stdout } = await run('xdotool', ['search', '--onlyvisible', '--name', 'Rolecall'], {
      env: { ...home.env },
    });
    expect(stdout).toBe('');
    await home.cli(['quit']);
    await until('its end', async () => (await home.cli(['status', '--json'])).stdout.includes('"running":false'));
  });

  await test.step('a program that was moved is named anew at its next start', async () => {
    change(exec, 'Exec=/old/rolecall --hidden');
    const rolecall = await launch(home);
    await expect.poll(entry).toContain(`${exec}\n`);

    await test.step('switched off in the desktop, it shows as off when the settings open', async () => {
      change('X-GNOME-Autostart-enabled=true', 'X-GNOME-Autostart-enabled=false');
      await expect(await box(rolecall)).not.toBeChecked();
      await (await box(rolecall)).click();
      await expect.poll(entry).toContain('X-GNOME-Autostart-enabled=true');
      await (await box(rolecall)).click();
      await expect.poll(() => existsSync(file)).toBe(false);
    });
    await rolecall.quit();
  });
});
