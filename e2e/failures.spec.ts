import type { Page } from 'playwright';
import { expectOnly } from './aws-rules/says.ts';
import { awsFiles, type Place, type Program } from './harness/program.ts';
import { expect, test } from './harness/test.ts';
import { totpOf, waitForNextCode, wrongCode } from './harness/totp.ts';
import { filesWith } from './harness/traces.ts';
import { optionNamed, typeCode, typeRefusedCode } from './harness/windows.ts';

/** Everything that a failure must leave alone. */
async function belongings(place: Place): Promise<unknown> {
  return { files: awsFiles(place), keychain: await place.desktop.keychain.items() };
}

/** What the list says about a profile that failed: the reason and what to do. */
async function failureOf(popover: Page, profile: string): Promise<string> {
  const row = optionNamed(popover, profile);
  await expect(row).toHaveAccessibleName(/failed: /);
  await expect(row).toHaveAccessibleDescription(/\w/);
  return (await row.textContent()) ?? '';
}

async function pressed(rolecall: Program, profile: string): Promise<Page> {
  await (await rolecall.tray()).press(profile);
  return rolecall.window('popover');
}

test('a wrong code says so in place, and the next one works', async ({ program }) => {
  const rolecall = await program({ keys: ['ada'] });
  const before = await belongings(rolecall);
  await (await rolecall.tray()).press('developer');
  const mfa = await rolecall.window('mfa');
  expectOnly('wrong code', await typeRefusedCode(mfa, await wrongCode(rolecall.sandbox, 'ada')));
  await expect(mfa.getByRole('textbox', { name: 'MFA code' })).toHaveValue('');
  expect(await belongings(rolecall)).toEqual(before);
  await typeCode(mfa, await totpOf(rolecall.sandbox, 'ada'));
  await (await rolecall.tray()).entry(/^developer — active/);
});

test('a used code is not sent twice', async ({ program }) => {
  const rolecall = await program({ keys: ['ada'] });
  const { sandbox } = rolecall;
  const tray = await rolecall.tray();
  const code = await totpOf(sandbox, 'ada');
  await tray.press('developer');
  await typeCode(await rolecall.window('mfa'), code);
  await tray.press('Sign out of all');
  const sent = () => sandbox.requests().filter(({ action }) => action === 'GetSessionToken').length;
  expect(sent()).toBe(1);
  await tray.press('developer');
  const mfa = await rolecall.window('mfa');
  expectOnly('used code', await typeRefusedCode(mfa, code));
  expect(sent()).toBe(1);
  waitForNextCode(sandbox);
  await typeCode(mfa, await totpOf(sandbox, 'ada'));
  expect(sent()).toBe(2);
});

for (const [how, cancel] of [
  ['its button', (mfa: Page) => mfa.getByRole('button', { name: 'Cancel' }).click()],
  ['Escape', (mfa: Page) => mfa.getByRole('textbox', { name: 'MFA code' }).press('Escape')],
  ['closing the window', (mfa: Page) => mfa.close()],
] as const) {
  test(`cancel is cancel: ${how}`, async ({ program }) => {
    const rolecall = await program({ keys: ['ada'] });
    const before = await belongings(rolecall);
    const popover = await pressed(rolecall, 'developer');
    const mfa = await rolecall.window('mfa');
    const closed = mfa.waitForEvent('close');
    // Playwright's own call ends together with the window.
    await Promise.all([closed, cancel(mfa).catch(() => undefined)]);
    await expect(optionNamed(popover, 'developer')).not.toHaveAccessibleName(/waiting|active|failed/);
    expect(rolecall.sandbox.requests().filter(({ action }) => action !== 'GetCallerIdentity')).toEqual([]);
    expect(await belongings(rolecall)).toEqual(before);
  });
}

test('AWS cannot be reached', async ({ program }) => {
  const rolecall = await program({ keys: ['bob'] });
  const before = await belongings(rolecall);
  await rolecall.sandbox.close();
  expectOnly('AWS not reachable', await failureOf(await pressed(rolecall, 'bob-read-only'), 'bob-read-only'));
  expect(await belongings(rolecall)).toEqual(before);
});

test('the keychain is locked: the reason is shown, and after the unlocking all is there', async ({ program }) => {
  const rolecall = await program({ keys: ['bob'] });
  const { keychain } = rolecall.desktop;
  const before = await belongings(rolecall);
  await keychain.lock();
  expectOnly('keychain locked', await failureOf(await pressed(rolecall, 'bob-read-only'), 'bob-read-only'));
  await keychain.unlock();
  expect(await belongings(rolecall)).toEqual(before);
});

test('there is no keychain: a key is not saved, and nowhere in clear', async ({ program }) => {
  const rolecall = await program({ keychain: false });
  const { accessKeyId, secretAccessKey } = rolecall.sandbox.user('bob');
  const before = awsFiles(rolecall);
  const added = await rolecall.cli(['keys', 'add', 'bob', '--access-key-id', accessKeyId], { input: secretAccessKey });
  expect(added.status).not.toBe(0);
  expectOnly('keychain missing', added.stderr);
  expect(awsFiles(rolecall)).toEqual(before);
  expect(filesWith(rolecall.desktop.home, [secretAccessKey])).toEqual([]);
});

test('a profile whose key was never added says which one', async ({ program }) => {
  const rolecall = await program();
  const listed = JSON.parse((await rolecall.cli(['list', '--json'])).stdout);
  const row = listed.profiles.find(({ name }: { name: string }) => name === 'bob-read-only');
  expectOnly('key missing', row.failure.message);
  expect(row.failure.remedy).toContain('rolecall keys add bob');
});
