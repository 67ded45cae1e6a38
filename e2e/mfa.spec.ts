import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright';
import { launch, type Program } from './harness/program.ts';
import { readQr } from './harness/read-qr.ts';
import { expect, test } from './harness/test.ts';
import { codeOf, totpOf, waitForNextCode } from './harness/totp.ts';
import { filesWith, heapOf, holds } from './harness/traces.ts';
import { optionNamed, typeCode, typeRefusedCode } from './harness/windows.ts';

const STEP_MS = 30_000;
const adaSerial = 'arn:aws:iam::111122223333:mfa/ada';

const seedOf = (rolecall: Program, user: string) => rolecall.sandbox.user(user).totpSeed ?? '';
const sent = (rolecall: Program, action: string) =>
  rolecall.sandbox.requests().filter((request) => request.action === action).length;
const secretIn = (url: string) => new URL(url).searchParams.get('secret') ?? '';

/** By AWS's answer Rolecall learns what time it is there: a key is asked whose it is. */
async function tellTime(rolecall: Program, user: 'ada' | 'bob'): Promise<void> {
  const { accessKeyId, secretAccessKey } = rolecall.sandbox.user(user);
  const added = await rolecall.cli(['keys', 'add', user, '--access-key-id', accessKeyId], { input: secretAccessKey });
  expect(added).toMatchObject({ status: 0 });
}

async function keepSeed(rolecall: Program, seed: string): Promise<void> {
  const added = await rolecall.cli(['mfa', 'seed', 'add', adaSerial], { input: `${seed}\n` });
  expect(added).toMatchObject({ status: 0 });
  expect(added.stderr).toContain('the second factor is on this computer');
}

test('a used code is held, with the reason and the time of the next', async ({ program }) => {
  const rolecall = await program({ keys: ['ada'] });
  const { sandbox } = rolecall;
  const tray = await rolecall.tray();
  // The start of a step, so that none ends in the middle.
  waitForNextCode(sandbox);
  const code = await totpOf(sandbox, 'ada');
  await tray.press('developer');
  await typeCode(await rolecall.window('mfa'), code);
  await tray.press('Sign out of all');
  await tray.press('developer');
  const mfa = await rolecall.window('mfa');
  await expect(mfa.getByText(/just used.*next code in \d+ s/)).toBeVisible();
  expect(await typeRefusedCode(mfa, code)).toMatch(/used already/);
  await expect(mfa.getByText(/next code in \d+ s/)).toBeVisible();
  expect(sent(rolecall, 'GetSessionToken')).toBe(1);
  waitForNextCode(sandbox);
  await typeCode(mfa, await totpOf(sandbox, 'ada'));
  expect(sent(rolecall, 'GetSessionToken')).toBe(2);
});

test('a code that AWS never answered for stays good', async ({ program }) => {
  const rolecall = await program({ keys: ['ada'] });
  const { sandbox } = rolecall;
  waitForNextCode(sandbox);
  const code = await totpOf(sandbox, 'ada');
  sandbox.faults.add({ kind: 'drop', when: 'before', action: 'GetSessionToken', times: 1 });
  expect((await rolecall.cli(['switch', 'developer', '--mfa-code-stdin'], { input: code })).stderr).toMatch(
    /connection/,
  );
  expect(await rolecall.cli(['switch', 'developer', '--mfa-code-stdin'], { input: code })).toMatchObject({ status: 0 });
});

test('with its seed kept no code is asked for, and none is used twice', async ({ program }) => {
  const rolecall = await program({ keys: ['ada'] });
  const { sandbox, cli } = rolecall;
  const tray = await rolecall.tray();
  const popover = await rolecall.window('popover');
  const seed = seedOf(rolecall, 'ada');
  // The start of a step, so that none ends in the middle.
  waitForNextCode(sandbox);
  await tellTime(rolecall, 'bob');
  await keepSeed(rolecall, seed);
  expect((await cli(['mfa', 'list'])).stdout).toMatch(/mfa\/ada +seed kept here/);

  await tray.press('developer');
  await tray.entry(/^developer — active/);
  expect(rolecall.isOpen('mfa')).toBe(false);

  await test.step('the next one waits for the next code, and says so', async () => {
    await cli(['sign-out']);
    await tray.press('developer');
    await expect(optionNamed(popover, 'developer')).toHaveAccessibleName(/waiting for the next MFA code/i);
    waitForNextCode(sandbox);
    await tellTime(rolecall, 'bob');
    await tray.entry(/^developer — active/);
    expect(rolecall.isOpen('mfa')).toBe(false);
    expect(sent(rolecall, 'GetSessionToken')).toBe(2);
  });

  await test.step('the seed is in the keychain and nowhere else', async () => {
    expect(Object.values(await rolecall.desktop.keychain.items())).toContain(seed);
    expect(filesWith(join(rolecall.desktop.home, '..'), [seed])).toEqual([]);
    expect(holds(await heapOf(rolecall.app, popover), [seed])).toBe(false);
    expect(holds(rolecall.output(), [seed])).toBe(false);
  });

  await test.step('removed, codes are asked for again', async () => {
    expect(await cli(['mfa', 'seed', 'remove', adaSerial])).toMatchObject({ status: 0 });
    expect(Object.values(await rolecall.desktop.keychain.items())).not.toContain(seed);
    await cli(['sign-out']);
    await tray.press('developer');
    await rolecall.window('mfa');
  });
});

test('a wrong seed leads to the prompt, which says why', async ({ program }) => {
  const rolecall = await program({ keys: ['ada'] });
  await keepSeed(rolecall, 'GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ');
  await (await rolecall.tray()).press('developer');
  const mfa = await rolecall.window('mfa');
  await expect(mfa.getByRole('alert')).toContainText('the seed is of another device');
  await typeCode(mfa, await totpOf(rolecall.sandbox, 'ada'));
});

test('mfa_process gives the code, once it is allowed', async ({ program }) => {
  const rolecall = await program({ keys: ['ada'] });
  const { cli, sandbox } = rolecall;
  const command = `oathtool --totp --base32 --now=@${Math.floor(sandbox.clock.now() / 1000)} ${seedOf(rolecall, 'ada')}`;
  expect(await cli(['config', 'set', 'ada', 'mfa_process', command])).toMatchObject({ status: 0 });
  const tray = await rolecall.tray();
  await tray.press('developer');
  const mfa = await rolecall.window('mfa');
  await expect(mfa.getByText(/mfa_process, which is not allowed/)).toBeVisible();
  const closed = mfa.waitForEvent('close');
  await Promise.all([
    closed,
    mfa
      .getByRole('button', { name: 'Cancel' })
      .click()
      .catch(() => undefined),
  ]);
  expect(await cli(['mfa', 'process', 'on'])).toMatchObject({ status: 0 });
  await tray.press('developer');
  await tray.entry(/^developer — active/);
  expect(rolecall.isOpen('mfa')).toBe(false);
});

test.describe('an MFA session', () => {
  /** As when the power goes: the program and every process of it. One that is left would hold the program's output open. */
  const killed = async ({ app }: Program) => {
    const pids = await app.evaluate((electron) => electron.app.getAppMetrics().map(({ pid }) => pid));
    const gone = once(app.process(), 'exit');
    for (const pid of pids.reverse()) process.kill(pid, 'SIGKILL');
    await gone;
  };
  /** The credentials of a role that needs a code, without anybody who could type one. */
  const served = async (rolecall: Program) => {
    const interrupt = new AbortController();
    const answer = rolecall.cli(['credentials', 'developer'], { interrupt: interrupt.signal });
    const asked = rolecall.window('mfa').then(
      () => interrupt.abort(),
      () => undefined,
    );
    const { status } = await answer;
    if (status === 0) return true;
    await asked;
    return false;
  };

  for (const keep of [true, false]) {
    test(`${keep ? 'survives' : 'does not survive'} a kill when ${keep ? '' : 'not '}allowed to`, async ({
      program,
    }) => {
      const first = await program({ keys: ['ada'] });
      if (keep) expect(await first.cli(['mfa', 'keep-sessions', 'on'])).toMatchObject({ status: 0 });
      const code = await totpOf(first.sandbox, 'ada');
      expect(await first.cli(['switch', 'developer', '--mfa-code-stdin'], { input: code })).toMatchObject({
        status: 0,
      });
      if (keep) await expect.poll(async () => kept(first)).toHaveLength(1);
      await killed(first);
      const second = await launch(first);
      try {
        expect(await served(second)).toBe(keep);
        if (!keep) return;
        await test.step('and not a sign-out', async () => {
          expect(await second.cli(['sign-out'])).toMatchObject({ status: 0 });
          await expect.poll(async () => kept(second)).toEqual([]);
          await killed(second);
          const third = await launch(second);
          try {
            expect(await served(third)).toBe(false);
          } finally {
            await third.quit();
          }
        });
      } finally {
        await second.quit();
      }
    });
  }

  const kept = async (rolecall: Program) =>
    Object.keys(await rolecall.desktop.keychain.items()).filter((account) => account.startsWith('mfa-session'));
});

test.describe('a new device', () => {
  /** Two codes that follow each other, as AWS takes them: of the step before and of this one. */
  const twoCodes = async (rolecall: Program, secret: string) => {
    const now = rolecall.sandbox.clock.now();
    return [await codeOf(secret, now - STEP_MS), await codeOf(secret, now)] as const;
  };

  async function openDeviceWindow(rolecall: Program, profile: string): Promise<Page> {
    const opened = await rolecall.app.evaluate(async ({ BrowserWindow }) => BrowserWindow.getAllWindows().length);
    expect(opened).toBeGreaterThan(0);
    await rolecall.cli(['mfa', 'enrol', profile, '--window']);
    return rolecall.window('mfa-device');
  }

  test('is set up in its window, by the QR code that it shows', async ({ program }) => {
    const rolecall = await program({ keys: ['bob'] });
    const page = await openDeviceWindow(rolecall, 'bob');
    await page.getByLabel('Name of the device').fill('bob-phone');
    await page.getByRole('button', { name: 'Show QR code' }).click();
    const url = await readQr(rolecall.app, page.getByRole('img', { name: 'QR code of the new device' }));
    expect(url).toMatch(/^otpauth:\/\/totp\/Amazon%20Web%20Services:bob-phone%40111122223333\?/);
    const secret = secretIn(url);
    waitForNextCode(rolecall.sandbox);
    const [first, second] = await twoCodes(rolecall, secret);
    await page.getByLabel('First code').fill(second);
    await page.getByLabel('Next code').fill(first);
    await page.getByRole('button', { name: 'Enable' }).click();
    await expect(page.getByRole('alert')).toContainText('did not accept the two MFA codes');
    await page.getByLabel('First code').pressSequentially(first);
    await page.getByLabel('Next code').pressSequentially(second);
    await page.getByRole('button', { name: 'Enable' }).click();
    await expect(page.getByRole('heading')).toHaveText('The device is enabled');
    await expect(page.getByText('mfa_serial = arn:aws:iam::111122223333:mfa/bob-phone')).toBeVisible();
    const before = readFileSync(rolecall.configFile, 'utf8');
    await page.getByRole('button', { name: 'Write mfa_serial' }).click();
    await expect(page.getByText('“bob” names it now.')).toBeVisible();
    const added = readFileSync(rolecall.configFile, 'utf8')
      .split('\n')
      .filter((line) => !before.includes(line));
    expect(added).toEqual(['mfa_serial = arn:aws:iam::111122223333:mfa/bob-phone']);
    expect(Object.values(await rolecall.desktop.keychain.items())).not.toContain(secret);
    expect(filesWith(join(rolecall.desktop.home, '..'), [secret])).toEqual([]);
    expect(holds(await heapOf(rolecall.app, await rolecall.window('popover')), [secret])).toBe(false);

    await test.step('and its codes open the role', async () => {
      rolecall.sandbox.clock.advance(STEP_MS);
      const closed = page.waitForEvent('close');
      await Promise.all([
        closed,
        page
          .getByRole('button', { name: 'Close' })
          .click()
          .catch(() => undefined),
      ]);
      const input = await codeOf(secret, rolecall.sandbox.clock.now());
      expect(await rolecall.cli(['switch', 'bob-read-only', '--mfa-code-stdin'], { input })).toMatchObject({
        status: 0,
      });
      expect(sent(rolecall, 'GetSessionToken')).toBe(1);
    });
  });

  test('that is not finished leaves nothing in AWS', async ({ program }) => {
    const rolecall = await program({ keys: ['bob'] });
    const page = await openDeviceWindow(rolecall, 'bob');
    await page.getByRole('button', { name: 'Show QR code' }).click();
    await page.getByRole('img', { name: 'QR code of the new device' }).waitFor();
    await page.close();
    await expect.poll(() => sent(rolecall, 'DeleteVirtualMFADevice')).toBe(1);
  });

  test('is set up on a terminal, with its seed kept', async ({ program }) => {
    const rolecall = await program({ keys: ['bob'] });
    waitForNextCode(rolecall.sandbox);
    const said = await rolecall.cli(
      ['mfa', 'enrol', 'bob', '--name', 'bob-phone', '--keep-seed', '--set-serial', '--show-url', '--json'],
      {
        reply: async ({ stderr }) => {
          const url = /otpauth:\S+/.exec(stderr)?.[0];
          return url && (await twoCodes(rolecall, secretIn(url))).join(' ');
        },
      },
    );
    expect(said).toMatchObject({ status: 0 });
    expect(JSON.parse(said.stdout)).toMatchObject({ profile: 'bob', seedKept: true, serialSet: true });
    expect(said.stdout).not.toContain('otpauth');
    rolecall.sandbox.clock.advance(STEP_MS);
    await tellTime(rolecall, 'ada');
    expect(await rolecall.cli(['switch', 'bob-read-only'])).toMatchObject({ status: 0 });
    expect(rolecall.isOpen('mfa')).toBe(false);
  });
});
