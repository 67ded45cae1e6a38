import { ok } from '../../core/result.ts';
import { type MfaOptions, readMfaCode } from '../mfa-code.ts';
import type { Command } from '../world.ts';

/** @see https://docs.aws.amazon.com/sdkref/latest/guide/feature-process-credentials.html */
export const credentials: Command<MfaOptions & { profile: string | undefined }> = async (options, world) => {
  const code = await readMfaCode(options, world);
  if (!code.ok) return code;
  const answer = await world.program.call('credentials', { profile: options.profile, mfaCode: code.value });
  return answer.ok ? ok({ json: answer.value, text: JSON.stringify(answer.value) }) : answer;
};
