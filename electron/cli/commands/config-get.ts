import { plainName } from '../../core/plain-name.ts';
import { ok } from '../../core/result.ts';
import { offlineConfig } from '../offline.ts';
import type { Command } from '../world.ts';

/** Prints the value alone, for scripts. A terminal gets nothing that could steer it. */
export const getKey: Command<{ profile: string; key: string }> = async ({ profile, key }, world) => {
  const found = await offlineConfig(world).get(profile, key);
  if (!found.ok) return found;
  const { value } = found;
  return ok({ json: { profile, key, value }, text: world.stdout.isTTY ? plainName(value) : value });
};
