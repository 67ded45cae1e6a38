import type { Asker } from './asker.ts';
import type { AccessKey, TemporaryCredentials } from './credentials.ts';
import { type FailureKind, failure } from './failure.ts';
import type { AccessKeyHop, Chain } from './hop.ts';
import type { MfaCodes } from './mfa/codes.ts';
import type { Signal, Sts } from './ports.ts';
import { failed, ok, type Result } from './result.ts';
import type { WaitingFor } from './session.ts';
import { createSessionCache } from './session-cache.ts';
import type { KeptSessions } from './sessions/kept-sessions.ts';
import { createStepCalls } from './sessions/step-calls.ts';
import { createSharedWork, type Gone, linkedAbort } from './shared-work.ts';
import type { AccessRequest, AskedBy } from './sso/access.ts';
import type { IdentityCenterHop } from './sso/sso-session.ts';
import { cacheKey, type Step, type Steps, stepsOf } from './steps.ts';
import type { AwsClock } from './time/aws-clock.ts';

export interface CredentialRequest {
  readonly profile: string;
  readonly chain: Chain;
  readonly asker: Asker;
  /** A code the caller brought along; without one a person is asked. */
  readonly mfaCode?: string | undefined;
  readonly signal: Signal;
  /** Told what the request waits for, so that nothing waits in silence. */
  readonly onWaiting?: (waitingFor: WaitingFor) => void;
  /** Whether it may start a sign-in to IAM Identity Center. */
  readonly by: AskedBy;
}

export interface Session {
  readonly credentials: TemporaryCredentials;
  readonly startedAt: number;
  /** How the last call was signed: with a role assumed by a long-term key the console may choose its own duration. */
  readonly signedByLongTermKey: boolean;
}

export interface Broker {
  /** Temporary credentials for a chain: cached, joined to a request under way, or new. */
  credentials(request: CredentialRequest): Promise<Result<Session>>;
  /** The session in memory, if there is one. Asks nobody. */
  peek(chain: Chain): Session | undefined;
  /** Forgets a profile's credentials now, also those of what it was before the file changed, and ends its requests. */
  forget(profile: string): void;
  /** Forgets everything, MFA sessions and kept ones included, and lets nothing under way come back. */
  forgetAll(): void;
  /** Leaves nothing in memory; what the person allows to be kept stays kept. */
  end(): void;
}

/** The one place that turns a chain of hops into temporary credentials. */
export function createBroker(world: {
  awsClock: AwsClock;
  sts: Sts;
  mfa: MfaCodes;
  kept: KeptSessions;
  userName: string;
  readAccessKey: (hop: AccessKeyHop) => Promise<Result<AccessKey>>;
  sso: {
    roleCredentials(hop: IdentityCenterHop, request: AccessRequest): Promise<Result<TemporaryCredentials>>;
    /** Starts the sign-in that a profile needs, for a person's request. */
    signIn(hop: IdentityCenterHop, request: AccessRequest): void;
  };
  onExpired: (profile: string, expiresAt: number) => void;
}): Broker {
  const { awsClock, mfa, kept } = world;
  const prepare = createStepCalls(world);
  const cache = createSessionCache({
    awsClock,
    onExpired: ({ owner, credentials }) => world.onExpired(owner, credentials.expiresAt),
  });
  const work = createSharedWork<Result<TemporaryCredentials>>();

  async function obtain(
    steps: Steps,
    index: number,
    request: CredentialRequest,
  ): Promise<Result<TemporaryCredentials>> {
    const key = cacheKey(steps, index);
    const cached = cache.get(key);
    if (cached && (cache.isFresh(cached) || needsPerson(steps, index, request.profile))) return ok(cached.credentials);

    const owner = ownerOf(steps[index] as Step);
    const gone = (how: Gone) => failed((how === 'left' ? cancelled : signedOutMeanwhile)(request.profile));
    const result = await work.join({ key, owner }, request.signal, gone, async (signal) => {
      // What can be served still is no reason to wait for anybody's sign-in.
      const by = cached ? 'renewal' : request.by;
      const made = (await fromKept(steps, index, request)) ?? (await take(steps, index, { ...request, by, signal }));
      // Work that began before a sign-out must not leave credentials behind it.
      if (signal.aborted) return failed(cancelled(request.profile));
      if (!made.ok) return made;
      cache.put(key, owner, made.value);
      void kept.save(steps[index] as Step, key, made.value);
      return made;
    });
    // The old session serves until a new one has arrived.
    if (!result.ok && cached && cache.get(key)) return ok(cached.credentials);
    return result;
  }

  /**
   * Somebody else already waits for this session. A code that this caller brings
   * is passed on, and this caller told what became of it: it must not wait for a person.
   */
  async function join(steps: Steps, request: CredentialRequest): Promise<Result<TemporaryCredentials>> {
    const last = steps.length - 1;
    const [first] = steps;
    // A tool's request may be waiting for the sign-in that this one may start.
    if (first.action === 'get-role-credentials' && request.by !== 'tool' && work.has(cacheKey(steps, 0)))
      world.sso.signIn(first.hop, request);
    const asking = steps.findIndex((step, index) => step.withCode !== undefined && work.has(cacheKey(steps, index)));
    if (asking < 0) return obtain(steps, last, request);
    request.onWaiting?.('code');
    if (request.mfaCode === undefined) return obtain(steps, last, request);
    const own = linkedAbort(request.signal);
    const offer = mfa.offer(cacheKey(steps, asking), request.mfaCode);
    try {
      const shared = obtain(steps, last, { ...request, signal: own.signal });
      const refused = await Promise.race([offer.refused, shared.then(() => undefined)]);
      if (refused) return failed(refused);
      const result = await shared;
      // What failed was another caller's code, or its question: this one's code was not sent yet.
      const again = !result.ok && offer.withdraw() && !request.signal.aborted && endsAnotherOnly(result.failure.kind);
      return again ? obtain(steps, last, request) : result;
    } finally {
      offer.withdraw();
      own.abort();
    }
  }

  /** `true` when renewing this step would ask for a code: then what is there is used to its end. */
  function needsPerson(steps: Steps, index: number, profile: string): boolean {
    const mfaSerial = steps[index]?.withCode;
    if (mfaSerial !== undefined) return mfa.needsPerson({ mfaSerial, profile });
    if (index === 0) return false;
    return !cache.get(cacheKey(steps, index - 1)) && needsPerson(steps, index - 1, profile);
  }

  /** A session of before the last start, where the person allows that. */
  async function fromKept(steps: Steps, index: number, request: CredentialRequest) {
    const session = await kept.load(steps[index] as Step, cacheKey(steps, index));
    return session && !request.signal.aborted ? ok(session) : undefined;
  }

  async function take(steps: Steps, index: number, request: CredentialRequest): Promise<Result<TemporaryCredentials>> {
    const step = steps[index] as Step;
    const call = await prepare(step, {
      profile: request.profile,
      signal: request.signal,
      before: () => obtain(steps, index - 1, request),
      roleCredentials: (hop) => world.sso.roleCredentials(hop, request),
      readKey: (hop) => {
        request.onWaiting?.('keychain');
        return world.readAccessKey(hop);
      },
    });
    if (!call.ok) return call;
    // A keychain can take minutes to answer; nobody may wait for it any more.
    if (request.signal.aborted) return failed(cancelled(request.profile));
    const { withCode } = step;
    if (withCode === undefined) {
      request.onWaiting?.('aws');
      return call.value(undefined);
    }
    return mfa.withCode(
      {
        profile: request.profile,
        roleArn: targetRole(steps),
        mfaSerial: withCode,
        session: cacheKey(steps, index),
        asker: request.asker,
        code: request.mfaCode,
        signal: request.signal,
        onWaiting: request.onWaiting,
      },
      call.value,
    );
  }

  const sessionAt = (steps: Steps): Session | undefined => {
    const cached = cache.get(cacheKey(steps, steps.length - 1));
    return cached && { ...cached, signedByLongTermKey: signedByLongTermKey(steps) };
  };

  const broker: Broker = {
    async credentials(request) {
      const steps = stepsOf(request.chain);
      if (!steps.ok) return steps;
      const result = await join(steps.value, request);
      if (!result.ok) return result;
      const session = sessionAt(steps.value);
      return session ? ok(session) : failed(signedOutMeanwhile(request.profile));
    },
    peek(chain) {
      const steps = stepsOf(chain);
      return steps.ok ? sessionAt(steps.value) : undefined;
    },
    forget(profile) {
      work.end(profile);
      cache.clear(profile);
      void kept.forget(profile);
    },
    forgetAll() {
      broker.end();
      void kept.forget();
    },
    end() {
      work.end();
      cache.clear();
    },
  };
  return broker;
}

const endsAnotherOnly = (kind: FailureKind) =>
  kind === 'mfa-wrong-code' || kind === 'mfa-code-used' || kind === 'cancelled';

/** The profile that a step's credentials are of. */
function ownerOf(step: Step): string {
  return step.action === 'get-session-token' ? step.key.profile : step.hop.profile;
}

function signedByLongTermKey(steps: Steps): boolean {
  const last = steps.at(-1);
  return last?.action === 'assume-role' && last.key !== undefined;
}

function targetRole(steps: Steps): string | undefined {
  const last = steps.at(-1);
  return last?.action === 'assume-role' ? last.hop.roleArn : undefined;
}

function cancelled(profile: string) {
  return failure('cancelled', `The request for "${profile}" was cancelled.`, 'Ask again when you are ready.', {
    profile,
  });
}

function signedOutMeanwhile(profile: string) {
  return failure(
    'signed-out',
    `"${profile}" was signed out while its credentials were on the way.`,
    `Switch to "${profile}" to sign in again.`,
    {
      profile,
    },
  );
}
