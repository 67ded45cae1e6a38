import * as v from 'valibot';
import { BrowserChoiceSchema, InstalledBrowserSchema } from '../console/browser-choice.ts';
import { call } from './call.ts';
import { MfaCode, Nothing, ProfileName } from './inputs.ts';

/** As it was pasted. */
const ConsoleText = v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(8192));

const ServicePath = v.pipe(
  v.string(),
  v.regex(/^[a-z0-9-]{1,64}$/, "a service is a console's path name, for example ec2"),
);
const RegionCode = v.pipe(v.string(), v.regex(/^[a-z0-9-]{1,64}$/, 'a region is a code, for example eu-central-1'));

const ConsoleInput = v.object({
  profile: ProfileName,
  region: v.optional(v.string()),
  service: v.optional(ServicePath),
  /** Service and region are to be the profile's choice when somebody chooses the next time. */
  keep: v.optional(v.boolean()),
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

/** What there is to choose for the console of a profile. */
const ConsoleChoicesSchema = v.object({
  /** Consoles that were opened, by path name, newest first. */
  recentServices: v.array(v.string()),
  favouriteServices: v.array(v.string()),
  /** Those of the profile's partition: favourites first, then those that profiles name, then the rest. */
  regions: v.array(
    v.object({
      code: v.string(),
      /** None for a region that AWS has opened since. */
      name: v.optional(v.string()),
      favourite: v.boolean(),
      named: v.boolean(),
    }),
  ),
  /** What was chosen for this profile before. */
  last: v.object({ service: v.optional(v.string()), region: v.optional(v.string()) }),
});
export type ConsoleChoices = v.InferOutput<typeof ConsoleChoicesSchema>;

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
  /** What the choice of a profile's console begins with. */
  consoleChoices: call(['popover'], v.object({ profile: ProfileName }), ConsoleChoicesSchema),
  /** Puts a service or a region first in the choice, or no longer. */
  favourConsole: call(
    ['popover'],
    v.variant('kind', [
      v.object({ kind: v.literal('service'), id: ServicePath, favourite: v.boolean() }),
      v.object({ kind: v.literal('region'), id: RegionCode, favourite: v.boolean() }),
    ]),
    Nothing,
  ),
} as const;
