import type { Client } from '../../electron/core/client.ts';
import { canSignOut } from '../model/session-view.ts';
import { text } from '../text.ts';
import type { BeginLeaving } from './leave.ts';
import type { Settle } from './settle.ts';
import type { Store } from './state.ts';

/** Begins sessions and ends them. */
export function createSessionActions(
  client: Client<'popover'>,
  { getState: get, setState: set }: Store,
  settle: Settle,
  beginLeaving: BeginLeaving,
) {
  return {
    /** `confirm` is the name of a careful profile as the person typed it, `ticket` what they work on. */
    async switchTo(
      profile: string,
      { confirm, ticket }: { readonly confirm?: string | undefined; readonly ticket?: string | undefined } = {},
    ): Promise<void> {
      // The same words again would be silent.
      set({ announcement: '' });
      const leave = beginLeaving();
      const switched = await client.switchProfile({ profile, confirm, ticket });
      if (!switched.ok && switched.failure.kind === 'ticket-needed') {
        set({ panel: { kind: 'ticket', profile, confirm } });
        return;
      }
      if (!switched.ok && switched.failure.kind === 'confirmation-required') {
        set({ panel: { kind: 'confirm', profile, act: { kind: 'switch' } } });
        return;
      }
      if (!settle(switched, profile)) return;
      set({ announcement: text.announce.switched(profile) });
      await leave();
    },

    /** `false` when there is nothing to sign out of. */
    signOut(profile: string): boolean {
      if (!canSignOut(get().sessions.byProfile[profile])) return false;
      client.signOut({ profile }).then((result) => {
        if (settle(result)) set({ announcement: text.announce.signedOut(profile) });
      });
      return true;
    },

    async signOutAll(): Promise<void> {
      if (settle(await client.signOut({}))) set({ announcement: text.announce.signedOutAll });
    },

    async lock(): Promise<void> {
      settle(await client.lock({}));
    },

    async unlock(): Promise<void> {
      settle(await client.unlock({}));
    },
  };
}
