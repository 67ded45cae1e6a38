import { failure } from '../../core/failure.ts';
import { failed, ok } from '../../core/result.ts';
import type { Command } from '../world.ts';

const says = {
  mfaProcess: {
    on: 'The mfa_process command of a profile is run when a code is needed. Whoever can write your AWS config file decides what runs.',
    off: 'No mfa_process command is run; codes are asked for.',
  },
  keepMfaSessions: {
    on: 'From the next code on, MFA sessions are kept in the keychain until they end or you sign out: a restart of Rolecall asks for no new code. Whoever can read your unlocked keychain can use them.',
    off: 'No MFA session is kept in the keychain; those that were are removed.',
  },
} as const;

/** Turns one of the MFA settings on or off. */
export const setMfa: Command<{ setting: keyof typeof says; onOrOff: string }> = async (options, { program }) => {
  const { setting, onOrOff } = options;
  if (onOrOff !== 'on' && onOrOff !== 'off') {
    return failed(failure('bad-input', 'It can be on or off.', 'End the command with on, or off.'));
  }
  const changed = await program.call('changePreferences', { change: { [setting]: onOrOff === 'on' } });
  if (!changed.ok) return changed;
  return ok({ json: { [setting]: changed.value[setting] }, text: says[setting][onOrOff] });
};
