import type { Client } from '../../electron/core/client.ts';
import { text } from '../text.ts';
import type { BeginLeaving } from './leave.ts';
import type { Settle } from './settle.ts';
import type { ConsoleTarget, PopoverState, Store } from './state.ts';
import { createTell } from './tell.ts';

/** What the search box says: the ARN or link in it, or the service at its end. */
function typedTarget({ destination, service }: PopoverState): ConsoleTarget {
  return destination?.state === 'found' ? { resource: destination.text } : { service: service?.path };
}

/** Opens the console of a profile, or copies the link to it. */
export function createConsoleActions(
  client: Client<'popover'>,
  store: Store,
  settle: Settle,
  beginLeaving: BeginLeaving,
) {
  const { getState: get, setState: set } = store;
  const tell = createTell(store);
  return {
    /** `confirm` is the name of a careful profile as the person typed it. */
    async openConsole(profile: string, to?: ConsoleTarget, confirm?: string): Promise<void> {
      if (get().openingConsole !== null) return;
      const target = to ?? typedTarget(get());
      const leave = beginLeaving();
      set({ openingConsole: profile, withoutBrowser: null });
      const opened = await client.openConsole({ profile, ...target, confirm });
      set({ openingConsole: null });
      if (!opened.ok && opened.failure.kind === 'not-there') set({ withoutBrowser: { profile, target } });
      if (!opened.ok && opened.failure.kind === 'confirmation-required')
        set({ panel: { kind: 'confirm', profile, act: { kind: 'open-console', target } } });
      else if (settle(opened, profile)) {
        set({ announcement: text.announce.consoleOpened(profile) });
        await leave();
      }
    },

    async copyConsoleLink(profile: string, target: ConsoleTarget, confirm?: string): Promise<void> {
      const copied = await client.copyConsoleLink({ profile, ...target, confirm });
      if (!copied.ok && copied.failure.kind === 'confirmation-required')
        set({ panel: { kind: 'confirm', profile, act: { kind: 'copy-link', target } } });
      else if (settle(copied, profile) && copied.ok) {
        const { clearedAfterMs } = copied.value;
        const seconds = Math.round((clearedAfterMs ?? 0) / 1000);
        tell(text.console.copied(profile), seconds > 0 ? text.console.copiedFor(seconds) : undefined);
      }
    },
  };
}
