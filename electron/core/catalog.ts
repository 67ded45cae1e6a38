import type { AwsFilesContent, FileProblem } from './aws-files.ts';
import type { Catalog, ProfileRow } from './contract.ts';
import { failure } from './failure.ts';
import type { Chain } from './hop.ts';
import type { AwsFiles, SettingsStore, Stop } from './ports.ts';
import { keysInClear } from './profiles/keys-in-clear.ts';
import { chainOf } from './profiles/profile-chain.ts';
import { isDefaultHandedOver } from './profiles/profile-facts.ts';
import { chainFailures } from './profiles/profile-failures.ts';
import { createProfileRows } from './profiles/profile-rows.ts';
import { failed, ok, type Result } from './result.ts';

/** The user's files as they are now, and the list made of them. The file is the truth; nothing is kept beside it. */
export function createCatalog({ files, settings }: { files: AwsFiles; settings: SettingsStore }) {
  const listeners = new Set<(catalog: Catalog) => void>();
  let content: AwsFilesContent = { profiles: new Map(), ssoSessions: new Map(), services: new Map(), problems: [] };
  let current: Catalog = { rows: [], problems: [], defaultHandedOver: false };
  let reading = Promise.resolve();
  const rowsOf = createProfileRows();

  function rebuild(): void {
    current = {
      rows: rowsOf(content, settings.get()),
      problems: [...content.problems],
      defaultHandedOver: isDefaultHandedOver(content),
      keysInClear: keysInClear(content),
    };
    for (const listener of listeners) listener(current);
  }

  async function read(): Promise<void> {
    try {
      content = await files.read();
    } catch (error) {
      // A bug; what was read before still holds. Its text could hold anything, so only the kind is told.
      content = { ...content, problems: [unreadable(error)] };
    }
    rebuild();
  }

  /** "There is no such profile" would be a guess while the file cannot be read. */
  function unlessBlind<T>(answer: Result<T>, profile: string): Result<T> {
    const blind = content.problems.find(({ unreadable }) => unreadable);
    if (answer.ok || !blind || answer.failure.kind !== 'profile-not-found') return answer;
    return failed(failure('file-unreadable', blind.message, blind.remedy, { profile }));
  }

  /** One after another, so that an older answer never overwrites a newer one. */
  function next(step: () => Promise<void>): Promise<void> {
    reading = reading.catch(() => undefined).then(step);
    return reading;
  }
  const refresh = () => next(read);

  return {
    view: () => current,
    content: () => content,
    /** Fails with `profile-not-found`, or with `file-unreadable`. */
    row(profile: string): Result<ProfileRow> {
      const row = current.rows.find(({ name }) => name === profile);
      return row ? ok(row) : unlessBlind(failed(chainFailures.notFound(profile)), profile);
    },
    chain: (profile: string): Result<Chain> =>
      unlessBlind(chainOf(profile, content, settings.get().accessKeys), profile),
    refresh,
    /**
     * Resolves when what is known is what the files say. The watch tells of a change
     * some tens of milliseconds later; who edits and then asks is not answered from before.
     */
    catchUp: () => next(async () => void ((await files.isCurrent()) || (await read()))),
    /** After a change of settings: pins, recents, keys in the keychain. */
    rebuild,
    /** Resolves when the files were read once more or nothing was being read. */
    settled: () => reading,
    follow(): Stop {
      return files.watch(() => void refresh());
    },
    onChange(listener: (catalog: Catalog) => void): Stop {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

function unreadable(error: unknown): FileProblem {
  const kind = error instanceof Error ? error.name : 'error';
  return {
    file: 'the AWS files',
    line: 1,
    message: `Rolecall failed to read the AWS files (${kind})`,
    remedy: 'Undo the last change in them, and report it.',
  };
}

export type CatalogStore = ReturnType<typeof createCatalog>;
