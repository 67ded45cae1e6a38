import type { Program } from './harness/program.ts';
import { expect, test } from './harness/test.ts';

const MINUTE_MS = 60_000;

async function toldEnd(rolecall: Program, profile: string): Promise<number> {
  const { status, stdout, stderr } = await rolecall.cli(['credentials', profile]);
  expect(status, stderr).toBe(0);
  return Date.parse(JSON.parse(stdout).Expiration);
}

/** The sandbox's clock is AWS's; the computer's cannot be set by a test. */
test('a clock that is off is measured, shown, and takes nothing from anybody', async ({ program }) => {
  const rolecall = await program({ keys: ['bob'] });
  const { sandbox } = rolecall;
  const popover = await rolecall.window('popover');
  const notice = popover.getByText(/This computer’s clock is/);
  await expect(notice).toHaveCount(0);

  sandbox.clock.advance(40 * MINUTE_MS);
  await rolecall.cli(['switch', 'bob-read-only']);
  await expect(notice).toHaveText('This computer’s clock is 40 minutes slow.');
  // Every request after the first answer is signed with AWS's time.
  const requests = sandbox.requests().length;
  await rolecall.cli(['sign-out', 'bob-read-only']);
  await rolecall.cli(['switch', 'bob-read-only']);
  expect(
    sandbox
      .requests()
      .slice(requests)
      .map(({ errorCode }) => errorCode),
  ).toEqual([undefined]);
  // An hour by AWS's clock is an hour by this one, told in this one's time.
  expect(Math.abs((await toldEnd(rolecall, 'bob-read-only')) - Date.now() - 60 * MINUTE_MS)).toBeLessThan(MINUTE_MS);
  await expect(popover.getByRole('region', { name: /active/i })).toContainText(/59:\d\d|1h 00m/);

  sandbox.clock.reset();
  await rolecall.cli(['sign-out', 'bob-read-only']);
  await rolecall.cli(['switch', 'bob-read-only']);
  await expect(notice).toHaveCount(0);
});

test('a session ends by AWS’s clock, after a sleep too', async ({ program }) => {
  const rolecall = await program({ keys: ['bob'] });
  const { sandbox, app } = rolecall;
  await rolecall.cli(['switch', 'bob-read-only']);
  const first = await toldEnd(rolecall, 'bob-read-only');
  sandbox.clock.advance(90 * MINUTE_MS);
  // Another answer of AWS says its time: what has ended by it is not handed out again.
  await rolecall.cli(['switch', 'bob-developer']);
  await app.evaluate(({ powerMonitor }) => powerMonitor.emit('resume'));
  expect(await toldEnd(rolecall, 'bob-read-only')).toBeGreaterThan(first - MINUTE_MS);
  const assumed = sandbox.requests().filter(({ action, errorCode }) => action === 'AssumeRole' && !errorCode);
  expect(assumed.length).toBeGreaterThanOrEqual(2);
});
