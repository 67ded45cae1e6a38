import type { Client } from '../../electron/core/client.ts';
import { text } from '../text.ts';
import type { Settle } from './settle.ts';
import type { ConsoleTarget, PopoverState, Store } from './state.ts';

/** What the search box says: the ARN or link in it, or the service at its end. */
function typedTarget({ destination, service }: PopoverState): ConsoleTarget {
  return destination?.state === 'found' ? { resource: destination.text } : { service: service?.path };
}

/** Opens the console of a profile, or copies the link to it. */
export function createConsoleActions(
  client: Client<'popover'>,
  { getState: get, setState: set }: Store,
  settle: Settle,
) {
  return {
    /** `confirm` is the name of a careful profile as the person typed it. */
    async openConsole(profile: string, to?: ConsoleTarget, confirm?: string): Promise<void> {
      if (get().openingConsole !== null) return;
      const target = to ?? typedTarget(get());
      set({ openingConsole: profile, withoutBrowser: null });
      const opened = await client.openConsole({ profile, ...target, confirm });
      set({ openingConsole: null });
      if (!opened.ok && opened.failure.kind === 'not-there') set({ withoutBrowser: { profile, target } });
      if (!opened.ok && opened.failure.kind === 'confirmation-required')
        set({ panel: { kind: 'confirm', profile, console: target } });
      else if (settle(opened, profile)) set({ announcement: text.announce.consoleOpened(profile) });
    },

    /** `true` when the link is in the clipboard. */
    async copyConsoleLink(profile: string, to: ConsoleTarget): Promise<boolean> {
      return settle(await client.copyConsoleLink({ profile, ...to }), profile);
    },
  };
}
