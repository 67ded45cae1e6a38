import * as v from 'valibot';
import { BrowserChoiceSchema, InstalledBrowserSchema } from '../console/browser-choice.ts';
import { call } from './call.ts';
import { MfaCode, Nothing, ProfileName } from './inputs.ts';

/** As it was pasted. */
const ConsoleText = v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(8192));

const ConsoleInput = v.object({
  profile: ProfileName,
  region: v.optional(v.string()),
  service: v.optional(
    v.pipe(v.string(), v.regex(/^[a-z0-9-]{1,64}$/, "a service is a console's path name, for example ec2")),
  ),
  /** An ARN or a link, whose page is opened: it says service and region by itself. */
  resource: v.optional(ConsoleText),
  /** The name of a careful profile, typed by the person. */
  confirm: v.optional(v.string()),
  mfaCode: v.optional(MfaCode),
  /** Instead of the one that was chosen for the profile. */
  browser: v.optional(v.union([v.literal('default'), BrowserChoiceSchema])),
  /** Through Identity Center's access portal, signed in by what the browser knows. */
  portal: v.optional(v.boolean()),
});

/** What an ARN or a link leads to, and as whom. */
const FoundConsoleSchema = v.object({
  /** In words, for a sentence: `the S3 bucket logs`. */
  what: v.string(),
  accountId: v.optional(v.string()),
  region: v.optional(v.string()),
  /** Who reaches it, the best first; never empty. */
  profiles: v.array(v.string()),
});
export type FoundConsole = v.InferOutput<typeof FoundConsoleSchema>;

/** `consoleLink` carries a secret: the socket only. */
export const consoleCalls = {
  consoleLink: call(['socket'], ConsoleInput, v.object({ url: v.string() })),
  openConsole: call(['popover', 'settings', 'socket'], ConsoleInput, Nothing),
  /** Which page an ARN or a pasted link means, and which profiles reach it. */
  findConsole: call(['socket'], v.object({ text: ConsoleText }), FoundConsoleSchema),
  /** Puts the link into the clipboard, for so long if it signs in; the window that asks never sees it. */
  copyConsoleLink: call(['popover'], ConsoleInput, v.object({ clearedAfterMs: v.optional(v.number()) })),
  /** The browsers of this computer, and which of them opens the consoles of a profile. */
  browsers: call(
    ['popover', 'settings', 'socket'],
    v.object({ profile: v.optional(ProfileName) }),
    v.object({
      installed: v.array(InstalledBrowserSchema),
      /** The default browser when there is none. */
      chosen: v.optional(BrowserChoiceSchema),
      /** It was chosen for all profiles of the account. */
      byAccount: v.optional(v.boolean()),
    }),
  ),
  /** `null` for the default browser. For all profiles of the profile's account with `forAccount`. */
  chooseBrowser: call(
    ['popover', 'settings', 'socket'],
    v.object({
      profile: ProfileName,
      choice: v.nullable(BrowserChoiceSchema),
      forAccount: v.optional(v.boolean()),
    }),
    Nothing,
  ),
  /** What was opened before, newest first, and the regions that the profiles name. */
  consoleChoices: call(['popover'], Nothing, v.object({ services: v.array(v.string()), regions: v.array(v.string()) })),
} as const;
