import { CSPProvider } from '@base-ui/react/csp-provider';
import { Tabs } from '@base-ui/react/tabs';
import { useEffect } from 'react';
import type { SettingsSection } from '../../electron/core/contract.ts';
import { meaningOf, settingsKeys } from '../model/keys.ts';
import { FailureNote } from '../parts/failure-note.tsx';
import { pressedKeys } from '../parts/keys.tsx';
import { useWindowKeys } from '../parts/use-window-keys.ts';
import { Locked } from '../screens/locked.tsx';
import { sections } from '../screens/settings/sections.ts';
import type { SettingsStore } from '../settings-store.ts';
import { text } from '../text.ts';
import { SettingsContext, useSettings, useSettingsActions } from './settings-context.ts';

const names = Object.keys(sections) as SettingsSection[];

/** The window of details and settings: pages in a sidebar, one of them open. */
export function SettingsApp({ store }: { store: SettingsStore }) {
  useEffect(() => {
    const stop = store.follow();
    void store.actions.load();
    return stop;
  }, [store]);

  useWindowKeys((event) => {
    if (meaningOf(settingsKeys, pressedKeys(event)) !== 'close') return;
    event.preventDefault();
    void store.client.closeWindow({});
  });

  return (
    // The page's policy allows no inline styles, so the widgets must not bring any.
    <CSPProvider disableStyleElements>
      <SettingsContext value={store}>
        <div className="whole">
          <Content />
        </div>
      </SettingsContext>
    </CSPProvider>
  );
}

function Content() {
  const actions = useSettingsActions();
  const lock = useSettings((state) => state.lock);
  const failure = useSettings((state) => state.failure);
  if (!lock) return null;
  if (!lock.locked) return <Pages />;
  return (
    <div className="settings">
      <Locked lock={lock} failure={failure} onUnlock={() => void actions.unlock()} onDismiss={actions.dismiss} />
    </div>
  );
}

function Pages() {
  const actions = useSettingsActions();
  const section = useSettings((state) => state.section);
  return (
    <Tabs.Root
      className="settings"
      render={<main />}
      orientation="vertical"
      value={section}
      onValueChange={(next) => actions.show(next as SettingsSection)}
    >
      <Tabs.List className="sidebar" aria-label={text.settings.label} activateOnFocus>
        {names.map((name) => {
          const { icon: Icon } = sections[name];
          return (
            <Tabs.Tab key={name} value={name} className="sidebar-entry">
              <Icon size={16} strokeWidth={1.75} aria-hidden />
              <span>{text.settings.sections[name].title}</span>
            </Tabs.Tab>
          );
        })}
      </Tabs.List>
      {names.map((name) => {
        const { Page } = sections[name];
        return (
          <Tabs.Panel key={name} value={name} className="page">
            <PageFailure />
            <Page />
          </Tabs.Panel>
        );
      })}
    </Tabs.Root>
  );
}

function PageFailure() {
  const actions = useSettingsActions();
  const failure = useSettings((state) => state.failure);
  return failure && <FailureNote alert failure={failure} onDismiss={actions.dismiss} />;
}
