import * as v from 'valibot';
import { FailureSchema } from '../failure.ts';
import { GroupBySchema } from '../list/folding.ts';
import { AccountColourSchema } from '../looks/look.ts';
import { atOnce, call } from './call.ts';
import { CatalogSchema, ProfileRowSchema } from './catalog.ts';
import { Nothing, ProfileName } from './inputs.ts';
import { SessionsSchema } from './sessions.ts';

const ListRowSchema = v.object({
  kind: v.literal('row'),
  row: ProfileRowSchema,
  /** Among what keys stop at, from 1. */
  position: v.number(),
  /** The key of its group, where groups have headings. */
  group: v.optional(v.string()),
});
export type ListRow = v.InferOutput<typeof ListRowSchema>;

const ListHeadingSchema = v.object({
  kind: v.literal('heading'),
  key: v.string(),
  group: v.picklist(['pinned', 'recent', 'others', 'broken', 'account', 'folder', 'tag']),
  /** Of an account, a folder or a tag; none for the profiles without one. */
  label: v.optional(v.string()),
  /** The number of an account that has a name. */
  detail: v.optional(v.string()),
  colour: v.optional(AccountColourSchema),
  /** Profiles in it. */
  count: v.number(),
  folded: v.boolean(),
  /** Among what keys stop at, from 1; 0 for an open one. */
  position: v.number(),
});
export type ListHeading = v.InferOutput<typeof ListHeadingSchema>;

/** A line of the popover's list: a heading or a profile. */
const ListItemSchema = v.variant('kind', [ListHeadingSchema, ListRowSchema]);
export type ListItem = v.InferOutput<typeof ListItemSchema>;

/** What is known of the catalogue without its rows, of which there may be thousands. */
export const OverviewSchema = v.object({
  profiles: v.number(),
  problems: CatalogSchema.entries.problems,
  defaultHandedOver: v.boolean(),
  keysInClear: v.array(v.string()),
  /** The sessions that chains start from, and how many profiles start from one. */
  identityCenter: v.object({ sessions: v.number(), profiles: v.number() }),
  /** A profile without its access key. */
  lacksKey: v.optional(v.string()),
});
export type Overview = v.InferOutput<typeof OverviewSchema>;

/** Where an ARN or a link in the search box leads; the list is who reaches it. */
const DestinationSchema = v.variant('state', [
  v.object({
    state: v.literal('found'),
    /** In words, for a sentence: `the S3 bucket logs`. */
    what: v.string(),
    region: v.optional(v.string()),
  }),
  v.object({ state: v.literal('failed'), failure: FailureSchema }),
]);
export type Destination = v.InferOutput<typeof DestinationSchema>;

const GroupKey = v.pipe(v.string(), v.minLength(1), v.maxLength(300));
const whole = v.pipe(v.number(), v.integer(), v.minValue(0));

/**
 * The list stays in the main process, with the search in it: a window asks for
 * the lines that it shows ([decision 19](docs/decisions/0019-the-list-stays-in-main.md)),
 * and what a key finds is painted with the key ([decision 25](docs/decisions/0025-a-key-and-its-list-are-one-frame.md)).
 */
export const listCalls = {
  overview: call(['popover', 'settings'], Nothing, v.object({ overview: OverviewSchema, sessions: SessionsSchema })),
  listProfiles: atOnce(
    call(
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
        /** The group whose heading is selected while it is folded, and its first profile while it is open. */
        keepGroup: v.optional(GroupKey),
        /** Profiles whose rows are wanted whether or not they are found. */
        also: v.optional(v.pipe(v.array(ProfileName), v.maxLength(8))),
      }),
      v.object({
        /** Another one: the lines that are known are of an older list. */
        revision: v.number(),
        /** It was found by `otherwise`. */
        byOtherwise: v.boolean(),
        destination: v.optional(DestinationSchema),
        groupBy: GroupBySchema,
        itemCount: v.number(),
        /** Profiles, also those in folded groups. */
        rowCount: v.number(),
        /** Where keys can stop. */
        stops: v.number(),
        /** Which lines are headings of open groups, in order. */
        headings: v.array(v.number()),
        /** Which lines are headings of folded groups, in order. */
        folded: v.array(v.number()),
        from: v.number(),
        items: v.array(ListItemSchema),
        /** What Enter is meant for: wherever it stands in the list. */
        selected: v.nullable(ListItemSchema),
        also: v.array(ProfileRowSchema),
      }),
    ),
  ),
  /** Remembered for this way of grouping. */
  foldGroup: call(['popover'], v.object({ group: GroupKey, folded: v.boolean() }), Nothing),
  foldAllGroups: call(['popover'], v.object({ folded: v.boolean() }), Nothing),
  groupProfiles: call(['popover', 'socket'], v.object({ by: GroupBySchema }), Nothing),
} as const;
