import type { SessionState } from '../session.ts';
import type { AwsClock } from '../time/aws-clock.ts';
import type { Session } from './broker.ts';

/** A session as every surface shows it: without its credentials. */
export function activeState({ startedAt, credentials, asked }: Session): SessionState {
  const { expiresAt, arn, issued } = credentials;
  const { roleSessionName, sourceIdentity } = asked;
  return {
    state: 'active',
    startedAt,
    expiresAt,
    arn,
    roleSessionName,
    sourceIdentity,
    packedPolicySize: issued?.packedPolicySize,
    shortened:
      asked.wishedSeconds === undefined
        ? undefined
        : { wishedSeconds: asked.wishedSeconds, givenSeconds: asked.durationSeconds },
  };
}

/** The state without those who ask: a session that is not in memory any more (its profile was changed) is none. */
export function restingState(state: SessionState, cached: Session | undefined, awsClock: AwsClock): SessionState {
  if (state.state === 'requesting') return { state: 'inactive' };
  if (state.state !== 'active' || cached) return state;
  return state.expiresAt <= awsClock.now() ? { state: 'expired', expiredAt: state.expiresAt } : { state: 'inactive' };
}
