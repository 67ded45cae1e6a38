import * as v from 'valibot';

/**
 * What a person can set about the program as a whole. Every field has a default
 * that needs no decision; docs/design.md has the words for each.
 */
export const PreferencesSchema = v.object({
  /** Follow the system's appearance, or not. */
  theme: v.optional(v.picklist(['system', 'light', 'dark']), 'system'),
});

export type Preferences = v.InferOutput<typeof PreferencesSchema>;

export const defaultPreferences: Preferences = v.parse(PreferencesSchema, {});
