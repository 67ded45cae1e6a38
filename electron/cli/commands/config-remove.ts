import { editOutput, offlineConfig } from '../offline.ts';
import type { Command } from '../world.ts';

export const removeProfile: Command<{ profile: string }> = async ({ profile }, world) =>
  editOutput(await offlineConfig(world).remove(profile));
