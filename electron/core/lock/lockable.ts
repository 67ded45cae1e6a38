import { auditRules } from '../audit/rules.ts';
import type { CallName } from '../contract.ts';
import type { Handlers } from '../dispatch.ts';
import { aroundHandlers, type Handle } from '../handlers/around-handlers.ts';
import { failed } from '../result.ts';
import { type Lock, lockedFailure } from './lock.ts';

/**
 * What can be called while Rolecall is locked: looking, and what takes away. A
 * call that is not named here is refused, so a new one needs no thought to be safe.
 */
const openWhileLocked: ReadonlySet<CallName> = new Set<CallName>([
  'snapshot',
  'overview',
  'listProfiles',
  'preferences',
  'lockState',
  'clockSkew',
  'lock',
  'unlock',
  'signOut',
  'currentQuestion',
  'cancelQuestion',
  'listAudit',
  'verifyAudit',
  'ssoSessions',
  'cancelSsoSignIn',
  'ssoSignOut',
  'organisationReading',
  'stopOrganisation',
  'currentRotations',
  'stopRotation',
]);

/** The handlers behind the lock. What was asked before it closed is not given after it has. */
export function lockable<H extends Partial<Handlers>>(handlers: H, lock: Lock): H {
  return aroundHandlers(handlers, (name, handle) =>
    openWhileLocked.has(name) ? handle : behind(lock, handle, auditRules[name]?.handsOut === true),
  );
}

function behind(lock: Lock, handle: Handle, handsOut: boolean): Handle {
  return async (input, context) => {
    if (lock.isLocked()) return failed(lockedFailure());
    const { handOut } = context;
    const result = await handle(input, {
      ...context,
      ...(handOut && {
        handOut: async (facts) => (lock.isLocked() ? failed(lockedFailure()) : handOut(facts)),
      }),
    });
    return handsOut && lock.isLocked() ? failed(lockedFailure()) : result;
  };
}
