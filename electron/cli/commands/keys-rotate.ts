import { plainName } from '../../core/plain-name.ts';
import { ok } from '../../core/result.ts';
import { type MfaOptions, readMfaCode } from '../mfa-code.ts';
import type { Command } from '../world.ts';

/** Replaces an access key; interrupted, the same command goes on. */
export const rotateKey: Command<MfaOptions & { profile: string }> = async (options, world) => {
  const code = await readMfaCode(options, world);
  if (!code.ok) return code;
  const { profile } = options;
  const rotated = await world.program.call('rotateAccessKey', { profile, mfaCode: code.value });
  if (!rotated.ok) return rotated;
  const { accessKeyId, replaced } = rotated.value;
  return ok({
    json: { profile, ...rotated.value },
    text: `The access key of ${plainName(profile)} is ${accessKeyId} now. The old one, ${replaced}, was made inactive and deleted.`,
    notes: ['Sessions that came from the old key have ended here; the next use starts new ones.'],
  });
};
