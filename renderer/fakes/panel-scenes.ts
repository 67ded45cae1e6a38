import type { PopoverStore } from '../store.ts';
import { refusedDiagnosis } from './diagnosis.ts';
import { bad, good, never } from './fake-client.ts';
import { keyScenes } from './key-scenes.ts';
import { press } from './press.tsx';
import { aCatalog, someProblems, someRows, someSessions } from './profiles.ts';
import type { Scenes } from './scene.ts';
import { popover } from './windows.tsx';

const why = { kind: 'diagnosis', profile: 'staging-deploy' } as const;
const DIFF = `--- a/config
+++ b/config
@@ -1,5 +1,6 @@
 # my accounts
 [default]
-region = eu-west-1
+region = eu-central-1
+credential_process = /home/anna/.local/share/rolecall/bin/rolecall credentials
 output = json
 
@@ -12,3 +13,2 @@
 [profile company]
-role_session_name = anna
 region = eu-central-1
`;

/** What covers the list. */
export function panelScenes(now: number): Scenes {
  const rows = someRows(now);
  const active = someSessions(now);
  const edit = { previewFileEdit: () => good({ path: '/home/anna/.aws/config', diff: DIFF }) };
  const show = (actions: PopoverStore['actions']) =>
    actions.show({ kind: 'file-edit', edit: { kind: 'hand-over-default' } });
  const keys = keyScenes(now);
  const keptKeys = popover(aCatalog(rows), active, (actions) => actions.show({ kind: 'access-keys' }), keys.kept);
  const clearKeys = (actions: PopoverStore['actions']) => actions.show({ kind: 'clear-keys' });
  const take = popover(
    keys.catalog(rows),
    active,
    (actions) => actions.show({ kind: 'clear-keys', profile: 'company' }),
    keys.clear,
  );
  const careful = popover(aCatalog(rows), active, (actions) =>
    actions.show({ kind: 'confirm', profile: 'production-admin', act: { kind: 'switch' } }),
  );
  return {
    'popover-edit': popover(aCatalog(rows, { defaultHandedOver: false }), active, show, edit),
    'popover-edit-done': press(
      popover(aCatalog(rows), active, show, { ...edit, applyFileEdit: edit.previewFileEdit }),
      /^Hand over$/,
    ),
    'popover-edit-same': popover(aCatalog(rows), active, show, {
      previewFileEdit: () => good({ path: '/home/anna/.aws/config', diff: '' }),
    }),
    'popover-edit-refused': popover(aCatalog(rows), active, show, {
      previewFileEdit: () =>
        bad({
          kind: 'file-ambiguous',
          message: '[default] is there twice in ~/.aws/config, in lines 3 and 18.',
          remedy: 'Put both into one section, then try again.',
        }),
    }),
    'popover-keys': keptKeys,
    'popover-keys-none': popover(aCatalog(rows), active, (actions) => actions.show({ kind: 'access-keys' }), {
      listAccessKeys: () => good({ accessKeys: [] }),
    }),
    'popover-keys-remove': press(keptKeys, /^Remove company$/),
    'popover-clear-keys': popover(keys.catalog(rows), active, clearKeys, keys.clear),
    'popover-clear-keys-none': popover(aCatalog(rows), active, clearKeys, { findClearKeys: () => good({ keys: [] }) }),
    'popover-take-key': take,
    'popover-take-key-done': press(take, /^Move to the keychain$/),
    'popover-environment': popover(aCatalog(rows), active, (actions) =>
      actions.show({ kind: 'environment', profile: 'staging-deploy' }),
    ),
    'popover-why': popover(aCatalog(rows), active, (actions) => actions.show(why), {
      diagnose: () => good(refusedDiagnosis),
    }),
    'popover-why-looking': popover(aCatalog(rows), active, (actions) => actions.show(why), {
      diagnose: () => never(),
    }),
    'popover-careful': careful,
    'popover-careful-wrong': press(careful, /^Switch$/, { confirm: 'production' }),
    'popover-careful-credentials': popover(aCatalog(rows), active, (actions) =>
      actions.show({
        kind: 'confirm',
        profile: 'production-admin',
        act: { kind: 'copy-credentials', shell: 'bash' },
      }),
    ),
    'popover-ticket': popover(aCatalog(rows), active, (actions) =>
      actions.show({ kind: 'ticket', profile: 'production-admin' }),
    ),
    'popover-problems': popover(aCatalog(rows, { problems: someProblems }), active, (actions) =>
      actions.show({ kind: 'problems' }),
    ),
  };
}
