import type { Failure } from '../failure.ts';
import type { Clock, Stop } from '../ports.ts';
import { failed, ok, type Result } from '../result.ts';
import { countForgotten } from '../sessions/forgotten.ts';
import type { GrantStore } from './grant-store.ts';
import type { IdentityCenter, SharedTokens, SsoToken } from './ports.ts';
import { ssoFailures } from './sso-failures.ts';
import { type SsoSession, sameSession } from './sso-session.ts';

/** AWS's own tools renew from 15 minutes before the end; a short-lived token would never be fresh by that. */
const RENEW_AHEAD_MS = 15 * 60_000;
const RENEW_SHARE = 1 / 3;
/** The AWS CLI writes its cache in place, and some time after AWS's answer: how long to wait before each look. */
const LOOK_AGAIN_MS = [0, 100, 300, 600];

/** A token in memory, and whose it is: another tool's is used, and never renewed. */
export interface HeldToken {
  readonly token: SsoToken;
  readonly session: SsoSession;
  readonly from: 'rolecall' | 'shared';
}

/**
 * The tokens of all sessions: in memory, in the keychain, and in the AWS CLI's
 * cache. One look-up and one refresh at a time for each session, never given up
 * half-way: a refresh token works once, so its answer must not be lost.
 */
export function createTokens(parts: {
  readonly clock: Pick<Clock, 'after'>;
  /** Tokens end by AWS's clock. */
  readonly awsClock: Pick<Clock, 'now'>;
  readonly identityCenter: IdentityCenter;
  readonly grants: GrantStore;
  readonly sharedTokens: SharedTokens;
  /** Whether the person chose to share tokens with the AWS CLI. */
  readonly sharing: () => boolean;
  /** A person has signed in, maybe another than before. */
  readonly onSignedIn?: (session: SsoSession) => void;
}) {
  const { clock, awsClock, identityCenter, grants, sharedTokens, sharing } = parts;
  const held = new Map<string, HeldToken>();
  const looking = new Map<string, Promise<Result<SsoToken>>>();
  /** Access tokens that the portal refused, whatever their expiry says. */
  const dead = new Set<string>();
  const forgotten = countForgotten();
  /** Sign-outs under way, by session name. */
  const leaving = new Map<string, Promise<unknown>>();
  const listeners = new Set<(session: SsoSession, token: SsoToken | undefined) => void>();

  function hold(session: SsoSession, token: SsoToken, from: HeldToken['from']): Result<SsoToken> {
    held.set(session.name, { token, session, from });
    for (const listener of listeners) listener(session, from === 'rolecall' ? token : undefined);
    return ok(token);
  }
  function drop(session: SsoSession): void {
    held.delete(session.name);
    for (const listener of listeners) listener(session, undefined);
  }

  const isAlive = (token: SsoToken) => token.expiresAt > awsClock.now() && !dead.has(token.accessToken);
  const isFresh = (token: SsoToken) => {
    const lifeMs = token.expiresAt - (token.obtainedAt ?? Number.NEGATIVE_INFINITY);
    return token.expiresAt - awsClock.now() > Math.min(RENEW_AHEAD_MS, lifeMs * RENEW_SHARE);
  };
  const canRenew = ({ refreshToken, client }: SsoToken) =>
    refreshToken !== undefined && client !== undefined && client.expiresAt > awsClock.now();

  function inMemory(session: SsoSession): SsoToken | undefined {
    const mine = held.get(session.name);
    return mine && sameSession(mine.session, session) && isAlive(mine.token) ? mine.token : undefined;
  }

  async function keep(session: SsoSession, token: SsoToken): Promise<Result<void>> {
    if (sharing()) await sharedTokens.write(session, token);
    const grant = await grants.read(session);
    if (!grant.ok) return grant;
    return grants.save(session, { ...grant.value, token });
  }

  async function removeEverywhere(session: SsoSession): Promise<Result<void>> {
    const removed = await grants.remove(session);
    if (sharing()) await sharedTokens.remove(session);
    return removed;
  }

  async function renew(session: SsoSession, token: SsoToken): Promise<Result<SsoToken>> {
    const { refreshToken, client } = token;
    if (refreshToken === undefined || client === undefined) return failed(ssoFailures.needed(session));
    const answer = await identityCenter.createToken({ kind: 'refresh', refreshToken }, client, { session });
    if (!answer.ok) return answer;
    if (answer.value.state !== 'granted') return failed(ssoFailures.needed(session));
    const renewed = { refreshToken, ...answer.value.token };
    // It counts also when the keychain is locked just now: the old one is used up.
    await keep(session, renewed);
    return hold(session, renewed, 'rolecall');
  }

  /** What other tools have; also ours to renew where the person chose to share. */
  async function fromShared(session: SsoSession, tried: string | undefined): Promise<Result<SsoToken> | undefined> {
    const shared = await sharedTokens.read(session);
    if (!shared) return undefined;
    if (isAlive(shared) && (isFresh(shared) || !sharing()))
      return hold(session, shared, sharing() && shared.refreshToken ? 'rolecall' : 'shared');
    if (!sharing() || !canRenew(shared) || shared.refreshToken === tried) return undefined;
    const renewed = await renew(session, shared);
    return renewed.ok || renewed.failure.kind !== 'sign-in-expired' ? renewed : undefined;
  }

  /** A fresh token, or the one that the AWS CLI has got since: by a sign-in of its own, maybe of somebody else. */
  async function newest(session: SsoSession, token: SsoToken): Promise<Result<SsoToken>> {
    if (!sharing() && held.get(session.name)?.from !== 'shared') return ok(token);
    const shared = await sharedTokens.read(session);
    // Signed out, or signed in anew, while it was read.
    if (inMemory(session) !== token || !shared || shared.accessToken === token.accessToken) return ok(token);
    if (shared.expiresAt <= token.expiresAt || !isAlive(shared)) return ok(token);
    const taken = hold(session, shared, sharing() && shared.refreshToken ? 'rolecall' : 'shared');
    parts.onSignedIn?.(session);
    return taken;
  }

  async function look(session: SsoSession): Promise<Result<SsoToken>> {
    const memory = inMemory(session);
    if (memory && isFresh(memory)) return newest(session, memory);
    const grant = await grants.read(session);
    // A locked keychain is no reason to sign in again; a missing one never held anything.
    if (!grant.ok && grant.failure.kind !== 'keychain-missing') return memory ? ok(memory) : grant;
    const own = held.get(session.name)?.from === 'rolecall' ? held.get(session.name)?.token : undefined;
    const mine = (grant.ok ? grant.value.token : undefined) ?? own;
    if (mine && isAlive(mine) && isFresh(mine)) return hold(session, mine, 'rolecall');
    // With a shared cache the AWS CLI may have renewed it already.
    const shared = sharing() || !mine ? await fromShared(session, mine?.refreshToken) : undefined;
    if (shared?.ok) return shared;
    let problem: Failure | undefined = shared?.failure;
    if (mine && canRenew(mine)) {
      const renewed = await renew(session, mine);
      if (renewed.ok) return renewed;
      problem = renewed.failure;
    }
    if (mine && isAlive(mine)) return hold(session, mine, 'rolecall');
    // Used by another tool meanwhile, which may be about to write what it got: only then a person is asked.
    for (const waitMs of sharing() && mine ? LOOK_AGAIN_MS : [0]) {
      if (waitMs > 0) await new Promise<void>((resolve) => clock.after(waitMs, resolve));
      const again = await fromShared(session, mine?.refreshToken);
      if (again?.ok) return again;
    }
    drop(session);
    // Without a network nobody can sign in either.
    const over = !problem || problem.kind === 'sign-in-expired' || problem.kind === 'sign-in-refused';
    return failed(over || !problem ? ssoFailures.needed(session) : problem);
  }

  async function leave(session: SsoSession): Promise<Result<void>> {
    await looking.get(JSON.stringify(session));
    const mine = held.get(session.name);
    if (mine) dead.add(mine.token.accessToken);
    const shared = await sharedTokens.read(session);
    if (shared) dead.add(shared.accessToken);
    drop(session);
    return removeEverywhere(session);
  }

  async function find(session: SsoSession): Promise<Result<SsoToken>> {
    // What is being forgotten must not be renewed before it is gone.
    await leaving.get(session.name);
    const key = JSON.stringify(session);
    const running = looking.get(key);
    if (running) return running;
    const started = look(session).finally(() => looking.delete(key));
    looking.set(key, started);
    return started;
  }

  return {
    /** A usable token without asking anybody; `sign-in-needed` when only a person can get one. */
    find,
    /** After a sign-in. Without a keychain the token serves until Rolecall quits. */
    async take(session: SsoSession, token: SsoToken): Promise<Result<SsoToken>> {
      const isForgotten = forgotten.since(session.name);
      const kept = await keep(session, token);
      // Signed out while a keychain was being unlocked: what arrives after that must not stay.
      if (isForgotten()) {
        await removeEverywhere(session);
        return failed(ssoFailures.cancelled(session));
      }
      if (!kept.ok && kept.failure.kind !== 'keychain-missing') return kept;
      const taken = hold(session, token, 'rolecall');
      parts.onSignedIn?.(session);
      return taken;
    },
    /** The portal refused it. */
    refused(session: SsoSession, accessToken: string): void {
      dead.add(accessToken);
      if (held.get(session.name)?.token.accessToken === accessToken) {
        const mine = held.get(session.name);
        // What can be renewed is kept for that.
        if (!mine || mine.from === 'shared' || !canRenew(mine.token)) drop(session);
      }
    },
    /** Forgets everything of a session, everywhere; nothing that was read before counts any more. */
    async forget(session: SsoSession): Promise<Result<void>> {
      forgotten.add(session.name);
      const left = leave(session);
      leaving.set(session.name, left);
      try {
        return await left;
      } finally {
        if (leaving.get(session.name) === left) leaving.delete(session.name);
      }
    },
    inMemory,
    /** The token that is there, alive or not, ours or another tool's. Renews nothing. */
    async peek(session: SsoSession): Promise<SsoToken | undefined> {
      const memory = inMemory(session);
      if (memory) return memory;
      const grant = await grants.read(session);
      const kept = grant.ok ? grant.value.token : undefined;
      return kept && isAlive(kept) ? kept : ((await sharedTokens.read(session)) ?? kept);
    },
    held: (session: SsoSession): HeldToken | undefined => (inMemory(session) ? held.get(session.name) : undefined),
    canRenew: (session: SsoSession): boolean => {
      const mine = held.get(session.name);
      return mine?.from === 'rolecall' && canRenew(mine.token);
    },
    isAlive,
    /** Told of each token of Rolecall's own that is had from now on, or `undefined` when there is none any more. */
    onHeld(listener: (session: SsoSession, token: SsoToken | undefined) => void): Stop {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

export type Tokens = ReturnType<typeof createTokens>;
