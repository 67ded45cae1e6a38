import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { openAccessKeyWindow } from './harness/bridge.ts';
import { traceIpc } from './harness/ipc-trace.ts';
import { end } from './harness/processes.ts';
import type { WindowName } from './harness/program.ts';
import { expect, test } from './harness/test.ts';
import { totpOf } from './harness/totp.ts';
import { filesWith, heapOf, holds, processesWith } from './harness/traces.ts';
import { optionNamed, typeCode } from './harness/windows.ts';

test('secrets reach no page, no file, no command line and no output', async ({ program }) => {
  const rolecall = await program({ keys: ['bob'] });
  const { sandbox, cli, app, desktop } = rolecall;
  const tray = await rolecall.tray();
  const popover = await rolecall.window('popover');
  const ada = sandbox.user('ada');
  const ipcTrace = await traceIpc(app);
  const processOf = (name: WindowName) =>
    app.evaluate(
      ({ BrowserWindow }, page) =>
        BrowserWindow.getAllWindows()
          .find(({ webContents }) => webContents.getURL().endsWith(`/${page}.html`))
          ?.webContents.getOSProcessId() ?? 0,
      name,
    );

  await test.step('a key is added in its window, whose process ends with it', async () => {
    await openAccessKeyWindow(popover);
    const form = await rolecall.window('access-key');
    const pid = await processOf('access-key');
    expect(pid).not.toBe(await processOf('popover'));
    await form.getByLabel('Profile', { exact: true }).fill('ada');
    await form.getByLabel('Access key ID').fill(ada.accessKeyId);
    await form.getByLabel('Secret access key').fill(ada.secretAccessKey);
    expect(holds(await heapOf(app, form), [ada.secretAccessKey]), 'the search finds a secret that is there').toBe(true);
    const closed = form.waitForEvent('close');
    await form.getByRole('button', { name: 'Check and save' }).click();
    await closed;
    expect(Object.keys(await desktop.keychain.items()).sort()).toEqual(['ada', 'bob']);
    await expect.poll(() => existsSync(`/proc/${pid}`)).toBe(false);
  });

  await tray.press('Open Rolecall');
  const search = popover.getByLabel('Search profiles', { exact: true });
  await search.fill('developer');
  await search.press('Enter');
  const code = await totpOf(sandbox, 'ada');
  await typeCode(await rolecall.window('mfa'), code);
  await expect(optionNamed(popover, 'developer')).toHaveAccessibleName(/the active role/);
  await tray.press('Open Rolecall');
  await search.press('Control+Enter');
  // The browser is handed an address that leads on once: the sign-in stands on no command line, not even its own.
  const signInToken = (link: string) => new URL(link).searchParams.get('SigninToken') ?? '';
  const opened = signInToken(await rolecall.browser.nextLink());
  expect(holds(rolecall.browser.commandLines().join('\n'), ['http://127.0.0.1:'])).toBe(true);
  expect(holds(rolecall.browser.commandLines().join('\n'), [opened])).toBe(false);

  const handedOut = await Promise.all(
    ['developer', 'read-only', 'bob-read-only'].map(async (profile) =>
      JSON.parse((await cli(['credentials', profile])).stdout),
    ),
  );
  const printed = signInToken(JSON.parse((await cli(['console', 'developer', '--print', '--json'])).stdout).url);
  const secrets = [
    ...sandbox.users.map(({ secretAccessKey }) => secretAccessKey),
    ...handedOut.flatMap(({ SecretAccessKey, SessionToken }) => [SecretAccessKey, SessionToken] as string[]),
    printed,
  ];
  expect([...secrets, opened].every((secret) => secret.length >= 16)).toBe(true);

  await test.step('the heap of the page', async () => {
    // Proof that the search finds what is there: a string made at run time, and what the page does show.
    await popover.evaluate(() => {
      (window as unknown as { control: string }).control = ['canary', 'control', 'string'].join('-');
    });
    const heap = await heapOf(app, popover);
    expect(holds(heap, ['canary-control-string'])).toBe(true);
    expect(holds(heap, ['assumed-role/Developer/'])).toBe(true);
    for (const [at, secret] of [...secrets, opened].entries()) {
      expect(holds(heap, [secret]), `secret ${at}`).toBe(false);
    }
  });

  await test.step('after signing out in the page', async () => {
    await tray.press('Open Rolecall');
    await popover.getByRole('button', { name: 'Menu' }).click();
    await popover.getByRole('menuitem', { name: 'Sign out of all' }).click();
    await expect(optionNamed(popover, 'developer')).not.toHaveAccessibleName(/active/);
    expect(holds(await heapOf(app, popover), [...secrets, opened])).toBe(false);
  });

  await test.step('a new MFA window', async () => {
    await tray.press('production-admin');
    const mfa = await rolecall.window('mfa');
    await mfa.getByText('ProductionAdmin in account').waitFor();
    const heap = await heapOf(app, mfa);
    expect(holds(heap, ['ProductionAdmin'])).toBe(true);
    expect(holds(heap, [...secrets, opened])).toBe(false);
  });

  await test.step('what main told the pages', async () => {
    const trace = await ipcTrace();
    expect(holds(trace, ['assumed-role/Developer/'])).toBe(true);
    expect(trace).toContain('"sessionsChanged"');
    expect(trace).toContain('["rolecall:now","listProfiles",{"ok":true');
    expect(holds(trace, [...secrets, opened])).toBe(false);
  });

  await test.step('command lines and environments', async () => {
    const canary = 'canary-of-a-command-line';
    const child = spawn('sleep', ['60'], { argv0: canary, stdio: 'ignore' });
    expect(processesWith([canary])).toEqual([`/proc/${child.pid}/cmdline`]);
    await end(child);
    expect(processesWith([...secrets, opened])).toEqual([]);
  });

  await test.step('files: ~/.aws, settings, launch record, launcher, Chromium’s profile, the socket’s folder', async () => {
    const everything = join(desktop.home, '..');
    const data = join(rolecall.launcher, '../..');
    const controls = {
      'profile production-admin': rolecall.configFile,
      '"developer"': rolecall.settingsFile,
      DBUS_SESSION_BUS_ADDRESS: join(data, 'launch.json'),
      '--unix-socket': rolecall.launcher,
    };
    for (const [control, file] of Object.entries(controls)) expect(filesWith(everything, [control])).toContain(file);
    expect(existsSync(join(data, 'electron'))).toBe(true);
    expect(filesWith(everything, secrets)).toEqual([]);
  });
  expect(holds(rolecall.output(), [...secrets, opened, code])).toBe(false);
});
