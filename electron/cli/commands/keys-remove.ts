import { plainName } from '../../core/plain-name.ts';
import { ok } from '../../core/result.ts';
import type { Command } from '../world.ts';

export const removeKey: Command<{ profile: string }> = async ({ profile }, world) => {
  const removed = await world.program.call('removeAccessKey', { profile });
  if (!removed.ok) return removed;
  const { rotationUnfinished } = removed.value;
  return ok({
    json: { profile, removed: true, rotationUnfinished },
    text: `The access key of ${plainName(profile)} is no longer in the keychain.`,
    notes: rotationUnfinished
      ? [
          'Its rotation had not ended, so IAM may hold two keys of this user: delete what nothing uses in the IAM console (Users, Security credentials).',
        ]
      : [],
  });
};
