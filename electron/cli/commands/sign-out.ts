import { failure } from '../../core/failure.ts';
import { plainName } from '../../core/plain-name.ts';
import { failed, ok } from '../../core/result.ts';
import type { Command } from '../world.ts';

export const signOut: Command<{ profile: string | undefined; all?: boolean }> = async ({ profile, all }, world) => {
  if (profile !== undefined && all) {
    return failed(failure('bad-input', 'A profile and --all exclude each other.', 'Give one of the two.'));
  }
  const answer = await world.program.call('signOut', { profile });
  if (!answer.ok) return answer;
  const { signedOut } = answer.value;
  const text =
    signedOut.length === 0 ? 'Nothing was signed in.' : `Signed out of ${signedOut.map(plainName).join(', ')}.`;
  return ok({ json: { signedOut }, text });
};
