import * as v from 'valibot';
import { FailureSchema } from '../failure.ts';
import { call } from './call.ts';
import { CatalogSchema, ProfileRowSchema } from './catalog.ts';
import { Nothing, ProfileName } from './inputs.ts';
import { SessionsSchema } from './sessions.ts';

export const ListRowSchema = v.object({
  kind: v.literal('row'),
  row: ProfileRowSchema,
  /** From 1, headings not counted. */
  position: v.number(),
});
export type ListRow = v.InferOutput<typeof ListRowSchema>;

/** A line of the popover's list: a heading or a profile. */
export const ListItemSchema = v.variant('kind', [
  v.object({ kind: v.literal('heading'), group: v.picklist(['pinned', 'recent', 'others', 'broken']) }),
  ListRowSchema,
]);
export type ListItem = v.InferOutput<typeof ListItemSchema>;

/** What is known of the catalogue without its rows, of which there may be thousands. */
export const OverviewSchema = v.object({
  profiles: v.number(),
  problems: CatalogSchema.entries.problems,
  defaultHandedOver: v.boolean(),
  keysInClear: v.array(v.string()),
  /** How many sign-ins the profiles of Identity Center begin with. */
  signIns: v.number(),
  /** A profile without its access key. */
  lacksKey: v.optional(v.string()),
});
export type Overview = v.InferOutput<typeof OverviewSchema>;

/** Where an ARN or a link in the search box leads; the list is who reaches it. */
export const DestinationSchema = v.variant('state', [
  v.object({
    state: v.literal('found'),
    /** In words, for a sentence: `the S3 bucket logs`. */
    what: v.string(),
    region: v.optional(v.string()),
  }),
  v.object({ state: v.literal('failed'), failure: FailureSchema }),
]);
export type Destination = v.InferOutput<typeof DestinationSchema>;

const whole = v.pipe(v.number(), v.integer(), v.minValue(0));

/**
 * The list stays in the main process, with the search in it: a window asks for
 * the lines that it shows ([decision 19](docs/decisions/0019-the-list-stays-in-main.md)).
 */
export const listCalls = {
  overview: call(['popover'], Nothing, v.object({ overview: OverviewSchema, sessions: SessionsSchema })),
  listProfiles: call(
    ['popover', 'settings'],
    v.object({
      /** As long as the address of a page may be. */
      query: v.pipe(v.string(), v.maxLength(8192)),
      /** What is looked for when no profile has `query` as it was typed. */
      otherwise: v.optional(v.pipe(v.string(), v.maxLength(8192))),
      /** The first line wanted, and how many. */
      from: whole,
      count: v.pipe(whole, v.maxValue(200)),
      /** In the order of the newest use. Otherwise in the one it was last told: rows do not jump under a hand. */
      afresh: v.optional(v.boolean()),
      /** The profile that stays selected if it is found. */
      keep: v.optional(ProfileName),
      /** Profiles whose rows are wanted whether or not they are found. */
      also: v.optional(v.pipe(v.array(ProfileName), v.maxLength(8))),
    }),
    v.object({
      /** Another one: the lines that are known are of an older list. */
      revision: v.number(),
      /** It was found by `otherwise`. */
      byOtherwise: v.boolean(),
      destination: v.optional(DestinationSchema),
      itemCount: v.number(),
      rowCount: v.number(),
      /** Which lines are headings, in order. */
      headings: v.array(v.number()),
      from: v.number(),
      items: v.array(ListItemSchema),
      /** What Enter is meant for: wherever it stands in the list. */
      selected: v.nullable(ListRowSchema),
      also: v.array(ProfileRowSchema),
    }),
  ),
} as const;
