import * as v from 'valibot';
import { call } from './call.ts';
import { MfaCode, Nothing, ProfileName } from './inputs.ts';

const ConsoleInput = v.object({
  profile: ProfileName,
  region: v.optional(v.string()),
  service: v.optional(
    v.pipe(v.string(), v.regex(/^[a-z0-9-]{1,64}$/, "a service is a console's path name, for example ec2")),
  ),
  mfaCode: v.optional(MfaCode),
  /** Through Identity Center's access portal, signed in by what the browser knows. */
  portal: v.optional(v.boolean()),
});

/** `consoleLink` carries a secret: the socket only. */
export const consoleCalls = {
  consoleLink: call(['socket'], ConsoleInput, v.object({ url: v.string() })),
  openConsole: call(['popover', 'settings', 'socket'], ConsoleInput, Nothing),
  /** Puts the link into the clipboard; the window that asks never sees it. */
  copyConsoleLink: call(['popover'], ConsoleInput, Nothing),
  /** What was opened before, newest first, and the regions that the profiles name. */
  consoleChoices: call(['popover'], Nothing, v.object({ services: v.array(v.string()), regions: v.array(v.string()) })),
} as const;
