import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { run } from './harness/processes.ts';
import { launch } from './harness/program.ts';
import { expect, test } from './harness/test.ts';
import { totpOf } from './harness/totp.ts';
import { filesWith } from './harness/traces.ts';
import { optionNamed, typeCode } from './harness/windows.ts';
import { awsConfigFor, awsCredentialsFor } from './sandbox/aws-config.ts';

/** Every name, byte, mode and time of change below a folder. */
function everything(folder: string): unknown {
  return readdirSync(folder, { withFileTypes: true, recursive: true })
    .map((entry) => join(entry.parentPath, entry.name))
    .sort()
    .map((path) => {
      const { mode, mtimeMs, ino } = statSync(path);
      return { path, mode, mtimeMs, ino, bytes: statSync(path).isFile() && readFileSync(path, 'latin1') };
    });
}

test('a first start, a switch and a quit change nothing in ~/.aws', async ({ place }) => {
  // As people have it: comments, odd spaces, Windows line ends, keys in clear, no line end at the end.
  const home = await place({
    config: (sandbox) =>
      `# mine\r\n${awsConfigFor(sandbox)}\n[profile   spaced ]\n  region=eu-west-1 ; why\ns3 =\n  max = 3`,
    credentials: (sandbox) => awsCredentialsFor(sandbox, ['ada', 'bob']),
  });
  const folder = join(home.configFile, '..');
  const before = everything(folder);
  const rolecall = await launch(home);
  await (await rolecall.tray()).press('bob-read-only');
  await (await rolecall.tray()).entry(/^bob-read-only — active/);
  await rolecall.quit();
  expect(everything(folder)).toEqual(before);
});

test('the first window says what was found, and leads on', async ({ program }) => {
  const rolecall = await program({ firstStart: true });
  const popover = await rolecall.window('popover');
  await expect(popover.getByRole('heading', { name: /^Rolecall found \d+ profiles$/ })).toBeVisible();
  await expect(popover.getByText(/^Nothing was changed/)).toBeVisible();
  await expect(popover.getByRole('button', { name: 'Hand [default] to Rolecall…' })).toBeVisible();
  await expect(popover.getByRole('option')).toHaveCount(0);
  await popover.getByRole('button', { name: 'Show the list' }).click();
  await expect(popover.getByRole('option').first()).toBeVisible();
  await popover.reload();
  await expect(popover.getByRole('option').first()).toBeVisible();
});

test('without a tray host there is a window, and it does the main job', async ({ program }) => {
  const rolecall = await program({ trayHost: false, keys: ['ada'] });
  const popover = await rolecall.window('popover');
  const visible = () =>
    rolecall.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().map((window) => window.isVisible()));
  // It is shown once it is painted.
  await expect.poll(visible).toEqual([true]);
  const search = popover.getByLabel('Search profiles', { exact: true });
  await search.fill('111122223333 devel');
  await expect(popover.getByRole('option')).toHaveCount(2);
  await search.fill('developer');
  await search.press('Enter');
  await typeCode(await rolecall.window('mfa'), await totpOf(rolecall.sandbox, 'ada'));
  await expect(optionNamed(popover, 'developer')).toHaveAccessibleName(/the active role/);
  await search.press('Control+Enter');
  await rolecall.browser.nextLink();
});

test('quitting signs out, and leaves no credential behind', async ({ place }) => {
  const home = await place();
  const first = await launch(home, { keys: ['bob'] });
  expect(await first.cli(['switch', 'bob-read-only'])).toMatchObject({ status: 0 });
  const { SecretAccessKey, SessionToken } = JSON.parse((await first.cli(['credentials'])).stdout);
  await first.quit();
  expect(filesWith(home.desktop.home, [SecretAccessKey, SessionToken])).toEqual([]);
  expect(JSON.parse((await home.cli(['status', '--json'])).stdout)).toEqual({ running: false });

  const second = await launch(home);
  expect(JSON.parse((await second.cli(['status', '--json'])).stdout)).toMatchObject({
    activeProfile: null,
    sessions: {},
  });
  const refused = await run(home.launcher, ['credentials'], { env: { HOME: home.desktop.home, PATH: home.env.PATH } });
  expect(refused).toMatchObject({ status: 1, stdout: '' });
  expect(refused.stderr).toMatch(/no role is active|no active/i);
  await second.quit();
});

test('a new profile in the file appears by itself', async ({ program }) => {
  const rolecall = await program();
  const popover = await rolecall.window('popover');
  await expect(popover.getByRole('option').first()).toBeAttached();
  await popover.getByLabel('Search profiles').fill('aaa-new');
  await expect(optionNamed(popover, 'aaa-new')).not.toBeAttached();
  const config = readFileSync(rolecall.configFile, 'utf8');
  writeFileSync(
    rolecall.configFile,
    `${config}\n[profile aaa-new]\nrole_arn = arn:aws:iam::111122223333:role/New\nsource_profile = bob\n`,
  );
  await expect(optionNamed(popover, 'aaa-new')).toBeAttached();
});
