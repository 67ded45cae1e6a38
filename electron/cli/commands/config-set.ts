import { failure } from '../../core/failure.ts';
import { failed } from '../../core/result.ts';
import { editOutput, offlineConfig } from '../offline.ts';
import type { Command } from '../world.ts';

/** With `session`, `KEY VALUE` is enough: the key is that of the sign-in session, whatever the profile. */
export const setKey: Command<{ profile: string; key: string; value?: string; session?: string }> = async (
  { profile, key, value, session },
  world,
) => {
  const files = offlineConfig(world);
  if (session !== undefined)
    return editOutput(
      value === undefined ? await files.set('', profile, key, session) : await files.set(profile, key, value, session),
    );
  if (value === undefined)
    return failed(failure('bad-input', 'The value is missing.', 'See: rolecall config set --help'));
  return editOutput(await files.set(profile, key, value));
};
