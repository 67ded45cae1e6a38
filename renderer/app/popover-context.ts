import { createContext, useContext } from 'react';
import { useStore } from 'zustand';
import type { ProfileRow } from '../../electron/core/contract.ts';
import type { PopoverState } from '../store/state.ts';
import type { PopoverStore } from '../store.ts';

export const PopoverContext = createContext<PopoverStore | null>(null);

function usePopoverStore(): PopoverStore {
  const found = useContext(PopoverContext);
  if (!found) throw new Error('a popover screen stands outside PopoverContext');
  return found;
}

/** The part of the state a screen shows; it renders again only when that part changes. */
export function usePopover<T>(select: (state: PopoverState) => T): T {
  return useStore(usePopoverStore().store, select);
}

export function useActions(): PopoverStore['actions'] {
  return usePopoverStore().actions;
}

export function usePopoverClient(): PopoverStore['client'] {
  return usePopoverStore().client;
}

/** The row of the profile that a panel or the header is about. Unless it is the selected one it comes a moment later than its name. */
export function useRow(profile: string): ProfileRow | undefined {
  return usePopover(
    ({ rows, selectedItem }) =>
      rows.get(profile) ?? (selectedItem?.row.name === profile ? selectedItem.row : undefined),
  );
}
