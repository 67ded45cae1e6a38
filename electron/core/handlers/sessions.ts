import { sessionFacts } from '../audit/session-facts.ts';
import type { CatalogStore } from '../catalog.ts';
import type { DefaultRegion } from '../default-region.ts';
import type { Handlers } from '../dispatch.ts';
import type { Careful } from '../looks/careful.ts';
import type { MfaCodes } from '../mfa/codes.ts';
import { processCredentials } from '../process-credentials.ts';
import type { RecentUses } from '../recent-uses.ts';
import { ok } from '../result.ts';
import type { Session } from '../sessions/broker.ts';
import type { KeptSessions } from '../sessions/kept-sessions.ts';
import type { SessionPlans } from '../sessions/session-plan.ts';
import type { SessionStates } from '../sessions/session-states.ts';
import type { Switching } from '../sessions/switching.ts';
import type { AwsClock } from '../time/aws-clock.ts';

type SessionCalls =
  | 'snapshot'
  | 'switchProfile'
  | 'renewSession'
  | 'sessionPlan'
  | 'setSessionDefault'
  | 'credentials'
  | 'signOut';

/** Listing, switching, handing out and signing out. */
export function sessionHandlers(parts: {
  readonly catalog: CatalogStore;
  readonly states: SessionStates;
  readonly switching: Switching;
  readonly plans: SessionPlans;
  readonly defaultRegion: DefaultRegion;
  readonly careful: Careful;
  readonly mfa: MfaCodes;
  readonly kept: KeptSessions;
  readonly uses: RecentUses;
  readonly awsClock: AwsClock;
}): Pick<Handlers, SessionCalls> {
  const { catalog, states, switching, plans, defaultRegion, careful, mfa, kept, uses, awsClock } = parts;

  const factsOf = (profile: string, { credentials, startedAt, asked }: Session) => ({
    ...sessionFacts(profile, credentials, startedAt),
    ...(asked.ticket !== undefined && { reason: asked.ticket }),
  });
  const switched = (profile: string, { credentials, asked }: Session) => ({
    profile,
    expiresAt: awsClock.toLocal(credentials.expiresAt),
    arn: credentials.arn,
    durationSeconds: asked.durationSeconds,
    wishedSeconds: asked.wishedSeconds,
    packedPolicySize: credentials.issued?.packedPolicySize,
  });

  return {
    snapshot: async () => ok({ catalog: catalog.view(), sessions: states.view() }),

    async switchProfile({ profile, mfaCode, confirm, ...choice }, context) {
      const confirmed = careful.check(profile, confirm);
      if (!confirmed.ok) return confirmed;
      const session = await switching.switchTo(profile, { ...context, mfaCode, choice });
      if (!session.ok) return session;
      const written = await context.handOut?.(factsOf(profile, session.value));
      if (written?.ok === false) return written;
      // Nobody waits for a disk: what was used last is of no use to the one who has just used it.
      void uses.addSwitch(profile);
      await defaultRegion.follow();
      return ok(switched(profile, session.value));
    },

    async renewSession({ profile: named, mfaCode }, context) {
      const profile = named === undefined ? switching.activeProfile() : ok(named);
      if (!profile.ok) return profile;
      const session = await switching.renew(profile.value, { ...context, mfaCode });
      if (!session.ok) return session;
      const written = await context.handOut?.(factsOf(profile.value, session.value));
      return written?.ok === false ? written : ok(switched(profile.value, session.value));
    },

    sessionPlan: async ({ profile }) => plans.planOf(profile),
    setSessionDefault: ({ profile, ...change }) => plans.setDefault(profile, change),

    async credentials({ profile: named, mfaCode }, context) {
      const profile = named === undefined ? switching.activeProfile() : ok(named);
      if (!profile.ok) return profile;
      const session = await switching.serve(profile.value, { ...context, mfaCode });
      if (!session.ok) return session;
      const written = await context.handOut?.(factsOf(profile.value, session.value));
      return written?.ok === false ? written : ok(processCredentials(session.value, awsClock));
    },

    async signOut({ profile }) {
      if (profile === undefined) {
        mfa.leave();
        const signedOut = switching.signOutAll();
        const forgotten = await kept.forget();
        return forgotten.ok ? ok({ signedOut }) : forgotten;
      }
      const known = catalog.chain(profile);
      // Who is signed in can be signed out, also when the profile is gone from the file.
      if (!known.ok && states.get(profile).state === 'inactive') return known;
      mfa.leave(profile);
      switching.signOut(profile);
      const forgotten = await kept.forget(profile);
      if (!forgotten.ok) return forgotten;
      return ok({ signedOut: [profile] });
    },
  };
}
