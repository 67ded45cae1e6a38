import path from 'node:path';
import * as v from 'valibot';

/** A profile of a browser: what it is called there, what people call it, and how the command line names it. */
export interface BrowserProfile {
  readonly id: string;
  readonly name: string;
  readonly parameters: readonly string[];
}

const LocalState = v.object({
  profile: v.object({ info_cache: v.record(v.string(), v.object({ name: v.optional(v.string()) })) }),
});

/**
 * The profiles in the `Local State` of Chromium and its kin, by folder. None for a text that is something else.
 * @see https://chromium.googlesource.com/chromium/src/+/HEAD/docs/user_data_dir.md
 */
export function chromiumProfiles(localState: string): BrowserProfile[] {
  const read = v.safeParse(LocalState, parsed(localState));
  if (!read.success) return [];
  return Object.entries(read.output.profile.info_cache)
    .filter(([folder]) => isPlain(folder) && !/[\\/]/.test(folder))
    .map(([folder, { name }]) => ({
      id: folder,
      name: name && isPlain(name) ? name : folder,
      parameters: [`--profile-directory=${folder}`],
    }));
}

/**
 * The profiles of Firefox's `profiles.ini`, which stands in `folder`, by name. What its newer switcher keeps in a
 * database of its own is not among them.
 * @see https://support.mozilla.org/kb/profiles-where-firefox-stores-user-data
 */
export function firefoxProfiles(ini: string, folder: string): BrowserProfile[] {
  const { join } = folder.includes('\\') ? path.win32 : path.posix;
  return ini
    .split(/^\[/m)
    .filter((section) => /^Profile\d+\]/.test(section))
    .flatMap((section) => {
      const value = (key: string) => new RegExp(`^${key}=(.*?)\\r?$`, 'm').exec(section)?.[1];
      const [name, place] = [value('Name'), value('Path')];
      if (!name || !place || !isPlain(name) || !isPlain(place)) return [];
      const where = value('IsRelative') === '0' ? place : join(folder, place);
      // The folder rather than the name, which may begin with a hyphen.
      return [{ id: name, name, parameters: ['--profile', where] }];
    });
}

function isPlain(text: string): boolean {
  return text !== '' && !/[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/u.test(text);
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
