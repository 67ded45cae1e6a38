import { plainName } from '../../core/plain-name.ts';
import { ok } from '../../core/result.ts';
import { timeLeft } from '../../core/time-left.ts';
import { type MfaOptions, readMfaCode } from '../mfa-code.ts';
import type { Command } from '../world.ts';

/** A new session before the old one ends. */
export const renew: Command<MfaOptions & { profile: string | undefined }> = async (options, world) => {
  const code = await readMfaCode(options, world);
  if (!code.ok) return code;
  const renewed = await world.program.call('renewSession', { profile: options.profile, mfaCode: code.value });
  if (!renewed.ok) return renewed;
  const { profile, expiresAt } = renewed.value;
  return ok({ json: renewed.value, text: `${plainName(profile)} is renewed, ${timeLeft(expiresAt, world.now())}.` });
};
