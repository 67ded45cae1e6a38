import { plainName } from '../../core/plain-name.ts';
import { ok } from '../../core/result.ts';
import { timeLeft } from '../../core/time-left.ts';
import { type MfaOptions, readMfaCode } from '../mfa-code.ts';
import type { Command } from '../world.ts';

export const switchProfile: Command<MfaOptions & { profile: string }> = async (options, world) => {
  const code = await readMfaCode(options, world);
  if (!code.ok) return code;
  const switched = await world.program.call('switchProfile', { profile: options.profile, mfaCode: code.value });
  if (!switched.ok) return switched;
  const { profile, expiresAt } = switched.value;
  return ok({ json: switched.value, text: `${plainName(profile)} is active, ${timeLeft(expiresAt, world.now())}.` });
};
