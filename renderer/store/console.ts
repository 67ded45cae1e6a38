import type { Client } from '../../electron/core/client.ts';
import type { Settle } from './settle.ts';
import type { ConsoleTarget, Store } from './state.ts';

/** Opens the console of a profile, or copies the link to it. */
export function createConsoleActions(
  client: Client<'popover'>,
  { getState: get, setState: set }: Store,
  settle: Settle,
) {
  return {
    async openConsole(profile: string, to?: ConsoleTarget): Promise<void> {
      if (get().openingConsole !== null) return;
      set({ openingConsole: profile });
      const opened = await client.openConsole({ profile, ...(to ?? { service: get().service?.path }) });
      set({ openingConsole: null });
      settle(opened, profile);
    },

    /** `true` when the link is in the clipboard. */
    async copyConsoleLink(profile: string, to: ConsoleTarget): Promise<boolean> {
      return settle(await client.copyConsoleLink({ profile, ...to }), profile);
    },
  };
}
