import type { Catalog, Sessions, SettingsTarget } from '../../electron/core/contract.ts';
import { PopoverApp } from '../app/popover-app.tsx';
import { SettingsApp } from '../app/settings-app.tsx';
import { createSettingsStore } from '../settings-store.ts';
import { createPopoverStore, type PopoverStore } from '../store.ts';
import { type Answers, createFakeClient, good } from './fake-client.ts';
import { plainPreferences } from './preferences.ts';
import { noSessions } from './profiles.ts';
import type { Scene } from './scene.ts';

/** The popover over a catalog; `then` is what a person does once it is there. */
export function popover(
  catalog: Catalog,
  sessions: Sessions = noSessions,
  then?: (actions: PopoverStore['actions']) => void,
  answers: Answers = {},
): Scene {
  return {
    window: 'popover',
    render: () => {
      const { client } = createFakeClient({ snapshot: () => good({ catalog, sessions }), ...answers });
      const store = createPopoverStore(client);
      if (then) {
        const stop = store.store.subscribe((state) => {
          if (state.status !== 'ready') return;
          stop();
          queueMicrotask(() => then(store.actions));
        });
      }
      return <PopoverApp store={store} />;
    },
  };
}

/** The settings window, opened at a page. */
export function settings(catalog: Catalog, sessions: Sessions, target: SettingsTarget, answers: Answers = {}): Scene {
  const { client } = createFakeClient({
    snapshot: () => good({ catalog, sessions }),
    settingsTarget: () => good(target),
    preferences: () => good(plainPreferences),
    ...answers,
  });
  return { window: 'settings', render: () => <SettingsApp store={createSettingsStore(client)} /> };
}
