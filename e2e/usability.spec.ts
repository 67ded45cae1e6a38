import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright';
import { createHand, type Hand, untilFocused } from './harness/hand.ts';
import { run } from './harness/processes.ts';
import { launch, type Program, projectRoot } from './harness/program.ts';
import { expect, test } from './harness/test.ts';
import { totpOf, waitForNextCode } from './harness/totp.ts';

interface Doing extends Program {
  readonly hand: Hand;
  /** The keys from anywhere: the list is open and has the keyboard. */
  openList(): Promise<Page>;
}

/** What a task does, and how it is seen to be done. */
type Task = (doing: Doing) => Promise<void>;

const activeRole = async ({ cli }: Program): Promise<string | null> =>
  JSON.parse((await cli(['status', '--json'])).stdout).activeProfile;
const search = async (rolecall: Program) =>
  (await rolecall.window('popover')).getByLabel('Search profiles', { exact: true });
const codeIsAsked = async (rolecall: Program) => {
  const mfa = await rolecall.window('mfa');
  await untilFocused(rolecall, /MFA code/);
  await expect(mfa.getByRole('textbox', { name: 'MFA code' })).toBeFocused();
};
const titleOf = async (link: Promise<string>) => decodeURIComponent(await link);

/** In the order in which each finds what it needs. Their names are those of the table. */
const tasks: Readonly<Record<string, Task>> = {
  async 'Switch to a role that asks for a code'(doing) {
    const code = await totpOf(doing.sandbox, 'ada');
    await doing.openList();
    await doing.hand.type('developer');
    await expect(await search(doing)).toHaveValue('developer');
    await doing.hand.press('Return');
    await codeIsAsked(doing);
    await doing.hand.type(code);
    await expect.poll(() => activeRole(doing)).toBe('developer');
  },

  async 'Switch to any role'(doing) {
    await doing.openList();
    await doing.hand.type('production-admin');
    await expect(await search(doing)).toHaveValue('production-admin');
    await doing.hand.press('Return');
    await expect.poll(() => activeRole(doing)).toBe('production-admin');
  },

  async 'Switch to the role used before'(doing) {
    await doing.openList();
    await doing.hand.press('Return');
    await expect.poll(() => activeRole(doing)).toBe('developer');
  },

  async 'Sign out of the active role'(doing) {
    const popover = await doing.openList();
    await doing.hand.click(
      popover.getByRole('region', { name: 'Active role' }).getByRole('button', { name: 'Sign out' }),
    );
    await expect.poll(() => activeRole(doing)).toBeNull();
  },

  async 'Switch to a role in the tray’s menu'(doing) {
    await doing.hand.openTray();
    await doing.hand.choose('read-only');
    await expect.poll(() => activeRole(doing)).toBe('read-only');
  },

  async 'Open the console of the active role'(doing) {
    const before = doing.browser.opened().length;
    await doing.hand.openTray();
    await doing.hand.choose('Open console');
    expect(await titleOf(doing.browser.nextLink(before))).toContain('eu-west-1');
  },

  async 'Open any service’s console in the active role'(doing) {
    const before = doing.browser.opened().length;
    await doing.openList();
    await doing.hand.type('s3');
    await expect(await search(doing)).toHaveValue('s3');
    await doing.hand.press('ctrl+Return');
    expect(await titleOf(doing.browser.nextLink(before))).toMatch(/eu-west-1[^&]*\/s3\//);
  },

  async 'Open any service’s console in any role'(doing) {
    const before = doing.browser.opened().length;
    await doing.openList();
    await doing.hand.type('developer');
    await doing.hand.type(' ec2');
    await expect(await search(doing)).toHaveValue('developer ec2');
    await doing.hand.press('ctrl+Return');
    expect(await titleOf(doing.browser.nextLink(before))).toMatch(/eu-central-1[^&]*\/ec2\//);
  },

  async 'Hand `[default]` to Rolecall'(doing) {
    const popover = await doing.openList();
    await doing.hand.press('ctrl+k');
    await doing.hand.click(popover.getByRole('menuitem', { name: 'Hand [default] to Rolecall…' }));
    await doing.hand.click(popover.getByRole('button', { name: 'Hand over' }));
    await expect.poll(() => readFileSync(doing.configFile, 'utf8')).toContain(`${doing.launcher} credentials`);
  },

  async 'See who was given credentials'(doing) {
    await doing.hand.openTray();
    await doing.hand.choose('Settings…');
    const settings = await doing.window('settings');
    await doing.hand.click(settings.getByRole('tab', { name: 'Audit log' }));
    await expect(settings.getByRole('button', { name: /developer/ }).first()).toBeVisible();
  },

  async 'Change the region of a profile'(doing) {
    const profile = await activeRole(doing);
    await doing.hand.openTray();
    await doing.hand.choose('Settings…');
    const settings = await doing.window('settings');
    await untilFocused(doing, /Settings/);
    await expect(settings.getByRole('combobox', { name: `Profile: ${profile}` })).toBeVisible();
    await doing.hand.click(settings.getByLabel('Region'));
    await doing.hand.press('ctrl+a');
    await doing.hand.type('eu-north-1');
    await doing.hand.press('Return');
    await expect(settings.getByRole('button', { name: 'Set', exact: true })).toBeFocused();
    await doing.hand.press('Return');
    await expect.poll(() => readFileSync(doing.configFile, 'utf8')).toContain('region = eu-north-1');
  },

  async 'Find out why a role is refused'(doing) {
    const popover = await doing.openList();
    await doing.hand.type('billing-without-id');
    await doing.hand.press('Return');
    await doing.hand.click(popover.getByRole('button', { name: 'Why?' }).last());
    await expect(popover.getByText(/ExternalId|external id/i).first()).toBeVisible();
  },

  async 'Give a waiting program its code'(doing) {
    await doing.cli(['sign-out', '--all']);
    waitForNextCode(doing.sandbox);
    const code = await totpOf(doing.sandbox, 'ada');
    const program = run(doing.launcher, ['credentials', 'chained'], { env: { ...doing.env } });
    await doing.window('mfa');
    await doing.hand.openTray();
    await doing.hand.choose('Enter MFA code…');
    await codeIsAsked(doing);
    await doing.hand.type(code);
    expect((await program).stdout).toContain('SessionToken');
  },

  async 'Put an access key into the keychain'(doing) {
    const { accessKeyId, secretAccessKey } = doing.sandbox.user('ada');
    const popover = await doing.openList();
    await doing.hand.press('ctrl+k');
    await doing.hand.click(popover.getByRole('menuitem', { name: 'Add access key…' }));
    const form = await doing.window('access-key');
    await untilFocused(doing, /[Aa]ccess key/);
    await expect(form.getByLabel('Access key ID')).toBeFocused();
    await doing.hand.paste(accessKeyId);
    await doing.hand.press('Tab');
    await doing.hand.paste(secretAccessKey);
    await doing.hand.press('Return');
    await expect(form.getByText(':user/ada')).toBeVisible();
  },

  async Lock(doing) {
    await doing.hand.openTray();
    await doing.hand.choose('Lock');
    await expect.poll(async () => JSON.parse((await doing.cli(['status', '--json'])).stdout).locked).toBe(true);
  },
};

/** Task → number of actions, as the table says. */
function promised(): Readonly<Record<string, number>> {
  const page = readFileSync(join(projectRoot, 'docs/usability.md'), 'utf8');
  const rows = [...page.matchAll(/^\| (.+?) \| (\d+) \| .+ \|$/gm)];
  return Object.fromEntries(rows.map(([, name, count]) => [(name ?? '').replaceAll("'", '’'), Number(count)]));
}

test('every task takes the number of actions that docs/usability.md says', async ({ place }) => {
  const home = await place();
  // Both are one setting each, made once: the keys, and the first start behind.
  const settings = { version: 1, welcomed: true, preferences: { shortcut: 'Control+Alt+R' } };
  writeFileSync(home.settingsFile, JSON.stringify(settings));
  const rolecall = await launch(home, { args: ['--hidden'], keys: ['ada'] });
  const taken: Record<string, number> = {};
  for (const [name, perform] of Object.entries(tasks)) {
    await test.step(name, async () => {
      await closeAll(rolecall);
      const hand = createHand(rolecall);
      const openList = async () => {
        await hand.press('ctrl+alt+r');
        const popover = await rolecall.window('popover');
        await expect(await search(rolecall)).toBeFocused();
        await untilFocused(rolecall, /^Rolecall$/);
        return popover;
      };
      await perform({ ...rolecall, hand, openList });
      taken[name] = hand.count();
    });
  }
  await rolecall.quit();
  expect(taken).toEqual(promised());
  expect(Object.keys(taken)).toHaveLength(15);
});

/** As long after the last use: no window is there, and another program has the keyboard. */
async function closeAll({ app }: Program): Promise<void> {
  await app.evaluate(({ BrowserWindow }) => {
    for (const window of BrowserWindow.getAllWindows()) window.destroy();
  });
}
