import type { Issued, TemporaryCredentials } from '../credentials.ts';
import type { Failure } from '../failure.ts';
import type { AssumeRoleParameters, Sts } from '../ports.ts';
import { failed, ok, type Result } from '../result.ts';
import type { AwsClock } from '../time/aws-clock.ts';
import type { FakeClock } from './fake-clock.ts';

interface StsCall {
  readonly action: keyof Sts;
  readonly by: string;
  readonly input: Record<string, unknown>;
}

/** An STS that grants everything, writes down who asked for what, and fails or waits where a test says so. */
export function createFakeSts(clock: FakeClock, awsClock?: AwsClock) {
  const calls: StsCall[] = [];
  const failures: { action: keyof Sts; failure: Failure }[] = [];
  let gate: Promise<void> | undefined;
  let made = 0;

  async function answer<T>(action: keyof Sts, by: string, input: object, value: () => T): Promise<Result<T>> {
    calls.push({ action, by, input: { ...input } });
    const sentSteadyMs = clock.steadyMs();
    await gate;
    awsClock?.answered({ dateAt: Math.floor(clock.trueNow() / 1000) * 1000, sentSteadyMs });
    const index = failures.findIndex((entry) => entry.action === action);
    const [hit] = index < 0 ? [] : failures.splice(index, 1);
    return hit ? failed(hit.failure) : ok(value());
  }

  function credentials(seconds: number | undefined, arn?: string, issued: Issued = {}): TemporaryCredentials {
    made += 1;
    return {
      accessKeyId: `ASIA${String(made).padStart(9, '0')}EXAMPLE`,
      secretAccessKey: `temporary-secret-${made}`,
      sessionToken: `session-token-${made}`,
      expiresAt: clock.trueNow() + (seconds ?? 3600) * 1000,
      arn,
      issued: { requestId: `request-${made}`, ...issued },
    };
  }

  const sts: Sts = {
    assumeRole: (input: AssumeRoleParameters, by) =>
      answer('assumeRole', by.accessKeyId, input, () =>
        credentials(
          input.durationSeconds,
          input.roleArn
            .replace(':iam:', ':sts:')
            .replace(':role/', ':assumed-role/')
            .concat('/', input.roleSessionName),
          {
            roleArn: input.roleArn,
            sourceIdentity: input.sourceIdentity,
            assumedRoleId: `AROAEXAMPLE:${input.roleSessionName}`,
          },
        ),
      ),
    getSessionToken: (input, by) =>
      answer('getSessionToken', by.accessKeyId, input, () => credentials(input.durationSeconds)),
    getCallerIdentity: (by) =>
      answer('getCallerIdentity', by.accessKeyId, {}, () => ({
        arn: 'arn:aws:iam::012345678901:user/ada',
        accountId: '012345678901',
      })),
    getFederationToken: (input, by) =>
      answer('getFederationToken', by.accessKeyId, input, () =>
        credentials(input.durationSeconds, 'arn:aws:sts::012345678901:federated-user/ada'),
      ),
  };

  return {
    sts,
    calls,
    failNext: (action: keyof Sts, failure: Failure) => failures.push({ action, failure }),
    /** Holds every answer back until the returned function is called. */
    hold(): () => void {
      let release = () => {};
      gate = new Promise((resolve) => {
        release = resolve;
      });
      return () => {
        gate = undefined;
        release();
      };
    },
  };
}
