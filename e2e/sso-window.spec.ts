import type { Page } from 'playwright';
import { leadAwsCliTo } from './harness/aws-cli-endpoints.ts';
import type { Bridge } from './harness/bridge.ts';
import { distributionsChromium } from './harness/chromium.ts';
import { expect, test } from './harness/test.ts';
import { defaultSeed } from './sandbox/default-seed.ts';
import { defaultIdentityCenter } from './sandbox/identity-center/default-center.ts';
import { hostileNames } from './sandbox/identity-center/hostile-names.ts';
import { createOrganization } from './sandbox/identity-center/organization.ts';

test.use({ launchOptions: distributionsChromium });

const hostile = createOrganization({ seed: 3, accounts: hostileNames.length, rolesPerAccount: 1 }).map(
  (account, index) => ({ ...account, name: hostileNames[index] ?? '' }),
);
const organization = [...defaultIdentityCenter.organization, ...hostile];
/** Two of the five roles of the small company have their profiles already. */
const added = hostile.length + 3;
const seed = { ...defaultSeed, identityCenter: { ...defaultIdentityCenter, organization } };
const wasHacked = (page: Page) => page.evaluate(() => 'hacked' in window);

test('the settings window signs in by the browser, and imports an organisation', async ({ program, page }) => {
  const rolecall = await program({ seed });
  const { aws, browser, cli, desktop, sandbox } = rolecall;
  const popover = await rolecall.window('popover');
  await popover.evaluate(() =>
    (window as unknown as { rolecall: Bridge }).rolecall.showSettings?.({ section: 'identity-center' }),
  );
  const settings = await rolecall.window('settings');
  const press = (name: string | RegExp) => settings.getByRole('button', { name }).click();

  await test.step('the hand-off is visible, and can be left and begun again', async () => {
    await press('Sign in');
    await expect(settings.getByText('Finish in your browser')).toBeVisible();
    await press('Cancel');
    await expect(settings.getByText('Not signed in')).toBeVisible();
    expect(browser.opened()).toHaveLength(1);
  });

  await test.step('a refusal in the browser is said in the window', async () => {
    await press('Sign in');
    await page.goto(await browser.nextLink(1));
    await page.getByRole('button', { name: 'Deny access' }).click();
    await expect(settings.getByText(/was refused in the browser/)).toBeVisible();
  });

  await test.step('an approval is, too; shared by choice, it serves the AWS CLI’s own sign-in', async () => {
    await settings.getByRole('switch', { name: 'Share sign-ins with the AWS CLI' }).click();
    await press('Sign in');
    await page.goto(await browser.nextLink(2));
    await page.getByRole('button', { name: 'Allow access' }).click();
    await expect(settings.getByText(/^Signed in, .* then renewed by itself/)).toBeVisible();
    leadAwsCliTo(sandbox, desktop.home);
    expect((await aws.identity('acme-admin')).Arn).toContain(':assumed-role/AWSReservedSSO_AdministratorAccess_');
    expect(sandbox.requests().find(({ action }) => action === 'GetRoleCredentials')?.userAgent).toMatch(/^aws-cli/);
  });

  await test.step('the organisation is read, chosen from, shown and written', async () => {
    await press('Import…');
    await press('See the changes');
    await expect(settings.getByText(`${added} new`)).toBeVisible();
    await press(`Write ${added} profiles`);
    await expect(settings.getByText(`${added} profiles were written`)).toBeVisible();
    await press('Done');
    expect(sandbox.countOf('ListAccountRoles')).toBe(organization.length);
  });

  await test.step('no name did anything but stand there', async () => {
    for (const window of [settings, popover]) expect(await wasHacked(window)).toBe(false);
    const { profiles } = JSON.parse((await cli(['list', '--json'])).stdout);
    expect(profiles.filter(({ name }: { name: string }) => /hacked/.test(name))).toHaveLength(2);
  });

  await test.step('signing out is one press', async () => {
    await press('Sign out');
    await expect(settings.getByText('Not signed in')).toBeVisible();
    expect(sandbox.countOf('Logout')).toBe(1);
  });
});
