import { spawn } from 'node:child_process';
import type { Page } from 'playwright';
import { createHand } from './harness/hand.ts';
import { end, run } from './harness/processes.ts';
import type { Program } from './harness/program.ts';
import { expect, test } from './harness/test.ts';
import { totpOf, waitForNextCode } from './harness/totp.ts';
import { typeCode } from './harness/windows.ts';
import { awsConfigFor } from './sandbox/aws-config.ts';
import type { Sandbox } from './sandbox/sandbox.ts';

/** A role whose sessions take a code each. */
function ownCodeProfile(sandbox: Sandbox): string {
  const { mfaSerial } = sandbox.user('ada');
  const [, roleArn] = /\[profile developer\][^[]*?role_arn = (\S+)/.exec(awsConfigFor(sandbox)) ?? [];
  return `[profile own-code]\nrole_arn = ${roleArn}\nsource_profile = ada\nmfa_serial = ${mfaSerial}\nduration_seconds = 7200\n`;
}

const MINUTE_MS = 60_000;
const desktop = { notifications: true, windowManager: true, keys: ['ada', 'bob'] } as const;

/** Somebody's work: a window of another program, with the focus. */
async function atWork(rolecall: Program): Promise<AsyncDisposable> {
  const editor = spawn('xev', ['-name', 'editor'], { env: { ...rolecall.env }, stdio: 'ignore' });
  await expect.poll(() => focused(rolecall)).toBe('editor');
  return { [Symbol.asyncDispose]: () => end(editor) };
}

/** The title of the window that has the keyboard, by the window manager's word. */
async function focused({ env }: Program): Promise<string> {
  return (await run('xdotool', ['getactivewindow', 'getwindowname'], { env: { ...env } })).stdout.trim();
}

/** The title of the window that has the keyboard by the program's own word, too: a key that comes before it knows is lost. */
async function hearsKeys(rolecall: Program): Promise<string | undefined> {
  const own = await rolecall.app.evaluate(({ BrowserWindow }) => BrowserWindow.getFocusedWindow()?.getTitle());
  return own === (await focused(rolecall)) ? own : undefined;
}

/** The titles of the windows that show, by the window manager's word. */
async function shown({ env }: Program): Promise<readonly string[]> {
  const { stdout } = await run('xprop', ['-root', '_NET_CLIENT_LIST'], { env: { ...env } });
  const ids = stdout.match(/0x[0-9a-f]+/g) ?? [];
  const names = ids.map((id) => run('xdotool', ['getwindowname', id], { env: { ...env } }));
  return (await Promise.all(names)).map((name) => name.stdout.trim());
}

/** By AWS's answer Rolecall learns what time it is there: a key is asked whose it is. */
async function tellTime({ cli, sandbox }: Program): Promise<void> {
  const { accessKeyId, secretAccessKey } = sandbox.user('bob');
  const added = await cli(['keys', 'add', 'bob', '--access-key-id', accessKeyId], { input: secretAccessKey });
  expect(added).toMatchObject({ status: 0 });
}

test('a session that needs its person is announced once, and a click renews it', async ({ program }) => {
  const rolecall = await program({ ...desktop, args: ['--hidden'] });
  const {
    sandbox,
    cli,
    desktop: { notifications },
  } = rolecall;
  const switched = (code: string) => cli(['switch', 'developer', '--mfa-code-stdin'], { input: code });
  expect(await switched(await totpOf(sandbox, 'ada'))).toMatchObject({ status: 0 });
  // The role's session outlives the MFA session it came from, so a new one needs a code.
  sandbox.clock.advance(11.5 * 60 * MINUTE_MS);
  await tellTime(rolecall);
  expect(await cli(['switch', 'developer'])).toMatchObject({ status: 0 });
  expect(notifications.told()).toEqual([]);

  sandbox.clock.advance(56 * MINUTE_MS);
  await tellTime(rolecall);
  await expect.poll(notifications.told).toHaveLength(1);
  expect(notifications.told()).toEqual([
    {
      title: expect.stringMatching(/^The session of developer ends in [345] minutes$/),
      body: 'Click to renew it.',
      urgency: 'NORMAL',
    },
  ]);
  await tellTime(rolecall);
  expect(notifications.told()).toHaveLength(1);

  await test.step('the click is an act of the person: its window takes the focus', async () => {
    await notifications.click();
    const mfa = await rolecall.window('mfa');
    await expect.poll(() => focused(rolecall)).toBe('MFA code · Rolecall');
    waitForNextCode(sandbox);
    await typeCode(mfa, await totpOf(sandbox, 'ada'));
    await expect.poll(notifications.showing).toBe(0);
    await (await rolecall.tray()).entry(/^developer — active, (59 min|1 h)/);
    expect(notifications.told()).toHaveLength(1);
  });
});

test('a program’s need of a code waits behind a notification, and takes nobody’s focus', async ({ program }) => {
  const rolecall = await program({ ...desktop, args: ['--hidden'] });
  const {
    sandbox,
    cli,
    desktop: { notifications },
    env,
    launcher,
  } = rolecall;
  await using _ = await atWork(rolecall);
  const ask = () => run(launcher, ['credentials', 'developer'], { env: { ...env } });

  await test.step('it says who asks, and for what', async () => {
    const asked = ask();
    await expect.poll(notifications.told).toHaveLength(1);
    expect(notifications.told()[0]).toMatchObject({
      title: 'An MFA code is needed',
      body: expect.stringMatching(/ asks for the credentials of developer\. Click to enter it\.$/),
      urgency: 'CRITICAL',
    });
    expect(await focused(rolecall)).toBe('editor');
    expect(await shown(rolecall)).not.toContain('MFA code · Rolecall');
    await (await rolecall.tray()).entry(/^Enter MFA code/);
    await notifications.click();
    await expect.poll(() => focused(rolecall)).toBe('MFA code · Rolecall');
    await typeCode(await rolecall.window('mfa'), await totpOf(sandbox, 'ada'));
    expect(await asked).toMatchObject({ status: 0 });
    await expect.poll(notifications.showing).toBe(0);
  });

  await test.step('the notification goes with the question', async () => {
    await cli(['sign-out']);
    await cli(['switch', 'bob-read-only']);
    const asked = run(launcher, ['credentials', 'read-only'], { env: { ...env } });
    await expect.poll(notifications.showing).toBe(1);
    expect(await focused(rolecall)).toBe('editor');
    await cli(['lock']);
    expect((await asked).status).not.toBe(0);
    await expect.poll(notifications.showing).toBe(0);
  });

  await test.step('locked, nothing is notified', async () => {
    const before = notifications.told().length;
    expect((await ask()).status).not.toBe(0);
    expect(notifications.told()).toHaveLength(before);
    await (await rolecall.tray()).press('Unlock Rolecall');
  });

  await test.step('who asks in person has the focus at once', async () => {
    const before = notifications.told().length;
    await (await rolecall.tray()).press('production-admin');
    await rolecall.window('mfa');
    await expect.poll(() => focused(rolecall)).toBe('MFA code · Rolecall');
    expect(notifications.told()).toHaveLength(before);
    await cli(['sign-out']);
  });

  await test.step('nobody is notified of a program that has ended', async () => {
    await cli(['switch', 'bob-read-only']);
    const asked = ask();
    await expect.poll(notifications.showing).toBe(1);
    await rolecall.quit();
    await asked;
    expect(await notifications.showing()).toBe(0);
  });
});

test('of two that wait each is asked by itself: the person at once, the program behind its notification', async ({
  program,
}) => {
  const rolecall = await program({
    ...desktop,
    args: ['--hidden'],
    // More than an hour takes a code of its own.
    config: (sandbox) => `${awsConfigFor(sandbox)}\n${ownCodeProfile(sandbox)}`,
  });
  const {
    cli,
    desktop: { notifications },
    env,
    launcher,
  } = rolecall;
  const hand = createHand(rolecall);
  const activeName = (page: Page) =>
    page.evaluate(() => document.activeElement?.getAttribute('aria-label') ?? document.activeElement?.textContent);
  await using _ = await atWork(rolecall);

  const inPerson = cli(['switch', 'production-admin']);
  const first = await rolecall.window('mfa');
  await expect.poll(() => hearsKeys(rolecall)).toBe('MFA code · Rolecall');
  const asked = run(launcher, ['credentials', 'own-code'], { env: { ...env } });
  await expect(first.getByText('1 more waiting')).toBeVisible();
  expect(notifications.told(), 'a question that is not its turn yet is no news').toEqual([]);

  await test.step('its keys go round: code, Cancel, Continue', async () => {
    for (const name of ['Cancel', 'Continue', 'MFA code']) {
      await hand.press('Tab');
      await expect.poll(() => activeName(first)).toBe(name);
    }
    await hand.press('Return');
    await expect(first.getByRole('alert')).toContainText('six digits');
    await expect.poll(() => activeName(first)).toBe('MFA code');
  });

  await test.step('Escape gives up the first; the second comes unseen, and who was at work goes on', async () => {
    // Not by the hand: the window is gone before the key is released, and Chromium takes the next Escape for this one held.
    const field = first.getByRole('textbox', { name: 'MFA code' });
    await Promise.all([first.waitForEvent('close'), field.press('Escape').catch(() => undefined)]);
    await expect.poll(notifications.showing).toBe(1);
    await expect.poll(() => focused(rolecall)).toBe('editor');
    expect((await inPerson).status).not.toBe(0);
    expect(await shown(rolecall)).not.toContain('MFA code · Rolecall');
  });

  await test.step('the click is for the second, and Escape ends it, too', async () => {
    await notifications.click();
    await expect.poll(() => hearsKeys(rolecall)).toBe('MFA code · Rolecall');
    const second = await rolecall.window('mfa');
    await expect(second.getByRole('heading', { name: 'Code for own-code' })).toBeVisible();
    await hand.press('Escape');
    expect((await asked).status).not.toBe(0);
    await expect.poll(() => focused(rolecall)).toBe('editor');
    await expect.poll(notifications.showing).toBe(0);
  });
  expect(JSON.parse((await cli(['status', '--json'])).stdout)).toMatchObject({ activeProfile: null });
});

test('without a notification service the prompt comes up by itself, and leaves the focus where it is', async ({
  program,
}) => {
  const rolecall = await program({ windowManager: true, keys: ['ada'], args: ['--hidden'] });
  const { env, launcher } = rolecall;
  await using _ = await atWork(rolecall);
  const asked = run(launcher, ['credentials', 'developer'], { env: { ...env } });
  const mfa = await rolecall.window('mfa');
  await expect.poll(() => shown(rolecall)).toContain('MFA code · Rolecall');
  expect(await focused(rolecall)).toBe('editor');
  await mfa.getByRole('button', { name: 'Cancel' }).click();
  expect((await asked).status).not.toBe(0);
});

test('a notification service that hangs keeps nothing waiting, and is no reason to wait in silence', async ({
  program,
}) => {
  const rolecall = await program({ notifications: true, keys: ['ada'], args: ['--hidden'] });
  const {
    cli,
    desktop: { notifications },
    env,
    launcher,
  } = rolecall;
  const ask = () => run(launcher, ['credentials', 'developer'], { env: { ...env } });
  // Whatever Electron asks of the service keeps its main thread waiting for 25 s.
  const answers = async (command: string) => {
    const interrupt = AbortSignal.timeout(20_000);
    expect(await cli([command], { interrupt })).toMatchObject({ status: 0 });
  };

  await test.step('a question comes up in its window', async () => {
    await using _ = await notifications.hang();
    const asked = ask();
    const mfa = await rolecall.window('mfa');
    await answers('status');
    // The window may be gone before the click is said to be done.
    const cancelled = mfa.getByRole('button', { name: 'Cancel' }).click();
    await Promise.all([mfa.waitForEvent('close'), cancelled.catch(() => undefined)]);
    expect((await asked).status).not.toBe(0);
    expect(notifications.told()).toEqual([]);
  });

  await test.step('one that showed before it hung is not waited for either', async () => {
    const asked = ask();
    await expect.poll(notifications.showing).toBe(1);
    await using _ = await notifications.hang();
    await answers('lock');
    expect((await asked).status).not.toBe(0);
  });
});
