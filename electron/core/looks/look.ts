import * as v from 'valibot';

/** Colours that a person can tell apart at a glance; each has a light and a dark value in the interface's tokens. */
const accountColours = ['red', 'orange', 'yellow', 'green', 'teal', 'blue', 'purple', 'pink', 'grey'] as const;
export const AccountColourSchema = v.picklist(accountColours);
export type AccountColour = v.InferOutput<typeof AccountColourSchema>;

/** How an account looks wherever one of its profiles is shown. */
export const AccountLookSchema = v.object({
  /** What people call it; the config file has no place for that. */
  name: v.optional(v.string()),
  /** `none` keeps production from being painted red unasked. */
  colour: v.optional(v.union([AccountColourSchema, v.literal('none')])),
});
export type AccountLook = v.InferOutput<typeof AccountLookSchema>;

/** "production", "prod-eu", "acme_prd" – and neither "product" nor "reproduce". */
const PRODUCTION = /(^|[^a-z])(prod|production|prd|live)([^a-z]|$)/i;
/** "non-prod", "preprod", "pre-production" name what is not production. */
const NOT_PRODUCTION = /(non|not|pre)[^a-z]?(prod|prd|live)/i;

/**
 * The colour of a profile: its account's. Where nobody chose one, production is
 * red by its name, so that it is unmistakable from the first day.
 */
export function colourOf(profile: string, look: AccountLook | undefined): AccountColour | undefined {
  if (look?.colour !== undefined) return look.colour === 'none' ? undefined : look.colour;
  return isProduction(profile, look?.name) ? 'red' : undefined;
}

/** By its own name or its account's: for surfaces that have words and no colour. */
export function isProduction(profile: string, accountName: string | undefined): boolean {
  return [profile, accountName ?? ''].some(namesProduction);
}

function namesProduction(name: string): boolean {
  return PRODUCTION.test(name) && !NOT_PRODUCTION.test(name);
}
