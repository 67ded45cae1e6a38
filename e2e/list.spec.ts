import { chmodSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import type { Page } from 'playwright';
import { traceIpc } from './harness/ipc-trace.ts';
import { until } from './harness/processes.ts';
import { launch, type Place, type Program } from './harness/program.ts';
import { expect, test } from './harness/test.ts';
import { totpOf } from './harness/totp.ts';
import { heapOf, holds } from './harness/traces.ts';
import { optionNamed, typeCode } from './harness/windows.ts';

/** The lines of the list, as they can be read. */
const lines = (popover: Page) =>
  popover.locator('.list-heading-label, .row-name').evaluateAll((all) => all.map(({ textContent }) => textContent));

const search = (popover: Page) => popover.getByLabel('Search profiles', { exact: true });
const settingsOf = (place: Place) => JSON.parse(readFileSync(place.settingsFile, 'utf8'));
const clipboardOf = ({ app }: Program) => app.evaluate(({ clipboard }) => clipboard.readText());

async function openList(program: Program): Promise<Page> {
  await (await program.tray()).press('Open Rolecall');
  return program.window('popover');
}

test('groups are chosen in the menu, collapsed by keys, and the same after a restart', async ({ place }) => {
  const here = await place();
  const first = await launch(here, { keys: ['ada'] });
  const popover = await openList(first);
  await search(popover).press('Control+k');
  await popover.getByRole('menuitemradio', { name: 'Group by account' }).click();
  await expect.poll(() => lines(popover)).toContain('111122223333');

  await popover.getByText('acme-admin', { exact: true }).hover();
  await expect(optionNamed(popover, 'acme-admin')).toHaveAttribute('aria-selected', 'true');
  await search(popover).press('ArrowLeft');
  const heading = popover.getByRole('option', { name: /^111122223333, \d+ profiles, collapsed$/ });
  await expect(heading).toHaveAttribute('aria-selected', 'true');
  expect(await lines(popover)).not.toContain('acme-admin');

  await search(popover).press('ArrowRight');
  await expect(heading).toHaveCount(0);
  await search(popover).press('ArrowLeft');
  await expect(heading).toHaveCount(1);
  await search(popover).fill('acme-admin');
  await expect(optionNamed(popover, 'acme-admin'), 'a search finds what is collapsed').toBeVisible();
  await expect.poll(() => settingsOf(here).folding?.account?.except).toEqual(['account:111122223333']);
  await first.quit();

  const second = await launch(here);
  const again = await openList(second);
  await expect(again.getByRole('option', { name: /^111122223333, \d+ profiles, collapsed$/ })).toHaveCount(1);
  await again.getByText('111122223333', { exact: true }).first().click();
  await expect.poll(() => lines(again)).toContain('acme-admin');
  await second.quit();
});

test('what is used stands first, by how often and how lately', async ({ place }) => {
  const here = await place();
  // A driven page takes itself for visible always, and a visible list keeps its order: each is a program anew.
  const start = () => launch(here, { args: ['--hidden'] });
  const first = await launch(here, { args: ['--hidden'], keys: ['ada'] });
  const input = await totpOf(first.sandbox, 'ada');
  expect(await first.cli(['switch', 'developer', '--mfa-code-stdin'], { input })).toMatchObject({ status: 0 });
  expect(await first.cli(['switch', 'read-only'])).toMatchObject({ status: 0 });
  await expect.poll(() => settingsOf(here).recents?.length).toBe(2);
  await first.quit();

  const second = await start();
  const list = await openList(second);
  await expect.poll(async () => (await lines(list)).slice(0, 3)).toEqual(['Recent', 'read-only', 'developer']);
  await second.quit();

  // Used on each of the last days: one use of another role does not push a habit aside.
  const now = Date.now();
  const hour = 3_600_000;
  const recents = [
    { profile: 'auditor', usedAt: now - hour, rankAt: now - hour },
    { profile: 'billing', usedAt: now - 8 * hour, rankAt: now + 12 * hour },
  ];
  writeFileSync(here.settingsFile, JSON.stringify({ ...settingsOf(here), recents }));
  const third = await start();
  const again = await openList(third);
  await expect.poll(async () => (await lines(again)).slice(0, 3)).toEqual(['Recent', 'billing', 'auditor']);
  await third.quit();
});

test('the environment is copied by its name, and credentials by choice, past every window', async ({ program }) => {
  const rolecall = await program({ keys: ['ada'], env: { SHELL: '/bin/bash' } });
  const { sandbox, app, cli } = rolecall;
  expect(await cli(['config', 'adopt', 'developer'])).toMatchObject({ status: 0 });
  const popover = await openList(rolecall);
  const trace = await traceIpc(app);
  await search(popover).fill('developer');
  await expect(optionNamed(popover, 'developer')).toHaveAttribute('aria-selected', 'true');
  await search(popover).press('Control+c');
  await expect(popover.getByText('Environment of developer copied').first()).toBeVisible();
  expect(await clipboardOf(rolecall)).toBe(
    [
      'unset AWS_ACCESS_KEY_ID AWS_SECRET_ACCESS_KEY AWS_SESSION_TOKEN AWS_CREDENTIAL_EXPIRATION AWS_DEFAULT_PROFILE',
      'export AWS_PROFILE=developer',
      'export AWS_REGION=eu-central-1',
      'export AWS_DEFAULT_REGION=eu-central-1',
      '',
    ].join('\n'),
  );
  expect(sandbox.requests().filter(({ action }) => action === 'AssumeRole')).toEqual([]);

  await search(popover).press('Control+Shift+C');
  await popover.getByRole('button', { name: 'Copy credentials' }).click();
  await typeCode(await rolecall.window('mfa'), await totpOf(sandbox, 'ada'));
  await expect(popover.getByText('Credentials of developer copied').first()).toBeVisible();
  const copied = await clipboardOf(rolecall);
  const [, secret = ''] = /^export AWS_SECRET_ACCESS_KEY=(\S+)$/m.exec(copied) ?? [];
  const [, token = ''] = /^export AWS_SESSION_TOKEN='?([^'\s]+)'?$/m.exec(copied) ?? [];
  expect([secret.length, token.length].every((length) => length >= 16)).toBe(true);

  expect(holds(await heapOf(app, popover), ['Credentials of developer copied'])).toBe(true);
  expect(holds(await heapOf(app, popover), [secret, token])).toBe(false);
  const said = await trace();
  expect(said).toContain('copyCredentials');
  expect(holds(said, [secret, token])).toBe(false);
  const log = await cli(['audit', '--json']);
  expect(log.stdout).toMatch(/"event":\s*"credentials"[^}]*"detail":\s*"clipboard"|"detail":\s*"clipboard"/);
  expect(log.stdout).not.toContain(secret);

  // Locked, nothing of it stays within reach.
  await cli(['lock']);
  await expect.poll(() => clipboardOf(rolecall)).toBe('');
});

test('a terminal opens with the profile in its environment', async ({ program }) => {
  const bin = join(test.info().outputDir, 'bin');
  const record = join(bin, 'opened.json');
  mkdirSync(bin, { recursive: true });
  const script = `require('fs').writeFileSync(${JSON.stringify(`${record}.part`)}, JSON.stringify({ argv: process.argv.slice(2), env: process.env })); require('fs').renameSync(${JSON.stringify(`${record}.part`)}, ${JSON.stringify(record)});`;
  writeFileSync(join(bin, 'record.cjs'), script);
  writeFileSync(
    join(bin, 'xdg-terminal-exec'),
    `#!/bin/sh\nexec '${process.execPath}' '${join(bin, 'record.cjs')}' "$@"\n`,
  );
  chmodSync(join(bin, 'xdg-terminal-exec'), 0o755);
  const path = `${bin}${delimiter}${process.env.PATH}`;
  const rolecall = await program({
    keys: ['ada'],
    env: { PATH: path, SHELL: '/bin/sh', TERMINAL: undefined, AWS_SESSION_TOKEN: 'left-over' },
  });
  const popover = await openList(rolecall);
  await search(popover).fill('read-only');
  await expect(optionNamed(popover, 'read-only')).toHaveAttribute('aria-selected', 'true');
  await search(popover).press('Control+t');
  await expect(popover.getByText('Terminal with read-only opened').first()).toBeVisible();
  const opened = JSON.parse(await until('the terminal', () => existsSync(record) && readFileSync(record, 'utf8')));
  expect(opened.argv.slice(0, 3)).toEqual(['env', '-u', 'AWS_ACCESS_KEY_ID']);
  expect(opened.argv).toContain('AWS_PROFILE=read-only');
  expect(opened.argv.at(-1)).toBe('/bin/sh');
  expect(opened.env).toMatchObject({ AWS_PROFILE: 'read-only', AWS_REGION: 'eu-west-1' });
  expect(opened.env).not.toHaveProperty('AWS_SESSION_TOKEN');
  expect(opened.env).not.toHaveProperty('ELECTRON_RUN_AS_NODE');
});
