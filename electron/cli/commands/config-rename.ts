import { editOutput, offlineConfig } from '../offline.ts';
import type { Command } from '../world.ts';

export const renameProfile: Command<{ from: string; to: string }> = async ({ from, to }, world) =>
  editOutput(await offlineConfig(world).rename(from, to));
