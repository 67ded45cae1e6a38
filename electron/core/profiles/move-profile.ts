import { unnameable } from '../access-keys/about-profile.ts';
import type { KeyItems } from '../access-keys/key-items.ts';
import type { CatalogStore } from '../catalog.ts';
import { failure } from '../failure.ts';
import type { SettingsStore } from '../ports.ts';
import { failed, ok, type Result } from '../result.ts';
import type { FollowRename } from '../sessions/follow-rename.ts';
import type { KeptSessions } from '../sessions/kept-sessions.ts';
import { chainFailures } from './profile-failures.ts';
import { renamedSettings } from './renamed-settings.ts';

/**
 * After a profile was given another name in the file: its key in the keychain and what the settings say of it go
 * along. The key is saved under the new name first and removed under the old one last, so it is never in neither.
 * Fails with `bad-input` while the file has the old name, and with `already-there` when the new one has a key.
 */
export function createMoveProfile(parts: {
  readonly catalog: CatalogStore;
  readonly items: KeyItems;
  readonly settings: SettingsStore;
  readonly kept: Pick<KeptSessions, 'forget'>;
  readonly followRename: FollowRename;
}) {
  const { catalog, items, settings, kept, followRename } = parts;

  return async function move(from: string, to: string): Promise<Result<{ readonly keyMoved: boolean }>> {
    const { profiles } = catalog.content();
    if (profiles.has(from)) return failed(stillThere(from));
    if (!profiles.has(to)) return failed(chainFailures.notFound(to));
    const refused = unnameable(to);
    if (refused) return failed(refused);
    const { accessKeys } = settings.get();
    const hasKey = Object.hasOwn(accessKeys, from);
    if (hasKey && Object.hasOwn(accessKeys, to)) return failed(anotherKey(from, to));
    const item = hasKey ? await items.read(from) : ok(undefined);
    if (!item.ok) return item;
    const saved = item.value ? await items.save(to, item.value) : ok(undefined);
    if (!saved.ok) return saved;
    const renamed = await settings.update((all) => renamedSettings(all, (name) => (name === from ? to : name)));
    catalog.rebuild();
    if (!renamed.ok) return renamed;
    // Its sessions are kept under the old name, which no chain leads to any more.
    await kept.forget(from);
    followRename(from, to);
    const removed = item.value ? await items.remove(from) : ok(undefined);
    return removed.ok ? ok({ keyMoved: item.value !== undefined }) : removed;
  };
}

export type MoveProfile = ReturnType<typeof createMoveProfile>;

function stillThere(profile: string) {
  return failure(
    'bad-input',
    `The AWS files still have a profile "${profile}", so nothing of it was moved.`,
    'Rename it in the file first.',
    { profile },
  );
}

function anotherKey(from: string, to: string) {
  return failure(
    'already-there',
    `The keychain holds an access key of "${to}" already, so that of "${from}" was left.`,
    'See both: rolecall keys list',
    { profile: to },
  );
}
