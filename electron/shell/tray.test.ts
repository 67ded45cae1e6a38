import { describe, expect, it } from 'vitest';
import type { ProfileRow } from '../core/contract.ts';
import type { SessionState } from '../core/session.ts';
import { nextChangeMs, timeLeft } from '../core/time-left.ts';
import { trayIcon, trayIconFile } from './tray-icon.ts';
import { trayMenu } from './tray-menu.ts';
import { MENU_LIMIT, menuRows, nextTrayChangeMs, type TrayState } from './tray-state.ts';
import { trayTooltip } from './tray-tooltip.ts';

const NOW = 1_800_000_000_000;
const MIN = 60_000;

const row = (name: string, more: Partial<ProfileRow> = {}): ProfileRow => ({
  name,
  kind: 'role',
  needsCode: false,
  pinned: false,
  careful: false,
  adopted: false,
  ...more,
});

function stateOf(
  rows: ProfileRow[],
  byProfile: Record<string, SessionState> = {},
  activeProfile: string | null = null,
  questionWaits = false,
): TrayState {
  return {
    catalog: { rows, problems: [], defaultHandedOver: false },
    sessions: { activeProfile, byProfile },
    questionWaits,
    locked: false,
  };
}

const live = (leftMs: number): SessionState => ({ state: 'active', startedAt: NOW - MIN, expiresAt: NOW + leftMs });
const labels = (state: TrayState) =>
  trayMenu(state, NOW).map((entry) => ('separator' in entry ? '-' : `${entry.enabled ? '' : '('}${entry.label}`));

describe('timeLeft', () => {
  it.each([
    [61 * MIN, '1 h 1 min left'],
    [120 * MIN, '2 h left'],
    [43 * MIN + 59_999, '43 min left'],
    [59_999, 'under 1 min left'],
    [0, 'expired'],
    [-1, 'expired'],
  ])('%d ms: %s', (leftMs, words) => {
    expect(timeLeft(NOW + leftMs, NOW)).toBe(words);
  });

  it('changes exactly when nextChangeMs says, and not before', () => {
    for (const leftMs of [
      1,
      59_999,
      60_000,
      60_001,
      5 * MIN,
      5 * MIN + 1,
      43 * MIN + 12_345,
      60 * MIN,
      12 * 60 * MIN,
    ]) {
      const expiresAt = NOW + leftMs;
      const delayMs = nextChangeMs(expiresAt, NOW) ?? Number.NaN;
      expect(timeLeft(expiresAt, NOW + delayMs)).not.toBe(timeLeft(expiresAt, NOW));
      expect(timeLeft(expiresAt, NOW + delayMs - 1)).toBe(timeLeft(expiresAt, NOW));
    }
    expect(nextChangeMs(NOW, NOW)).toBeUndefined();
  });
});

describe('menuRows', () => {
  it('takes pinned, active, recent (newest first), then others, roles first', () => {
    const rows = [
      row('base', { kind: 'user' }),
      row('new'),
      row('old', { lastUsedAt: 1 }),
      row('recent', { lastUsedAt: 2 }),
      row('running'),
      row('pin', { pinned: true }),
    ];
    const names = menuRows(stateOf(rows, {}, 'running')).map(({ name }) => name);
    expect(names).toEqual(['pin', 'running', 'recent', 'old', 'new', 'base']);
  });

  it('shows ten, but every pin', () => {
    const many = Array.from({ length: 30 }, (_, index) => row(`p${index}`));
    expect(menuRows(stateOf(many))).toHaveLength(MENU_LIMIT);
    expect(menuRows(stateOf(many.map((each) => ({ ...each, pinned: true }))))).toHaveLength(30);
  });

  it('leaves out what cannot be used', () => {
    const failure = { kind: 'chain-cycle', message: 'm', remedy: 'r' } as const;
    expect(menuRows(stateOf([row('a', { failure }), row('b', { kind: 'other' })]))).toEqual([]);
  });
});

describe('of 12,000 profiles', () => {
  const many = 12_000;

  it('the menu reads each once, and none again while only sessions and the time change', () => {
    let reads = 0;
    const rows = Array.from({ length: many }, (_, at) => {
      const used = at % 1_000 === 0 ? { lastUsedAt: at } : {};
      return Object.defineProperty(row(`p${at}`, used), 'failure', { get: () => void reads++ });
    });
    const { catalog } = stateOf(rows);
    const show = (byProfile: Record<string, SessionState>, active: string | null) => {
      const state = { ...stateOf([], byProfile, active), catalog };
      trayMenu(state, NOW);
      nextTrayChangeMs(state, NOW);
    };
    show({}, null);
    expect(reads).toBe(many);
    reads = 0;
    show({ p11000: live(43 * MIN) }, 'p11000');
    show({ p11000: live(42 * MIN), p5: live(MIN) }, 'p11000');
    expect(reads).toBeLessThan(MENU_LIMIT);
  });

  it('finds an active one that nobody has used here', () => {
    const rows = Array.from({ length: many }, (_, at) => row(`p${at}`));
    expect(menuRows(stateOf(rows, {}, 'p11999'))[0]?.name).toBe('p11999');
  });
});

describe('trayMenu', () => {
  it('begins entries with the profile; the active one says its time left', () => {
    const state = stateOf([row('r&d'), row('main')], { main: live(43 * MIN), 'r&d': live(2 * MIN) }, 'main');
    expect(labels(state)).toEqual([
      'main — active, 43 min left',
      'r&&d — 2 min left',
      '-',
      'Open Rolecall',
      'Open console',
      'Sign out of all 2 sessions',
      'Lock',
      'Settings…',
      '-',
      'Quit Rolecall',
    ]);
    expect(trayMenu(state, NOW)[0]).toMatchObject({ action: { kind: 'switch', profile: 'main' } });
    expect(trayMenu(state, NOW)[4]).toMatchObject({ action: { kind: 'console', profile: 'main' } });
  });

  it('says production and the name of the account in words', () => {
    const rows = [
      row('eu-admin', { accountName: 'Acme & Sons Production', production: true, careful: true }),
      row('prod-reader', { accountName: 'Toys' }),
    ];
    expect(labels(stateOf(rows)).slice(0, 2)).toEqual([
      'eu-admin — PRODUCTION, Acme && Sons Production, careful',
      'prod-reader — Toys',
    ]);
  });

  it('offers nothing that cannot work', () => {
    expect(labels(stateOf([]))).toEqual([
      'Open Rolecall',
      '(Open console',
      '(Sign out of all',
      'Lock',
      'Settings…',
      '-',
      'Quit Rolecall',
    ]);
  });

  it('names nothing while Rolecall is locked', () => {
    const locked = { ...stateOf([row('prod')], { prod: live(43 * MIN) }, 'prod', true), locked: true };
    expect(labels(locked)).toEqual(['Unlock Rolecall', '-', 'Quit Rolecall']);
    expect([trayIcon(locked, NOW), trayTooltip(locked, NOW)]).toEqual(['locked', 'Rolecall: locked']);
  });

  it('leads to a waiting question', () => {
    const asking: SessionState = { state: 'requesting', waitingFor: 'code', sinceAt: NOW };
    expect(labels(stateOf([row('prod', { production: true })], { prod: asking }, null, true)).slice(0, 3)).toEqual([
      'Enter MFA code…',
      '-',
      'prod — PRODUCTION, waits for an MFA code',
    ]);
  });

  it('is not misled by a profile named like a property of every object', () => {
    expect(labels(stateOf([row('constructor')]))[0]).toBe('constructor');
  });
});

describe('trayIcon and trayTooltip', () => {
  it.each([
    [stateOf([]), 'idle', 'Rolecall: no active role'],
    [stateOf([row('p')], { p: live(60 * MIN) }, 'p'), 'active', 'Rolecall: p, 1 h left'],
    [
      stateOf([row('p', { production: true })], { p: live(60 * MIN) }, 'p'),
      'production',
      'Rolecall: p, PRODUCTION, 1 h left',
    ],
    [stateOf([row('p')], { p: live(5 * MIN) }, 'p'), 'active', 'Rolecall: p, 5 min left'],
    [stateOf([row('p')], { p: live(5 * MIN - 1) }, 'p'), 'expiring', 'Rolecall: p, 4 min left'],
    [stateOf([row('p')], { p: live(0) }, 'p'), 'attention', 'Rolecall: p, expired'],
    [stateOf([row('p')], { p: { state: 'expired', expiredAt: NOW } }, 'p'), 'attention', 'Rolecall: p, expired'],
    [stateOf([row('p')], { p: live(60 * MIN), q: live(MIN) }, 'p'), 'active', 'Rolecall: p, 1 h left; 1 other session'],
    [stateOf([], { a: live(MIN), b: live(MIN) }), 'idle', 'Rolecall: no active role; 2 sessions'],
    [stateOf([], {}, null, true), 'attention', 'Rolecall: an MFA code is needed (no active role)'],
    [stateOf([row('p')], { p: { state: 'signed-out', signedOutAt: NOW } }, 'p'), 'idle', 'Rolecall: p, signed out'],
  ] as const)('case %#', (state, icon, tooltip) => {
    expect(trayIcon(state, NOW)).toBe(icon);
    expect(trayTooltip(state, NOW)).toBe(tooltip);
  });

  it('names images as the platform wants them', () => {
    expect(trayIconFile('idle', 'linux')).toBe('idle.png');
    expect(trayIconFile('idle', 'darwin')).toBe('idleTemplate.png');
  });
});

describe('nextTrayChangeMs', () => {
  it('is the earliest change of what is shown', () => {
    const state = stateOf([row('a'), row('b')], { a: live(10 * MIN + 7_000), b: live(3 * MIN + 2_000) }, 'a');
    expect(nextTrayChangeMs(state, NOW)).toBe(2_001);
  });

  it('is never while nothing runs out', () => {
    expect(nextTrayChangeMs(stateOf([row('a')]), NOW)).toBeUndefined();
  });
});
