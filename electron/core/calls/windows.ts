import * as v from 'valibot';
import { call } from './call.ts';
import { Nothing, ProfileName } from './inputs.ts';

/** What the windows themselves answer. */
export const windowCalls = {
  /** Opens the window that takes an access key: a renderer of its own, gone when it closes. */
  showAccessKeyWindow: call(['popover', 'socket'], v.object({ profile: v.optional(ProfileName) }), Nothing),
  showPopover: call(['socket'], Nothing, Nothing),
  closeWindow: call(['popover', 'mfa', 'access-key'], Nothing, Nothing),
  quit: call(['popover', 'socket'], Nothing, Nothing),
} as const;
