import type { Client } from '../../electron/core/client.ts';
import type { ShellEnvironment } from '../../electron/core/contract.ts';
import { text } from '../text.ts';
import type { BeginLeaving } from './leave.ts';
import type { Settle } from './settle.ts';
import type { Store } from './state.ts';
import { createTell } from './tell.ts';

type Shell = ShellEnvironment['shell'];

/** Takes a profile to a shell: by its name, by its credentials, or in a terminal. */
export function createEnvironmentActions(
  client: Client<'popover'>,
  store: Store,
  settle: Settle,
  beginLeaving: BeginLeaving,
) {
  const { getState: get, setState: set } = store;
  const tell = createTell(store);

  return {
    async copyEnvironment(profile: string, shell?: Shell): Promise<boolean> {
      const copied = await client.copyEnvironment({ profile, shell });
      if (!settle(copied, profile) || !copied.ok) return false;
      tell(text.environment.copied(profile), copied.value.adopted ? undefined : text.environment.notAdopted);
      return true;
    },

    /**
     * The main process puts them into the clipboard; they never come here. `confirm` is the name of a careful
     * profile as the person typed it.
     */
    async copyCredentials(profile: string, shell?: Shell, confirm?: string): Promise<boolean> {
      const copied = await client.copyCredentials({ profile, shell, confirm });
      if (!copied.ok && copied.failure.kind === 'confirmation-required') {
        set({ panel: { kind: 'confirm', profile, act: { kind: 'copy-credentials', shell } } });
        return false;
      }
      if (!settle(copied, profile) || !copied.ok) return false;
      tell(
        text.environment.credentialsCopied(profile),
        text.environment.clearedAfter(Math.round(copied.value.clearedAfterMs / 1000)),
      );
      return true;
    },

    async openTerminal(profile: string): Promise<void> {
      const leave = beginLeaving();
      const opened = await client.openTerminal({ profile });
      if (!settle(opened, profile) || !opened.ok) return;
      tell(text.environment.terminalOpened(profile), opened.value.adopted ? undefined : text.environment.notAdopted);
      if (opened.value.adopted) await leave();
    },

    /** Beside the row, or at a height of the window. */
    openRowMenu(top?: number): void {
      if (get().selectedItem) set({ rowMenu: { top }, menuOpen: false });
    },
    closeRowMenu: () => set({ rowMenu: null }),
  };
}
