import { readFile, rename } from 'node:fs/promises';
import * as v from 'valibot';
import { type Failure, failure } from '../core/failure.ts';
import type { SettingsStore } from '../core/ports.ts';
import { failed, ok, type Result } from '../core/result.ts';
import { defaultSettings, type Settings, SettingsSchema } from '../core/settings.ts';
import { writeFileAtomic } from './atomic-file.ts';

export interface OpenedSettings {
  readonly store: SettingsStore;
  /** What was wrong with the file. A corrupt one was put aside under the name it says. */
  readonly problem?: Failure | undefined;
}

type JsonObject = Readonly<Record<string, unknown>>;

interface Loaded {
  readonly settings: Settings;
  /** The file's own object: keys of a newer Rolecall survive an older one. */
  readonly raw: JsonObject;
  readonly problem?: Failure | undefined;
  /** The file is there but could not be read: writing would destroy it. */
  readonly readOnly?: boolean;
}

/**
 * Opens Rolecall's preferences. Never fails: a missing file means the defaults,
 * a corrupt one is renamed and reported, an unreadable one is reported and left
 * alone (updates then fail with `file-unreadable`).
 */
export async function openSettings(path: string, now: () => number = Date.now): Promise<OpenedSettings> {
  const loaded = await load(path, now);
  let settings = loaded.settings;
  let last: Promise<unknown> = Promise.resolve();

  async function update(change: (settings: Settings) => Settings): Promise<Result<void>> {
    if (loaded.readOnly && loaded.problem) return failed(loaded.problem);
    const next = change(settings);
    try {
      await writeFileAtomic(path, `${JSON.stringify({ ...loaded.raw, ...next }, null, 2)}\n`);
    } catch (error) {
      return failed(
        failure(
          'file-write',
          `Rolecall’s settings could not be saved: ${reason(error)}.`,
          `Make room or allow writing at ${path}; the old settings are intact.`,
        ),
      );
    }
    settings = next;
    return ok(undefined);
  }

  const store: SettingsStore = {
    get: () => settings,
    // One after the other: each change sees what the one before it left.
    update(change) {
      const mine = last.then(() => update(change));
      last = mine.catch(() => undefined);
      return mine;
    },
  };
  return { store, problem: loaded.problem };
}

async function load(path: string, now: () => number): Promise<Loaded> {
  let text: string;
  try {
    text = await readFile(path, 'utf8');
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return { settings: defaultSettings, raw: {} };
    const problem = failure(
      'file-unreadable',
      `Rolecall’s settings could not be read: ${reason(error)}.`,
      `Allow reading ${path}, then start Rolecall again. Until then pins are not kept.`,
    );
    return { settings: defaultSettings, raw: {}, problem, readOnly: true };
  }
  try {
    const raw: unknown = JSON.parse(text);
    if (Array.isArray(raw)) throw new TypeError('an array is not settings');
    return { settings: v.parse(SettingsSchema, raw), raw: v.parse(v.record(v.string(), v.unknown()), raw) };
  } catch {
    return putAside(path, now());
  }
}

async function putAside(path: string, nowMs: number): Promise<Loaded> {
  const aside = `${path}.corrupt-${new Date(nowMs).toISOString().replaceAll(/[-:.]/g, '')}`;
  try {
    await rename(path, aside);
  } catch (error) {
    const problem = failure(
      'file-unreadable',
      `Rolecall’s settings are damaged and could not be put aside: ${reason(error)}.`,
      `Move ${path} away, then start Rolecall again.`,
    );
    return { settings: defaultSettings, raw: {}, problem, readOnly: true };
  }
  const problem = failure(
    'file-unreadable',
    'Rolecall’s settings were damaged, so it started with the defaults.',
    `The old file is kept as ${aside}.`,
  );
  return { settings: defaultSettings, raw: {}, problem };
}

function codeOf(error: unknown): string | undefined {
  const code = typeof error === 'object' && error !== null && 'code' in error ? error.code : undefined;
  return typeof code === 'string' ? code : undefined;
}

function reason(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
