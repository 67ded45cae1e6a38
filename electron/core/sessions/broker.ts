import type { AccessKey, TemporaryCredentials } from '../credentials.ts';
import type { AccessKeyHop, Chain } from '../hop.ts';
import type { MfaCodes } from '../mfa/codes.ts';
import type { Clock, SettingsStore, Sts } from '../ports.ts';
import { failed, ok, type Result } from '../result.ts';
import type { AwsClock } from '../time/aws-clock.ts';
import type { SessionChoice, SessionChoices } from './choices.ts';
import { createRoleMaximums } from './durations.ts';
import { fillIn } from './fill-in.ts';
import { countForgotten } from './forgotten.ts';
import type { KeptSessions } from './kept-sessions.ts';
import { createPolicyTexts } from './policy-texts.ts';
import { createSessionCache } from './session-cache.ts';
import { signedOutMeanwhile } from './session-failures.ts';
import { sessionOf } from './session-of.ts';
import type { SsoCredentials, StepRequest } from './step-request.ts';
import { createStepSessions } from './step-sessions.ts';
import { refusesDuration } from './step-work.ts';
import { type Steps, stepsOf } from './steps.ts';

export interface CredentialRequest extends StepRequest {
  readonly chain: Chain;
  /** How the session is wanted; without one, as the profile's last was. */
  readonly choice?: SessionChoice | undefined;
}

/** What AWS was asked for, as far as a person or an auditor wants to know. */
interface AskedSession {
  readonly durationSeconds: number;
  /** What was wished for, where AWS gives this role no session that long. */
  readonly wishedSeconds?: number | undefined;
  readonly region?: string | undefined;
  readonly roleArn?: string | undefined;
  readonly roleSessionName?: string | undefined;
  readonly sourceIdentity?: string | undefined;
  readonly ticket?: string | undefined;
}

export interface Session {
  readonly credentials: TemporaryCredentials;
  readonly startedAt: number;
  /** How the last call was signed: with a role assumed by a long-term key the console may choose its own duration. */
  readonly signedByLongTermKey: boolean;
  readonly asked: AskedSession;
}

export interface Broker {
  /** Temporary credentials for a chain: cached, joined to a request under way, or new. */
  credentials(request: CredentialRequest): Promise<Result<Session>>;
  /** The session in memory, if there is one. Asks nobody. */
  peek(profile: string, chain: Chain): Session | undefined;
  /** Whether a new session of this profile would need a person. */
  needsPerson(profile: string, chain: Chain): boolean;
  /** The STS calls that a chain needs, filled in and checked. Asks nobody. */
  plan(profile: string, chain: Chain, choice?: SessionChoice): Result<Steps>;
  /** The profile's credentials are not served any more: the next request gets others. */
  outdate(profile: string): void;
  /** Forgets a profile's credentials now, also those of what it was before the file changed, and ends its requests. */
  forget(profile: string): void;
  /** Forgets everything, MFA sessions and kept ones included, and lets nothing under way come back. */
  forgetAll(): void;
  /** Leaves nothing in memory; what the person allows to be kept stays kept. */
  end(): void;
}

/** What the broker needs from around it. */
export interface BrokerWorld {
  readonly clock: Clock;
  readonly awsClock: AwsClock;
  readonly sts: Sts;
  readonly mfa: MfaCodes;
  readonly kept: KeptSessions;
  readonly sso: SsoCredentials;
  readonly settings: SettingsStore;
  readonly choices: SessionChoices;
  readonly userName: string;
  readonly hostName: string;
  readonly readPolicyFile: (path: string) => Promise<Result<string>>;
  readonly readAccessKey: (hop: AccessKeyHop) => Promise<Result<AccessKey>>;
  readonly onExpired: (profile: string, expiresAt: number) => void;
}

/** The one place that turns a chain of hops into temporary credentials. */
export function createBroker(world: BrokerWorld): Broker {
  const { awsClock, settings, choices } = world;
  const cache = createSessionCache({
    awsClock,
    onExpired: ({ owner, credentials }) => world.onExpired(owner, credentials.expiresAt),
  });
  const maximums = createRoleMaximums(world);
  const policies = createPolicyTexts(world.readPolicyFile);
  const sessions = createStepSessions({ ...world, cache, maximums });
  const forgotten = countForgotten();

  function plan(profile: string, chain: Chain, choice = choices.of(profile)): Result<Steps> {
    const filled = fillIn(chain, {
      user: world.userName,
      host: world.hostName,
      ticket: choice.ticket,
      nameTemplate: settings.get().preferences.sessionNameTemplate,
      policyText: policies.text,
    });
    if (!filled.ok) return filled;
    const defaults = choices.defaultsOf(profile);
    return stepsOf(filled.value, {
      askedSeconds: choice.durationSeconds,
      preferredSeconds: defaults.durationSeconds,
      ownCode: choice.ownCode ?? defaults.ownCode,
      within: maximums.within,
    });
  }

  /** AWS gives no session that long. What it said is remembered by now, so the next plan is shorter: it is tried once. */
  async function askShorter(
    steps: Steps,
    request: CredentialRequest,
    refused: ReturnType<typeof failed>,
  ): Promise<Result<Steps>> {
    const shorter = plan(request.profile, request.chain, request.choice);
    if (!shorter.ok || JSON.stringify(shorter.value) === JSON.stringify(steps)) return refused;
    // A code that was sent is spent, and its caller has no other.
    if (request.mfaCode !== undefined && sessions.needsPerson(shorter.value, request.profile)) {
      const remedy = 'Try again with the next code: a shorter session is asked for from now on.';
      return failed({ ...refused.failure, remedy });
    }
    const made = await sessions.get(shorter.value, { ...request, mfaCode: undefined, problem: refused.failure });
    return made.ok ? shorter : made;
  }

  function sessionAt(profile: string, steps: Steps, choice: SessionChoice): Session | undefined {
    const cached = sessions.peek(steps);
    const wishedSeconds = choice.durationSeconds ?? choices.defaultsOf(profile).durationSeconds;
    return cached && sessionOf(cached, steps, { wishedSeconds, ticket: choice.ticket });
  }

  function end(): void {
    forgotten.add();
    sessions.forget();
  }

  return {
    async credentials(request) {
      const { profile, chain } = request;
      const isForgotten = forgotten.since(profile);
      if (policies.isNeeded(chain)) await policies.readFor(chain);
      const planned = plan(profile, chain, request.choice);
      if (!planned.ok) return planned;
      if (isForgotten()) return failed(signedOutMeanwhile(profile));
      const made = await sessions.get(planned.value, request);
      let steps: Result<Steps> = made.ok ? planned : made;
      if (!made.ok && refusesDuration(made.failure.kind) && !isForgotten())
        steps = await askShorter(planned.value, request, made);
      if (!steps.ok) return steps;
      const session = sessionAt(profile, steps.value, request.choice ?? choices.of(profile));
      return session && !isForgotten() ? ok(session) : failed(signedOutMeanwhile(profile));
    },
    peek(profile, chain) {
      const steps = plan(profile, chain);
      return steps.ok ? sessionAt(profile, steps.value, choices.of(profile)) : undefined;
    },
    needsPerson(profile, chain) {
      const steps = plan(profile, chain);
      return steps.ok ? sessions.needsPerson(steps.value, profile) : true;
    },
    plan,
    outdate: sessions.outdate,
    forget(profile) {
      forgotten.add(profile);
      sessions.forget(profile);
      void world.kept.forget(profile);
    },
    forgetAll() {
      end();
      void world.kept.forget();
    },
    end,
  };
}
