import type { SessionPlan } from '../../core/contract.ts';
import { failure } from '../../core/failure.ts';
import { failed, ok } from '../../core/result.ts';
import { parseDuration } from '../../core/sessions/durations.ts';
import { durationText } from '../duration-text.ts';
import { table } from '../style.ts';
import type { Command } from '../world.ts';

interface SessionOptions {
  readonly profile: string;
  readonly duration?: string;
  readonly ownCode?: boolean;
  readonly sharedCode?: boolean;
  readonly reset?: boolean;
}

/** The ways to a profile's session and the one that is taken; with an option, which is taken from the next session on. */
export const session: Command<SessionOptions> = async (options, { program }) => {
  const { profile, reset, ownCode, sharedCode } = options;
  if (ownCode && sharedCode) return failed(contradiction());
  const duration = options.duration === undefined ? ok(undefined) : parseDuration(options.duration);
  if (!duration.ok) return duration;
  const own = ownCode ? true : sharedCode ? false : undefined;
  const changes = reset || duration.value !== undefined || own !== undefined;
  const plan = changes
    ? await program.call('setSessionDefault', {
        profile,
        durationSeconds: duration.value ?? (reset ? null : undefined),
        ownCode: own ?? (reset ? null : undefined),
      })
    : await program.call('sessionPlan', { profile });
  if (!plan.ok) return plan;
  const { plans, chosen, needsTicket } = plan.value;
  const rows = plans.map((each) => {
    const isChosen = each.plan === chosen.plan;
    return [
      words[each.plan],
      isChosen ? durationText(chosen.durationSeconds) : `up to ${durationText(each.longestSeconds)}`,
      isChosen ? 'taken' : '',
    ];
  });
  return ok({
    json: plan.value,
    text: table(rows),
    notes: needsTicket ? ['Its session name holds a ticket, which is asked for with each switch.'] : [],
  });
};

const words: Record<SessionPlan['chosen']['plan'], string> = {
  'one-code': 'one code for all roles',
  'own-code': 'a code of its own',
  'no-code': 'no code',
};

function contradiction() {
  return failure('bad-input', '--own-code and --shared-code cannot both hold.', 'Name one of them.');
}
