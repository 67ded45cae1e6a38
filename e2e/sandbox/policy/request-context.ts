import { callerArn, callerUserId } from '../state/identity.ts';
import type { Caller } from '../state/model.ts';
import type { RequestContext } from './conditions.ts';

/** The context keys every request has. `now` and `mfaAt` are epoch ms; `mfaAt` is of a code given in this very request. */
export function requestContext(
  caller: Caller,
  now: number,
  extra: {
    readonly mfaAt?: number | undefined;
    readonly keys?: Readonly<Record<string, string | readonly string[] | undefined>>;
  },
): RequestContext {
  const context = new Map<string, string | readonly string[]>([
    ['aws:principalarn', principalArn(caller)],
    ['aws:principalaccount', caller.account.id],
    ['aws:userid', callerUserId(caller)],
    ['aws:principaltype', principalType(caller)],
    ['aws:currenttime', new Date(now).toISOString()],
    ['aws:epochtime', String(Math.floor(now / 1000))],
  ]);
  const userName = userNameOf(caller);
  if (userName !== undefined) context.set('aws:username', userName);

  if (caller.kind === 'session') {
    const { tags, sourceIdentity, identity } = caller.session;
    // Temporary credentials always say whether MFA was used; long-term keys never do, which is what BoolIfExists is for.
    const mfaAt = identity.kind === 'user' ? identity.mfaAt : undefined;
    setMfa(context, mfaAt, now);
    for (const [key, value] of tags) context.set(`aws:principaltag/${key.toLowerCase()}`, value);
    if (sourceIdentity !== undefined) context.set('aws:sourceidentity', sourceIdentity);
  }
  if (extra.mfaAt !== undefined) setMfa(context, extra.mfaAt, now);
  for (const [key, value] of Object.entries(extra.keys ?? {})) {
    if (value !== undefined) context.set(key.toLowerCase(), value);
  }
  return context;
}

function setMfa(context: Map<string, string | readonly string[]>, mfaAt: number | undefined, now: number): void {
  context.set('aws:multifactorauthpresent', String(mfaAt !== undefined));
  if (mfaAt !== undefined) context.set('aws:multifactorauthage', String(Math.max(0, Math.floor((now - mfaAt) / 1000))));
}

/** For a role's session AWS gives the role's ARN here, not the session's. */
function principalArn(caller: Caller): string {
  const identity = caller.kind === 'session' ? caller.session.identity : undefined;
  return identity?.kind === 'role' ? identity.role.arn : callerArn(caller);
}

function principalType(caller: Caller): string {
  const kind = caller.kind === 'key' ? 'user' : caller.session.identity.kind;
  return { user: 'User', role: 'AssumedRole', federated: 'FederatedUser' }[kind];
}

function userNameOf(caller: Caller): string | undefined {
  if (caller.kind === 'key') return caller.user.name;
  return caller.session.identity.kind === 'user' ? caller.session.identity.user.name : undefined;
}
