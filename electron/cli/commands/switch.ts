import type { CallInput, CallOutput } from '../../core/contract.ts';
import { plainName } from '../../core/plain-name.ts';
import { ok, type Result } from '../../core/result.ts';
import { parseDuration } from '../../core/sessions/durations.ts';
import { timeLeft } from '../../core/time-left.ts';
import { durationText } from '../duration-text.ts';
import { type MfaOptions, readMfaCode } from '../mfa-code.ts';
import type { CliWorld, Command } from '../world.ts';

interface SwitchOptions extends MfaOptions {
  readonly profile: string;
  readonly confirm?: string;
  readonly duration?: string;
  readonly ownCode?: boolean;
  readonly ticket?: string;
}

export const switchProfile: Command<SwitchOptions> = async (options, world) => {
  const duration = options.duration === undefined ? ok(undefined) : parseDuration(options.duration);
  if (!duration.ok) return duration;
  const code = await readMfaCode(options, world);
  if (!code.ok) return code;
  const { profile, confirm, ownCode, ticket } = options;
  const asked = { profile, mfaCode: code.value, confirm, ticket, durationSeconds: duration.value, ownCode };
  const switched = await switchWithAnswers(asked, world);
  if (!switched.ok) return switched;
  const { expiresAt, durationSeconds, wishedSeconds } = switched.value;
  return ok({
    json: switched.value,
    text: `${plainName(profile)} is active, ${timeLeft(expiresAt, world.now())}.`,
    notes:
      wishedSeconds === undefined
        ? []
        : [
            `AWS gives this role ${durationText(durationSeconds)} of the ${durationText(wishedSeconds)} that were wished for.`,
          ],
  });
};

/** A careful profile asks for its name, and a session name may hold a ticket; at a terminal there is somebody to ask. */
async function switchWithAnswers(
  asked: CallInput<'switchProfile'>,
  { program, stdin }: CliWorld,
): Promise<Result<CallOutput<'switchProfile'>>> {
  let input = asked;
  for (;;) {
    const switched = await program.call('switchProfile', input);
    if (switched.ok || !stdin.isTTY) return switched;
    const { kind } = switched.failure;
    if (kind === 'confirmation-required' && input.confirm === asked.confirm) {
      const question = `${plainName(asked.profile)} is marked careful. Type its name to switch: `;
      input = { ...input, confirm: await stdin.prompt(question) };
    } else if (kind === 'ticket-needed' && input.ticket === undefined) {
      const ticket = (await stdin.prompt(`The ticket that you work on as ${plainName(asked.profile)}: `)).trim();
      if (ticket === '') return switched;
      input = { ...input, ticket };
    } else return switched;
  }
}
