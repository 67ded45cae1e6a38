import { plainName } from '../../core/plain-name.ts';
import { ok } from '../../core/result.ts';
import type { Command } from '../world.ts';
import { keyEditOutput } from './keys-take.ts';

/** Takes `keys take` back: the key stands in clear in the file again, and not in the keychain. */
export const putKeyBack: Command<{ profile: string; dryRun?: boolean }> = async ({ profile, dryRun }, { program }) => {
  const answer = await program.call(dryRun ? 'previewPutKeyBack' : 'putKeyBack', { profile });
  if (!answer.ok) return answer;
  const note = dryRun ? 'Not changed.' : `The access key of ${plainName(profile)} stands in clear in the file again.`;
  return ok({ ...keyEditOutput(profile, answer.value, !dryRun), notes: [note] });
};
