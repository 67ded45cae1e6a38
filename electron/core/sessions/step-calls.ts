import type { AccessKey, SigningKeys, TemporaryCredentials } from '../credentials.ts';
import type { AccessKeyHop } from '../hop.ts';
import type { Signal, Sts } from '../ports.ts';
import { ok, type Result } from '../result.ts';
import type { IdentityCenterHop } from '../sso/sso-session.ts';
import type { Step } from './steps.ts';

/** The call of one step, ready but for the code. */
export type StepCall = (mfaCode: string | undefined) => Promise<Result<TemporaryCredentials>>;

/** What a step needs from around it. */
export interface StepContext {
  /** The profile that is asked for; failures name it. */
  readonly profile: string;
  readonly signal: Signal;
  /** Reads a base key. It is read again for each call, and not kept. */
  readonly readKey: (hop: AccessKeyHop) => Promise<Result<AccessKey>>;
  /** A role's credentials from the access portal, with a sign-in where one is needed. */
  readonly roleCredentials: (hop: IdentityCenterHop) => Promise<Result<TemporaryCredentials>>;
  /** The credentials of the step before. */
  readonly before: () => Promise<Result<SigningKeys>>;
}

/** Turns the steps of a plan into calls of STS and the access portal. */
export function createStepCalls({ sts }: { readonly sts: Sts }) {
  return async function prepare(
    step: Step,
    { readKey, before, roleCredentials, ...rest }: StepContext,
  ): Promise<Result<StepCall>> {
    if (step.action === 'get-role-credentials') return ok(() => roleCredentials(step.hop));
    const { durationSeconds, withCode: mfaSerial, region, endpointUrl, useFipsEndpoint, useDualstackEndpoint } = step;
    const settingsOf = step.action === 'assume-role' ? step.hop.profile : step.key.profile;
    const context = { ...rest, settingsOf, region, endpointUrl, useFipsEndpoint, useDualstackEndpoint };
    if (step.action === 'get-session-token') {
      const key = await readKey(step.key);
      if (!key.ok) return key;
      return ok((mfaCode) => sts.getSessionToken({ durationSeconds, mfaSerial, mfaCode }, key.value, context));
    }
    const by = await (step.key ? readKey(step.key) : before());
    if (!by.ok) return by;
    const {
      roleArn,
      roleSessionName = '',
      externalId,
      sourceIdentity,
      tags,
      transitiveTagKeys,
      policy,
      policyArns,
    } = step.hop;
    const input = {
      roleArn,
      roleSessionName,
      durationSeconds,
      externalId,
      sourceIdentity,
      tags,
      transitiveTagKeys,
      policy,
      policyArns,
      mfaSerial,
    };
    return ok((mfaCode) => sts.assumeRole({ ...input, mfaCode }, by.value, context));
  };
}
