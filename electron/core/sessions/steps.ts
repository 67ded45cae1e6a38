import { type Failure, failure } from '../failure.ts';
import type { AccessKeyHop, AssumeRoleHop, Chain, HopEndpoint, SourceHop } from '../hop.ts';
import { failed, ok, type Result } from '../result.ts';
import type { IdentityCenterHop } from '../sso/sso-session.ts';

/**
 * One call on the way to a profile's credentials. `withCode` names the MFA
 * device whose code the call carries.
 */
export type Step =
  | (HopEndpoint & {
      readonly action: 'get-session-token';
      readonly key: AccessKeyHop;
      readonly durationSeconds: number;
      readonly withCode?: string;
    })
  | (HopEndpoint & {
      readonly action: 'assume-role';
      readonly hop: AssumeRoleHop;
      readonly durationSeconds: number;
      /** The long-term key that signs, when no step comes before this one. */
      readonly key?: AccessKeyHop;
      readonly withCode?: string;
    })
  | {
      readonly action: 'get-role-credentials';
      readonly hop: IdentityCenterHop;
      readonly withCode?: undefined;
    };

type RoleStep = Extract<Step, { action: 'assume-role' }>;

export type Steps = readonly [Step, ...Step[]];

/** How long a session is wanted for, and with which plan. */
export interface PlanWishes {
  /** What a person asked for now. More than AWS gives is an error. */
  readonly askedSeconds?: number | undefined;
  /** The person's default for the profile, before the file's. More than AWS gives is cut. */
  readonly preferredSeconds?: number | undefined;
  /** The role gets a code of its own also when an hour would do: some trust policies look at the code's age. */
  readonly ownCode?: boolean | undefined;
  /** The most that is worth asking a role for, as far as it is known. */
  readonly within?: ((roleArn: string, seconds: number) => number) | undefined;
}

/** AWS's default for AssumeRole, and the most a role assumed from temporary credentials may get. */
export const CHAINED_ROLE_SECONDS = 3600;
/** AWS's default for GetSessionToken: twelve hours, one working day. */
const SESSION_TOKEN_SECONDS = 43_200;

/**
 * Decides which calls a chain needs.
 *
 * With MFA there are two plans. *One code for all, 1 h each*: GetSessionToken
 * with the code, then AssumeRole from that session, which AWS limits to one hour
 * like any chained role. *Its own code, up to the role's maximum*: AssumeRole
 * with the code, signed by the long-term key. Who wants more than an hour gets
 * the second. Fails with `not-supported` and `chaining-limit`.
 * @see https://docs.aws.amazon.com/STS/latest/APIReference/API_AssumeRole.html
 */
export function stepsOf(chain: Chain, wishes: PlanWishes = {}): Result<Steps> {
  const [source, ...roles] = chain;
  const target = roles.at(-1);
  const asked = wishes.askedSeconds ?? 0;
  const wanted = (hop: AssumeRoleHop): number => {
    const wish = hop === target ? (wishes.askedSeconds ?? wishes.preferredSeconds) : undefined;
    const seconds = wish ?? hop.durationSeconds ?? CHAINED_ROLE_SECONDS;
    return wishes.within?.(hop.roleArn, seconds) ?? seconds;
  };
  const chained = (hop: AssumeRoleHop) => assumeRole(hop, Math.min(wanted(hop), CHAINED_ROLE_SECONDS));

  if (source.kind === 'identity-center') {
    if (!target && asked > 0) return failed(setByPermissionSet(source.profile));
    if (asked > CHAINED_ROLE_SECONDS) return failed(chainedTooLong(chain));
    return ok([{ action: 'get-role-credentials', hop: source }, ...roles.map(chained)]);
  }
  if (source.kind !== 'access-key') return failed(notSupported(source));
  const [first, ...rest] = roles;
  if (!first || !target)
    return ok([sessionToken(source, source.mfaSerial, wishes.askedSeconds ?? wishes.preferredSeconds)]);
  if (target !== first && asked > CHAINED_ROLE_SECONDS) return failed(chainedTooLong(chain));

  // A code proves the user, not a role: whichever hop names the device, the code goes with the user's key.
  const mfaSerial = first.mfaSerial ?? source.mfaSerial ?? rest.find((hop) => hop.mfaSerial)?.mfaSerial;
  const ownCode = wishes.ownCode || wanted(first) > CHAINED_ROLE_SECONDS;
  const others = rest.map(chained);
  if (mfaSerial !== undefined && !ownCode)
    return ok([sessionToken(source, mfaSerial), assumeRole(first, wanted(first)), ...others]);
  return ok([{ ...assumeRole(first, wanted(first)), key: source, withCode: mfaSerial }, ...others]);
}

function sessionToken(hop: AccessKeyHop, withCode: string | undefined, seconds = SESSION_TOKEN_SECONDS): Step {
  return { action: 'get-session-token', key: keyOf(hop), durationSeconds: seconds, withCode, ...endpointOf(hop) };
}

/** In one order of fields, since the cache key is made of its text: whoever names the same key shares its session. */
function keyOf({ kind, profile, store, accessKeyId, mfaSerial, ...hop }: AccessKeyHop): AccessKeyHop {
  return { kind, profile, store, accessKeyId, ...endpointOf(hop), ...(mfaSerial !== undefined && { mfaSerial }) };
}

function assumeRole(hop: AssumeRoleHop, durationSeconds: number): RoleStep {
  return { action: 'assume-role', hop, durationSeconds, ...endpointOf(hop) };
}

const endpointOf = ({ region, endpointUrl, useFipsEndpoint, useDualstackEndpoint }: HopEndpoint): HopEndpoint => ({
  region,
  endpointUrl,
  useFipsEndpoint,
  useDualstackEndpoint,
});

function chainedTooLong(chain: Chain): Failure {
  const names = chain.map(({ profile }) => `"${profile}"`);
  return failure(
    'chaining-limit',
    `${names.at(-1)} is assumed from ${names.at(-2)}, and AWS limits a role that is assumed from another to one hour.`,
    'Ask for 1h or less.',
    { profile: chain.at(-1)?.profile },
  );
}

function setByPermissionSet(profile: string): Failure {
  return failure(
    'parameter-invalid',
    `How long a session of "${profile}" lasts is set in its permission set in IAM Identity Center.`,
    'Ask for it without a duration.',
    { profile },
  );
}

function notSupported(source: Exclude<SourceHop, { kind: 'access-key' | 'identity-center' }>): Failure {
  return failure(
    'not-supported',
    `Profile "${source.profile}" gets its credentials from ${describeSource[source.kind]}, which Rolecall cannot use as a source yet.`,
    'Use a profile whose chain starts from an access key, or let the AWS CLI handle this one.',
    { profile: source.profile },
  );
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
