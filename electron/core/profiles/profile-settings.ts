import type { SectionValues } from '../aws-files.ts';

/**
 * Adopting a profile renames the keys that make an SDK look elsewhere to
 * `rolecall_…` in place (see config/adopt.ts): here they count as the originals.
 */
export const parkedPrefix = 'rolecall_';

/** The command that asks Rolecall, as it stands in a profile: with a profile's name, or without for the active one. */
export interface OwnProcess {
  readonly profile: string | undefined;
}

const ownProcess =
  /^(?:"(?:[^"]*[\\/])?rolecall(?:\.\w+)?"|'(?:[^']*[\\/])?rolecall'|(?:\S*[\\/])?rolecall(?:\.\w+)?) credentials(?: +(?:"([^"]*)"|'([^']*)'|(\S+)))?$/;

/** Reads a `credential_process` value as a call of Rolecall's launcher, wherever that is; `undefined` when it is someone else's. */
export function readOwnProcess(value: string | undefined): OwnProcess | undefined {
  const match = value === undefined ? null : ownProcess.exec(value);
  return match ? { profile: match[1] ?? match[2] ?? match[3] } : undefined;
}

function textOf(values: SectionValues, key: string): string | undefined {
  const value = Object.hasOwn(values, key) ? values[key] : undefined;
  return typeof value === 'string' && value !== '' ? value : undefined;
}

/** One profile's settings in AWS's words; an empty value counts as none. */
export type ProfileSettings = (key: string) => string | undefined;

/** Rolecall's own `credential_process` is not a source of credentials: following it would lead back here. */
export function settingsOf(values: SectionValues): ProfileSettings {
  // Asked a dozen times for each of thousands of profiles, of which few are adopted: only those are looked through twice.
  const isParked = hasParked(values);
  return (key) => {
    const plain = textOf(values, key);
    const own = plain !== undefined && key === 'credential_process' && readOwnProcess(plain) !== undefined;
    if (plain !== undefined && !own) return plain;
    return isParked ? textOf(values, parkedPrefix + key) : undefined;
  };
}

function hasParked(values: SectionValues): boolean {
  for (const key in values) if (key.startsWith(parkedPrefix)) return true;
  return false;
}

/** Whose credentials the profile's `credential_process` asks Rolecall for, if it does. */
export function ownProcessOf(values: SectionValues | undefined): OwnProcess | undefined {
  return values && readOwnProcess(textOf(values, 'credential_process'));
}
