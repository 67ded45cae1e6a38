import { plainName } from '../../core/plain-name.ts';
import { ok } from '../../core/result.ts';
import type { Command } from '../world.ts';

export const removeKey: Command<{ profile: string }> = async ({ profile }, world) => {
  const removed = await world.program.call('removeAccessKey', { profile });
  if (!removed.ok) return removed;
  return ok({
    json: { profile, removed: true },
    text: `The access key of ${plainName(profile)} is no longer in the keychain.`,
  });
};
