import { bad, good, never } from './fake-client.ts';
import { keyScenes } from './key-scenes.ts';
import { aCatalog, aRow, brokenRow, manyRows, noSessions, someProblems, someRows, someSessions } from './profiles.ts';
import type { Scenes } from './scene.ts';
import { popover } from './windows.tsx';

/** The list of profiles: empty, long, searched, unreadable. */
export function listScenes(now: number): Scenes {
  const rows = someRows(now);
  const active = someSessions(now);
  const keys = keyScenes(now);
  return {
    'popover-search': popover(aCatalog(rows), active, (actions) => actions.search('prod')),
    'popover-no-match': popover(aCatalog(rows), active, (actions) => actions.search('kumquat')),
    'popover-broken': popover(
      aCatalog([...rows.slice(0, 4), brokenRow], { problems: someProblems }),
      noSessions,
      (actions) => actions.move('last'),
    ),
    'popover-loading': popover(aCatalog(rows), noSessions, undefined, { snapshot: () => never() }),
    'popover-unreadable': popover(aCatalog(rows), noSessions, undefined, {
      snapshot: () =>
        bad({
          kind: 'file-unreadable',
          message: '~/.aws/config cannot be read: permission denied.',
          remedy: 'Make the file readable for your user (chmod 600), then try again.',
        }),
    }),
    'popover-empty': popover(aCatalog([], { defaultHandedOver: false })),
    'popover-nothing-readable': popover(
      aCatalog([], {
        defaultHandedOver: false,
        problems: [
          { file: '~/.aws/config', line: 3, message: 'This line has no "=".', remedy: 'Correct or delete it.' },
        ],
      }),
    ),
    'popover-one': popover(
      aCatalog([aRow('production', { roleName: 'AdministratorAccess' })], { defaultHandedOver: false }),
    ),
    'popover-many': popover(aCatalog(manyRows(12_000))),
    'popover-grouped': popover(aCatalog(rows), active, (actions) => void actions.groupBy('account')),
    'popover-collapsed': popover(aCatalog(rows), active, (actions) => {
      void actions
        .groupBy('account')
        .then(() => actions.foldAll(true))
        .then(() => actions.move('last'));
    }),
    'popover-by-tag': popover(aCatalog(rows), active, (actions) => void actions.groupBy('tag')),
    'popover-actions': popover(aCatalog(rows), active, (actions) => {
      actions.move('next');
      actions.move('next');
    }),
    'popover-row-menu': popover(aCatalog(rows), active, (actions) => {
      actions.move('first');
      // It hangs from a row, which must be there.
      setTimeout(actions.openRowMenu, 50);
    }),
    'popover-copied': popover(aCatalog(rows), active, (actions) => void actions.copyEnvironment('production-admin')),
    'popover-credentials-copied': popover(
      aCatalog(rows),
      active,
      (actions) => void actions.copyCredentials('production-admin'),
      { copyCredentials: () => good({ clearedAfterMs: 60_000 }) },
    ),
    'popover-menu': popover(aCatalog(rows), active, (actions) => actions.openMenu(true)),
    'popover-welcome': popover(
      aCatalog([...rows, aRow('data-read', { kind: 'identity-center', ssoSession: 'acme' })], {
        defaultHandedOver: false,
        keysInClear: ['company'],
      }),
      noSessions,
      undefined,
      { welcome: () => good({ welcomed: false }) },
    ),
    'popover-keys-in-clear': popover(keys.catalog(rows), active),
  };
}
