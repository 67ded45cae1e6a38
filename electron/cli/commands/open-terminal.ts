import { plainName } from '../../core/plain-name.ts';
import { ok } from '../../core/result.ts';
import type { Command } from '../world.ts';

export const openTerminal: Command<{ profile: string }> = async ({ profile }, { program }) => {
  const opened = await program.call('openTerminal', { profile });
  if (!opened.ok) return opened;
  const note = 'Its tools get credentials by themselves: the profile is not adopted (rolecall config adopt).';
  return ok({
    json: { profile, opened: true },
    text: `A terminal with ${plainName(profile)} is open.`,
    notes: opened.value.adopted ? [] : [note],
  });
};
