import { readFile } from 'node:fs/promises';
import * as v from 'valibot';
import { createOfflineConfig, type OfflineConfig } from '../config/offline.ts';
import { plainName } from '../core/plain-name.ts';
import { ok, type Result } from '../core/result.ts';
import { defaultSettings, type Settings, SettingsSchema } from '../core/settings.ts';
import { placesOf } from '../host/places.ts';
import type { CliWorld, Output } from './world.ts';

/** Where the program keeps what is its own. */
export const placesIn = ({ env, home }: CliWorld) => placesOf({ env, home, platform: process.platform });

/** The AWS files of this environment, without the program. */
export function offlineConfig(world: CliWorld): OfflineConfig {
  const { env, home } = world;
  return createOfflineConfig({ environment: env, home, launcher: placesIn(world).launcher });
}

/** Which profiles have their access key in the keychain, from Rolecall's settings. Reads only: what is wrong with them is the program's to say. */
export async function accessKeyIndex(world: CliWorld): Promise<Settings['accessKeys']> {
  return (await settingsIn(world)).accessKeys;
}

/** Whether the settings keep something for a profile of that name. */
export async function isNamedInSettings(world: CliWorld, profile: string): Promise<boolean> {
  const { accessKeys, sessionDefaults, labels, careful, pins, unfinishedMfaDevices } = await settingsIn(world);
  const names = [accessKeys, sessionDefaults, labels].flatMap((record) => Object.keys(record));
  return [...names, ...careful, ...pins, ...Object.values(unfinishedMfaDevices)].includes(profile);
}

async function settingsIn(world: CliWorld): Promise<Settings> {
  try {
    const settings = v.safeParse(SettingsSchema, JSON.parse(await readFile(placesIn(world).settings, 'utf8')));
    return settings.success ? settings.output : defaultSettings;
  } catch {
    return defaultSettings;
  }
}

/** What an edit says of itself: the files that changed. */
export function editOutput(edited: Result<readonly string[]>): Result<Output> {
  if (!edited.ok) return edited;
  const changed = edited.value;
  const notes = changed.length === 0 ? ['Nothing to change.'] : changed.map((path) => `Changed ${plainName(path)}.`);
  return ok({ json: { changed }, text: '', notes });
}
