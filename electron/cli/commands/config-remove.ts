import { plainName } from '../../core/plain-name.ts';
import { ok } from '../../core/result.ts';
import { shellWord } from '../../core/shell-word.ts';
import { accessKeyIndex, editOutput, offlineConfig } from '../offline.ts';
import type { Command } from '../world.ts';

export const removeProfile: Command<{ profile: string }> = async ({ profile }, world) => {
  const removed = editOutput(await offlineConfig(world).remove(profile));
  if (!removed.ok || !Object.hasOwn(await accessKeyIndex(world), profile)) return removed;
  // It may be the last copy of the key, so it goes only when somebody says so.
  const note = `Its access key stays in the keychain. To remove it, too: rolecall keys remove ${shellWord(plainName(profile))}`;
  return ok({ ...removed.value, notes: [...(removed.value.notes ?? []), note] });
};
