import type { Handlers } from '../dispatch.ts';
import type { Enrolments } from '../mfa/enrolment.ts';
import { ok } from '../result.ts';

type EnrolmentCalls = 'startMfaEnrolment' | 'mfaEnrolmentSecret' | 'finishMfaEnrolment' | 'cancelMfaEnrolment';

/** Setting up an authenticator app. */
export function mfaEnrolmentHandlers(enrolments: Enrolments): Pick<Handlers, EnrolmentCalls> {
  return {
    startMfaEnrolment: ({ profile, name }, who) => enrolments.start(profile, name, who),
    mfaEnrolmentSecret: async ({ id }, { door }) => enrolments.secret(id, door),
    finishMfaEnrolment: ({ id, codes, keepSeed }, who) => enrolments.finish(id, codes, keepSeed, who),

    async cancelMfaEnrolment({ id }, { door }) {
      const cancelled = await enrolments.cancel(id, door);
      return cancelled.ok ? ok({}) : cancelled;
    },
  };
}
