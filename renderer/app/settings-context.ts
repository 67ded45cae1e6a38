import { createContext, useContext } from 'react';
import { useStore } from 'zustand';
import type { SettingsState, SettingsStore } from '../settings-store.ts';

export const SettingsContext = createContext<SettingsStore | null>(null);

function useSettingsStore(): SettingsStore {
  const found = useContext(SettingsContext);
  if (!found) throw new Error('a settings page stands outside SettingsContext');
  return found;
}

/** The part of the state a page shows. */
export function useSettings<T>(select: (state: SettingsState) => T): T {
  return useStore(useSettingsStore().store, select);
}

export function useSettingsActions(): SettingsStore['actions'] {
  return useSettingsStore().actions;
}

export function useSettingsClient(): SettingsStore['client'] {
  return useSettingsStore().client;
}
