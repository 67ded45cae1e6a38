import { failure } from './failure.ts';
import type { AccessKeyHop, AssumeRoleHop, Chain } from './hop.ts';
import { failed, ok, type Result } from './result.ts';
import type { IdentityCenterHop } from './sso/sso-session.ts';

/**
 * One call on the way to a profile's credentials. `withCode` names the MFA
 * device whose code the call carries.
 */
export type Step =
  | {
      readonly action: 'get-session-token';
      readonly key: AccessKeyHop;
      readonly durationSeconds: number;
      readonly withCode?: string;
      readonly region?: string;
    }
  | {
      readonly action: 'assume-role';
      readonly hop: AssumeRoleHop;
      readonly durationSeconds: number;
      /** The long-term key that signs, when no step comes before this one. */
      readonly key?: AccessKeyHop;
      readonly withCode?: string;
      readonly region?: string;
    }
  | {
      readonly action: 'get-role-credentials';
      readonly hop: IdentityCenterHop;
      readonly withCode?: undefined;
    };

export type Steps = readonly [Step, ...Step[]];

/** AWS's default for AssumeRole, and the most a role assumed from temporary credentials may get. */
export const CHAINED_ROLE_SECONDS = 3600;
/** AWS's default for GetSessionToken: twelve hours, one working day. */
export const SESSION_TOKEN_SECONDS = 43_200;

/**
 * Decides which calls a chain needs.
 *
 * With MFA there are two plans. *One code for all, 1 h each*: GetSessionToken
 * with the code, then AssumeRole from that session, which AWS limits to one hour
 * like any chained role. *Its own code, up to the role's maximum*: AssumeRole
 * with the code, signed by the long-term key. A profile whose
 * `duration_seconds` exceeds one hour asks for the second.
 * @see https://docs.aws.amazon.com/STS/latest/APIReference/API_AssumeRole.html
 */
export function stepsOf([source, ...roles]: Chain): Result<Steps> {
  if (source.kind === 'identity-center')
    return ok([{ action: 'get-role-credentials', hop: source }, ...roles.map((hop) => assumeRole(hop))]);
  if (source.kind !== 'access-key') {
    return failed(
      failure(
        'not-supported',
        `Profile "${source.profile}" gets its credentials from ${describeSource[source.kind]}, which Rolecall cannot use as a source yet.`,
        'Use a profile whose chain starts from an access key, or let the AWS CLI handle this one.',
        { profile: source.profile },
      ),
    );
  }
  const [first, ...rest] = roles;
  if (!first) return ok([sessionToken(source, source.mfaSerial)]);

  // A code proves the user, not a role: whichever hop names the device, the code goes with the user's key.
  const mfaSerial = first.mfaSerial ?? source.mfaSerial ?? rest.find((hop) => hop.mfaSerial)?.mfaSerial;
  const chained = rest.map((hop) => assumeRole(hop));
  const ownCode = mfaSerial !== undefined && (first.durationSeconds ?? 0) > CHAINED_ROLE_SECONDS;
  if (mfaSerial !== undefined && !ownCode) return ok([sessionToken(source, mfaSerial), assumeRole(first), ...chained]);
  return ok([{ ...assumeRole(first), key: source, withCode: mfaSerial }, ...chained]);
}

function sessionToken(key: AccessKeyHop, withCode: string | undefined): Step {
  return { action: 'get-session-token', key, durationSeconds: SESSION_TOKEN_SECONDS, withCode, region: key.region };
}

function assumeRole(hop: AssumeRoleHop): Extract<Step, { action: 'assume-role' }> {
  return {
    action: 'assume-role',
    hop,
    durationSeconds: hop.durationSeconds ?? CHAINED_ROLE_SECONDS,
    region: hop.region,
  };
}

const describeSource = {
  'credential-source': 'the environment or instance metadata',
  'web-identity': 'a web identity token',
  'credential-process': 'another program (credential_process)',
  'login-session': 'an AWS login session',
} as const;

/**
 * The cache key of a step: every input of every call up to and including it. A
 * key that misses one would hand out credentials for something else.
 */
export function cacheKey(steps: readonly Step[], index: number): string {
  return JSON.stringify(steps.slice(0, index + 1));
}
