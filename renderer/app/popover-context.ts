import { createContext, useContext } from 'react';
import { useStore } from 'zustand';
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
