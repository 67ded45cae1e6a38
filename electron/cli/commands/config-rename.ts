import { plainName } from '../../core/plain-name.ts';
import { ok } from '../../core/result.ts';
import { shellWord } from '../../core/shell-word.ts';
import { editOutput, isNamedInSettings, offlineConfig } from '../offline.ts';
import type { Command } from '../world.ts';

/** Keychain and settings are the program's to change: it is started only when they know the profile. */
export const renameProfile: Command<{ from: string; to: string }> = async ({ from, to }, world) => {
  const renamed = editOutput(await offlineConfig(world).rename(from, to));
  if (!renamed.ok || !(await isNamedInSettings(world, from))) return renamed;
  const moved = await world.program.call('moveProfile', { from, to });
  const notes = moved.ok
    ? moved.value.keyMoved
      ? ['Its access key in the keychain has the new name, too.']
      : []
    : [
        `What Rolecall keeps for “${plainName(from)}” did not follow: ${moved.failure.message}`,
        `If it has an access key in the keychain, add that anew: rolecall keys add ${shellWord(plainName(to))}`,
      ];
  return ok({ ...renamed.value, notes: [...(renamed.value.notes ?? []), ...notes] });
};
