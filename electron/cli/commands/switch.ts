import type { CallOutput } from '../../core/contract.ts';
import { plainName } from '../../core/plain-name.ts';
import { ok, type Result } from '../../core/result.ts';
import { timeLeft } from '../../core/time-left.ts';
import { type MfaOptions, readMfaCode } from '../mfa-code.ts';
import type { CliWorld, Command } from '../world.ts';

interface SwitchOptions extends MfaOptions {
  readonly profile: string;
  readonly confirm?: string;
}

export const switchProfile: Command<SwitchOptions> = async (options, world) => {
  const code = await readMfaCode(options, world);
  if (!code.ok) return code;
  const switched = await switchConfirmed(options, code.value, world);
  if (!switched.ok) return switched;
  const { profile, expiresAt } = switched.value;
  return ok({ json: switched.value, text: `${plainName(profile)} is active, ${timeLeft(expiresAt, world.now())}.` });
};

/** A careful profile asks for its name; at a terminal there is somebody to ask. */
async function switchConfirmed(
  { profile, confirm }: SwitchOptions,
  mfaCode: string | undefined,
  { program, stdin }: CliWorld,
): Promise<Result<CallOutput<'switchProfile'>>> {
  const switched = await program.call('switchProfile', { profile, mfaCode, confirm });
  if (switched.ok || switched.failure.kind !== 'confirmation-required' || !stdin.isTTY) return switched;
  const typed = await stdin.prompt(`${plainName(profile)} is marked careful. Type its name to switch: `);
  return program.call('switchProfile', { profile, mfaCode, confirm: typed });
}
