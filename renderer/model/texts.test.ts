import { describe, expect, it } from 'vitest';
import { anActive, aRow, keyMissing, noNetwork, notAuthorized } from '../fakes/profiles.ts';
import { askerText } from './asker-text.ts';
import { diffLines } from './diff-lines.ts';
import { codeDigits, roleOf, shortSerial, stepLeft } from './mfa-code.ts';
import { rowActions, rowMenu } from './row-actions.ts';
import { detailLines, spokenRow } from './row-text.ts';
import { viewSession } from './session-view.ts';

const now = 1_800_000_000_000;

describe('askerText', () => {
  it('names the person', () => {
    expect(askerText({ through: 'tray' }).who).toBe('You, from the tray');
    expect(askerText({ through: 'popover' }).who).toBe('You, from the list');
    expect(askerText({ through: 'settings' }).who).toBe('You, in the settings');
  });

  it('names the program, its process, its parent and its path', () => {
    const program = { name: 'terraform', pid: 12, path: '/usr/bin/terraform' };
    expect(askerText({ through: 'credential-process', program, parent: { name: 'zsh', pid: 3 } })).toEqual({
      isProgram: true,
      who: 'terraform (12), started by zsh (3)',
      path: '/usr/bin/terraform',
    });
  });

  it('says so when it cannot tell', () => {
    expect(askerText({ through: 'credential-process' }).who).toMatch(/could not be identified/);
  });
});

describe('codeDigits', () => {
  it.each([
    ['123456', '123456'],
    ['123 456', '123456'],
    [' 123-456\n', '123456'],
    ['12', '12'],
    ['', ''],
    ['1234567', undefined],
    ['12a', undefined],
  ])('%j gives %j', (typed, digits) => expect(codeDigits(typed)).toBe(digits));
});

describe('MFA facts', () => {
  it('shortens a serial', () => {
    expect(shortSerial('arn:aws:iam::123456789012:mfa/anna-phone')).toBe('anna-phone');
    expect(shortSerial('GAHT12345678')).toBe('GAHT12345678');
  });
  it('reads a role with a path, and nothing else', () => {
    expect(roleOf('arn:aws-cn:iam::123456789012:role/team/a/Admin')).toEqual({
      role: 'Admin',
      accountId: '123456789012',
    });
    expect(roleOf('arn:aws:iam::123456789012:user/anna')).toBeUndefined();
    expect(roleOf(undefined)).toBeUndefined();
  });
  it('knows the 30-second step', () => {
    expect(stepLeft(60_000)).toBe(1);
    expect(stepLeft(75_000)).toBe(0.5);
  });
});

describe('viewSession', () => {
  it('counts down, warns under five minutes, and ends by itself', () => {
    const session = anActive(now, 42 * 60_000);
    expect(viewSession(session, now)).toMatchObject({ mark: 'active', label: '42:00', left: 0.7, ticks: true });
    expect(viewSession(session, now + 38 * 60_000)).toMatchObject({ mark: 'expiring', label: '4:00' });
    expect(viewSession(session, now + 42 * 60_000)).toMatchObject({ mark: 'ended', label: 'Expired', ticks: false });
  });

  it('says what it waits for, and how long once that is felt', () => {
    const session = { state: 'requesting', waitingFor: 'keychain', sinceAt: now } as const;
    expect(viewSession(session, now + 1000).label).toBe('Waiting for the keychain…');
    expect(viewSession(session, now + 9000).label).toBe('Waiting for the keychain, 9 s');
    const bounded = { ...session, waitingFor: 'aws', untilAt: now + 20_000 } as const;
    expect(viewSession(bounded, now + 9000).label).toBe('Waiting for AWS, 9 of 20 s');
  });

  it('keeps the spoken state still within a minute', () => {
    const session = anActive(now, 42 * 60_000 + 30_000);
    expect(viewSession(session, now).spoken).toBe(viewSession(session, now + 20_000).spoken);
  });
});

describe('spokenRow', () => {
  it('begins with the name and says all the row shows', () => {
    const row = aRow('prod', { roleName: 'Admin', accountId: '123456789012', pinned: true });
    const view = viewSession(anActive(now, 10 * 60_000), now);
    expect(spokenRow(row, view, true)).toBe(
      'prod, Admin, account 123456789012, eu-central-1, the active role, active, 10 minutes left, pinned',
    );
  });
});

describe('detailLines', () => {
  it('has the account’s number and the region on a line of their own where a name takes the first', () => {
    const row = aRow('prod', { roleName: 'Admin', accountId: '123456789012' });
    expect(detailLines(row)).toEqual({ first: 'Admin · 123456789012 · eu-central-1' });
    expect(detailLines({ ...row, accountName: 'Acme' })).toEqual({
      first: 'Admin · Acme',
      second: '123456789012 · eu-central-1',
    });
  });
});

describe('rowActions', () => {
  const kinds = (...args: Parameters<typeof rowActions>) => rowActions(...args).map(({ kind }) => kind);
  const row = aRow('prod', { source: 'company' });

  it('offers what makes sense in each state', () => {
    expect(kinds(row, undefined)).toEqual(['console', 'copy', 'terminal']);
    expect(kinds(row, anActive(now, 60_000))).toEqual(['console', 'copy', 'terminal', 'sign-out']);
    expect(kinds(row, { state: 'requesting', waitingFor: 'aws', sinceAt: now })).toEqual(['cancel']);
    expect(kinds(row, { state: 'failed', failure: noNetwork, failedAt: now })).toEqual(['try-again']);
    expect(kinds({ ...row, pinned: true, failure: { ...noNetwork, kind: 'chain-cycle' } }, undefined)).toEqual([]);
  });

  it('has all of it in the menu', () => {
    const menu = (...args: Parameters<typeof rowMenu>) =>
      rowMenu(...args).map((group) => group.map(({ kind }) => kind));
    expect(menu(row, anActive(now, 60_000), true)).toEqual([
      ['console', 'choose-console'],
      ['copy', 'environment', 'terminal'],
      ['sign-out', 'pin', 'details', 'adopt'],
    ]);
    expect(
      menu({ ...row, adopted: true, pinned: true }, { state: 'requesting', waitingFor: 'aws', sinceAt: now }, false),
    ).toEqual([
      ['console', 'choose-console'],
      ['copy', 'environment', 'terminal'],
      ['cancel', 'unpin', 'details', 'release'],
    ]);
    expect(menu({ ...row, failure: { ...noNetwork, kind: 'chain-cycle' } }, undefined, false)).toEqual([
      ['pin', 'details'],
    ]);
  });

  it('offers the best of what the failure itself says', () => {
    const actions = rowActions(row, { state: 'failed', failure: notAuthorized, failedAt: now });
    expect(actions.map(({ kind }) => kind)).toEqual(['set-key']);
    expect(actions[0]).toMatchObject({
      label: 'Set mfa_serial…',
      edit: { kind: 'set-key', profile: 'staging-deploy', key: 'mfa_serial' },
    });
  });

  it('offers to add the missing key to the profile that lacks it', () => {
    expect(rowActions(row, { state: 'failed', failure: keyMissing, failedAt: now })[0]).toEqual({
      kind: 'add-key',
      profile: 'company',
    });
  });
});

describe('diffLines', () => {
  it('reads a unified diff without its file headers', () => {
    const diff = '--- a\n+++ b\n@@ -3,2 +3,2 @@\n same\n-old\n+new\n\\ No newline at end of file\n';
    expect(diffLines(diff)).toEqual([
      { kind: 'place', text: 'line 3' },
      { kind: 'same', text: 'same' },
      { kind: 'removed', text: 'old' },
      { kind: 'added', text: 'new' },
    ]);
  });

  it('keeps lines that look like headers but are content', () => {
    expect(diffLines('@@ -1 +1 @@\n--- x\n+++ y\n')).toEqual([
      { kind: 'place', text: 'line 1' },
      { kind: 'removed', text: '-- x' },
      { kind: 'added', text: '++ y' },
    ]);
  });
});
