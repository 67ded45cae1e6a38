import { auditRules } from '../audit/rules.ts';
import type { CallName } from '../contract.ts';
import type { CallContext, Handlers } from '../dispatch.ts';
import { failed, type Result } from '../result.ts';
import { type Lock, lockedFailure } from './lock.ts';

/**
 * What can be called while Rolecall is locked: looking, and what takes away. A
 * call that is not named here is refused, so a new one needs no thought to be safe.
 */
const openWhileLocked: ReadonlySet<CallName> = new Set<CallName>([
  'snapshot',
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

type Handle = (input: unknown, context: CallContext) => Promise<Result<unknown>>;

/** The handlers behind the lock. What was asked before it closed is not given after it has. */
export function lockable<H extends Partial<Handlers>>(handlers: H, lock: Lock): H {
  return Object.fromEntries(
    Object.entries(handlers).map(([name, handler]) => {
      const handle = handler as Handle;
      const callName = name as CallName;
      if (openWhileLocked.has(callName)) return [name, handle];
      return [name, behind(lock, handle, auditRules[callName]?.handsOut === true)];
    }),
    // Object.fromEntries forgets which name has which type.
  ) as unknown as H;
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
