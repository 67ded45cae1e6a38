import { plainName } from '../../core/plain-name.ts';
import { ok } from '../../core/result.ts';
import { shellWord } from '../../core/shell-word.ts';
import { accessKeyIndex, editOutput, offlineConfig } from '../offline.ts';
import type { Command } from '../world.ts';

export const renameProfile: Command<{ from: string; to: string }> = async ({ from, to }, world) => {
  const renamed = editOutput(await offlineConfig(world).rename(from, to));
  if (!renamed.ok || !Object.hasOwn(await accessKeyIndex(world), from)) return renamed;
  // The keychain is the program's to change, and this command works without it.
  const note = `Its access key is still in the keychain as “${plainName(from)}”: rolecall keys add ${shellWord(plainName(to))}`;
  return ok({ ...renamed.value, notes: [...(renamed.value.notes ?? []), note] });
};
