import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { distributionsChromium } from './harness/chromium.ts';
import { expect, test } from './harness/test.ts';
import { totpOf } from './harness/totp.ts';
import { followLink, optionNamed } from './harness/windows.ts';

test.use({ launchOptions: distributionsChromium });

const queue = 'arn:aws:sqs:eu-west-1:111122223333:jobs';
const token = /SigninToken|signin/i;

test('an ARN and a link open in the role of their account', async ({ program }) => {
  const { cli, sandbox, browser, window, tray } = await program({ args: ['--hidden'], keys: ['ada'] });
  const code = await totpOf(sandbox, 'ada');
  expect(await cli(['switch', 'developer', '--mfa-code-stdin'], { input: `${code}\n` })).toMatchObject({ status: 0 });

  await test.step('by the command, the active role first', async () => {
    const opened = await cli(['console', '--resource', queue]);
    expect(opened).toMatchObject({
      status: 0,
      stdout: 'Opened the SQS queue jobs as developer in the browser.\n',
      stderr: expect.stringContaining('read-only'),
    });
    const page = await followLink(await browser.nextLink());
    expect(page.text).toContain('Developer/');
    expect(page.text).toContain('https://eu-west-1.console.aws.amazon.com/sqs/v3/home?region=eu-west-1#/queues/');
  });

  await test.step('a link of an account that nobody reaches is told', async () => {
    const link = 'https://000011112222-abcd1234.us-east-1.console.aws.amazon.com/s3/buckets/logs';
    const refused = await cli(['console', '--resource', link, '--json']);
    expect(JSON.parse(refused.stdout)).toMatchObject({ failure: { kind: 'profile-not-found' } });
    expect(await cli(['console', '--resource', 'https://evil.example/'])).toMatchObject({ status: 1 });
    expect(browser.opened()).toHaveLength(1);
  });

  await test.step('pasted into the list, and pressed', async () => {
    await (await tray()).press('Open Rolecall');
    const popover = await window('popover');
    const search = popover.getByRole('searchbox');
    await search.fill('https://444455556666-abcd1234.us-east-1.console.aws.amazon.com/lambda/home?region=us-east-1');
    await expect(popover.getByText('the page of Lambda')).toBeVisible();
    await expect(optionNamed(popover, 'production-admin')).toBeVisible();
    await expect(optionNamed(popover, 'developer')).toHaveCount(0);
    await optionNamed(popover, 'production-admin').click();
    const page = await followLink(await browser.nextLink(1));
    expect(page.text).toContain('ProductionAdmin/');
    expect(page.text).toContain('https://us-east-1.console.aws.amazon.com/lambda/home?region=us-east-1');
  });
});

test('service and region are found by word, favourites stay, and the choice is the profile’s', async ({ program }) => {
  const { cli, sandbox, browser, window, tray, settingsFile } = await program({ args: ['--hidden'], keys: ['ada'] });
  const code = await totpOf(sandbox, 'ada');
  expect(await cli(['switch', 'developer', '--mfa-code-stdin'], { input: `${code}\n` })).toMatchObject({ status: 0 });
  const settings = () => JSON.parse(readFileSync(settingsFile, 'utf8'));
  const choose = async () => {
    await (await tray()).press('Open Rolecall');
    const popover = await window('popover');
    await popover.getByRole('searchbox').fill('developer');
    await expect(optionNamed(popover, 'developer')).toHaveAttribute('aria-selected', 'true');
    await popover.keyboard.press('Control+Shift+Enter');
    const services = popover.getByRole('combobox', { name: 'Search services' });
    await expect(services).toBeFocused();
    return { popover, services };
  };

  const { popover, services } = await choose();
  await services.fill('queues');
  await services.press('Control+p');
  await expect.poll(() => settings().favourites.service).toEqual(['sqs']);
  await popover.getByRole('button', { name: /^Region / }).click();
  await popover.getByRole('combobox', { name: 'Search regions' }).fill('frankfurt');
  await popover.keyboard.press('Enter');
  await expect(popover.getByRole('button', { name: 'Region Europe (Frankfurt) eu-central-1' })).toBeVisible();
  await expect(services).toBeFocused();
  await popover.keyboard.press('Enter');
  const page = await followLink(await browser.nextLink());
  expect(page.text).toContain('https://eu-central-1.console.aws.amazon.com/sqs/home?region=eu-central-1');

  const again = await choose();
  await expect(again.popover.getByRole('option', { name: 'SQS favourite' })).toHaveAttribute('aria-selected', 'true');
  await expect(again.popover.getByRole('button', { name: /^Region Europe \(Frankfurt\)/ })).toBeVisible();
});

test('a chosen browser gets the link in its profile, and nothing of it by its command line', async ({
  program,
  page,
}) => {
  const { cli, sandbox, browser, settingsFile } = await program({ args: ['--hidden'], keys: ['ada'] });
  const code = await totpOf(sandbox, 'ada');
  expect(await cli(['switch', 'developer', '--mfa-code-stdin'], { input: `${code}\n` })).toMatchObject({ status: 0 });
  const chrome = join(dirname(settingsFile), '../google-chrome');
  mkdirSync(chrome, { recursive: true });
  const profiles = { Default: { name: 'Ada' }, 'Profile 1': { name: 'Work' } };
  writeFileSync(join(chrome, 'Local State'), JSON.stringify({ profile: { info_cache: profiles } }));
  browser.install('google-chrome');

  await test.step('it is found with its profiles, and chosen for the account', async () => {
    expect((await cli(['browser'])).stdout).toContain('chrome:Profile 1  Google Chrome, Work');
    const chosen = await cli(['browser', 'developer', 'chrome:Profile 1', '--account']);
    expect(chosen).toMatchObject({ status: 0, stdout: expect.stringContaining('open in chrome:Profile 1') });
  });

  await test.step('another profile of the account opens there, too', async () => {
    expect(await cli(['console', 'read-only'])).toMatchObject({ status: 0 });
    expect((await followLink(await browser.nextLink())).text).toContain('ReadOnly/');
    const [line = ''] = browser.commandLines();
    expect(line).toMatch(/\/google-chrome --profile-directory=Profile 1 http:\/\/127\.0\.0\.1:\d+\/[\w-]{43}$/);
    expect(line).not.toMatch(token);
  });

  await test.step('a real browser takes the address that leads on once', async () => {
    browser.install('google-chrome', { follows: false });
    expect(await cli(['console', 'developer'])).toMatchObject({ status: 0 });
    const address = await browser.nextLink(1);
    await page.goto(address);
    await expect(page.locator('body')).toContainText('Developer/');
    await expect(fetch(address), 'nobody listens any more').rejects.toThrow();
  });

  await test.step('a profile that has gone is told, and the default browser is there', async () => {
    rmSync(chrome, { recursive: true });
    const refused = JSON.parse((await cli(['console', 'developer', '--json'])).stdout);
    expect(refused).toMatchObject({ failure: { kind: 'not-there', remedy: expect.stringContaining('default') } });
    expect(await cli(['console', 'developer', '--browser', 'default'])).toMatchObject({ status: 0 });
    expect((await followLink(await browser.nextLink(2))).text).toContain('Developer/');
  });
});
