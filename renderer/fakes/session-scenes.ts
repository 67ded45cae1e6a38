import { type Answers, bad, good } from './fake-client.ts';
import { press } from './press.tsx';
import {
  aCatalog,
  anActive,
  keyMissing,
  noNetwork,
  notAuthorized,
  oneSession,
  someRows,
  someSessions,
} from './profiles.ts';
import type { Scenes } from './scene.ts';
import { popover } from './windows.tsx';

const MINUTE = 60_000;

/** Sessions in each of their states. */
export function sessionScenes(now: number): Scenes {
  const rows = someRows(now);
  const active = someSessions(now);
  const locked: Answers = {
    lockState: () => good({ lock: { locked: true, reason: 'idle', lockedAt: now - 40 * MINUTE } }),
  };
  return {
    'popover-idle': popover(aCatalog(rows)),
    'popover-active': popover(aCatalog(rows), active),
    'popover-several': popover(aCatalog(rows), { ...active, activeProfile: 'staging-deploy' }, (actions) =>
      actions.move('last'),
    ),
    'popover-expiring': popover(aCatalog(rows), oneSession(anActive(now, 4 * MINUTE + 9000))),
    'popover-expired': popover(aCatalog(rows), oneSession({ state: 'expired', expiredAt: now - MINUTE })),
    'popover-long-session': popover(
      aCatalog(rows),
      oneSession(anActive(now, 11 * 60 * MINUTE, 12 * 60 * MINUTE), 'data-platform-us-warehouse-migration-2026'),
    ),
    'popover-shortened': popover(
      aCatalog(rows),
      oneSession({ ...anActive(now, 42 * MINUTE), shortened: { wishedSeconds: 28_800, givenSeconds: 3600 } }),
    ),
    'popover-waiting-code': popover(
      aCatalog(rows),
      {
        activeProfile: 'production-admin',
        byProfile: {
          'production-admin': anActive(now, 42 * MINUTE),
          'production-readonly': { state: 'requesting', waitingFor: 'code', sinceAt: now - 12_000 },
        },
      },
      (actions) => actions.move('next'),
    ),
    'popover-waiting-keychain': popover(
      aCatalog(rows),
      oneSession({ state: 'requesting', waitingFor: 'keychain', sinceAt: now - 1000 }),
    ),
    'popover-waiting-aws': popover(
      aCatalog(rows),
      oneSession({ state: 'requesting', waitingFor: 'aws', sinceAt: now - 8000, untilAt: now + 12_000 }),
    ),
    'popover-clock-off': popover(aCatalog(rows), active, undefined, {
      clockSkew: () => good({ skew: { aheadMs: 7 * MINUTE } }),
    }),
    'popover-failed': popover(
      aCatalog(rows),
      {
        activeProfile: null,
        byProfile: {
          'staging-deploy': { state: 'failed', failure: notAuthorized, failedAt: now },
          'production-readonly': { state: 'failed', failure: keyMissing, failedAt: now },
        },
      },
      (actions) => actions.move('next'),
    ),
    'popover-refused': popover(
      aCatalog(rows),
      {
        activeProfile: null,
        byProfile: { 'staging-deploy': { state: 'failed', failure: notAuthorized, failedAt: now } },
      },
      (actions) => {
        actions.move('next');
        actions.move('next');
      },
    ),
    'popover-active-failed': popover(
      aCatalog(rows),
      oneSession({ state: 'failed', failure: noNetwork, failedAt: now }),
    ),
    'popover-call-failed': popover(aCatalog(rows), active, (actions) => void actions.openConsole('sandbox'), {
      openConsole: () => bad(noNetwork),
    }),
    'popover-locked': popover(aCatalog(rows), active, undefined, locked),
    'popover-locked-refused': press(
      popover(aCatalog(rows), active, undefined, {
        ...locked,
        unlock: () =>
          bad({
            kind: 'keychain-locked',
            message: 'The keychain was not unlocked.',
            remedy: 'Unlock it with the password of your login, then try again.',
          }),
      }),
      /^Unlock$/,
    ),
  };
}
