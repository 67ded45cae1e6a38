import { editOutput, offlineConfig } from '../offline.ts';
import type { Command } from '../world.ts';

export const unsetKey: Command<{ profile: string; key: string }> = async ({ profile, key }, world) =>
  editOutput(await offlineConfig(world).unset(profile, key));
