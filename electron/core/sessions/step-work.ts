import type { AccessKey } from '../credentials.ts';
import type { FailureKind } from '../failure.ts';
import type { AccessKeyHop } from '../hop.ts';
import type { MfaCodes } from '../mfa/codes.ts';
import type { Sts } from '../ports.ts';
import { failed, type Result } from '../result.ts';
import type { RoleMaximums } from './durations.ts';
import { cancelled } from './session-failures.ts';
import { createStepCalls, type StepCall } from './step-calls.ts';
import type { Credentials, SsoCredentials, StepRequest } from './step-request.ts';
import { cacheKey, type Step, type Steps } from './steps.ts';

export interface StepWorkWorld {
  readonly sts: Sts;
  readonly mfa: MfaCodes;
  readonly sso: SsoCredentials;
  readonly maximums: RoleMaximums;
  readonly readAccessKey: (hop: AccessKeyHop) => Promise<Result<AccessKey>>;
}

/** Makes the call of one step: with a code where it takes one, and what AWS refused remembered. */
export function createStepWork(world: StepWorkWorld) {
  const { mfa, sso, maximums } = world;
  const prepare = createStepCalls(world);

  function send(steps: Steps, index: number, request: StepRequest, call: StepCall): Promise<Credentials> {
    const { profile, asker, by, mfaCode, problem, signal, onWaiting } = request;
    const mfaSerial = steps[index]?.withCode;
    if (mfaSerial === undefined) {
      onWaiting?.('aws');
      return call(undefined);
    }
    const session = cacheKey(steps, index);
    const roleArn = targetRole(steps);
    const quiet = by === 'renewal';
    const question = { profile, roleArn, mfaSerial, session, asker, code: mfaCode, quiet, problem, signal, onWaiting };
    return mfa.withCode(question, call);
  }

  async function learn(roleArn: string, seconds: number, made: Credentials): Promise<void> {
    if (made.ok) await maximums.granted(roleArn, seconds);
    else if (refusesDuration(made.failure.kind)) await maximums.refused(roleArn, seconds);
  }

  return async function take(
    steps: Steps,
    index: number,
    request: StepRequest,
    before: () => Promise<Credentials>,
  ): Promise<Credentials> {
    const step = steps[index] as Step;
    const call = await prepare(step, {
      profile: request.profile,
      signal: request.signal,
      before,
      roleCredentials: (hop) => sso.roleCredentials(hop, request),
      readKey: (hop) => {
        request.onWaiting?.('keychain');
        return world.readAccessKey(hop);
      },
    });
    if (!call.ok) return call;
    // A keychain can take minutes to answer; nobody may wait for it any more.
    if (request.signal.aborted) return failed(cancelled(request.profile));
    const made = await send(steps, index, request, call.value);
    if (step.action === 'assume-role') await learn(step.hop.roleArn, step.durationSeconds, made);
    return made;
  };
}

/** AWS gives this role, or a role assumed in this way, no session that long. */
export const refusesDuration = (kind: FailureKind) => kind === 'duration-too-long' || kind === 'chaining-limit';

function targetRole(steps: Steps): string | undefined {
  const last = steps.at(-1);
  return last?.action === 'assume-role' ? last.hop.roleArn : undefined;
}
