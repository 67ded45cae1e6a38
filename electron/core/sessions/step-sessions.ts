import type { Clock, Signal } from '../ports.ts';
import { failed, ok } from '../result.ts';
import { withBroughtCode } from './brought-code.ts';
import type { KeptSessions } from './kept-sessions.ts';
import type { CachedSession, SessionCache } from './session-cache.ts';
import { cancelled, signedOutMeanwhile } from './session-failures.ts';
import { createAbort, createSharedWork, type Gone } from './shared-work.ts';
import type { Credentials, StepRequest } from './step-request.ts';
import { createStepWork, type StepWorkWorld } from './step-work.ts';
import { cacheKey, type Step, type Steps } from './steps.ts';

/** A renewal that takes longer goes on behind the old session, which serves meanwhile. */
const PATIENCE_MS = 2000;
/** After a renewal failed, the old session serves this long without another try. */
const RETRY_AFTER_MS = 30_000;

/** The sessions of a plan's steps: from memory, joined to a request under way, or new. */
export function createStepSessions(
  world: StepWorkWorld & { readonly clock: Clock; readonly cache: SessionCache; readonly kept: KeptSessions },
) {
  const { clock, mfa, sso, cache, kept } = world;
  const take = createStepWork(world);
  const work = createSharedWork<Credentials>();
  /** Work under way that asks nobody. */
  const renewals = new Set<string>();
  /** By the steady clock. */
  const renewalFailedMs = new Map<string, number>();

  async function obtain(steps: Steps, index: number, request: StepRequest): Promise<Credentials> {
    const key = cacheKey(steps, index);
    const renew = request.renew === true && index === steps.length - 1;
    const cached = cache.get(key);
    if (cached && !renew && servesAsItIs(steps, index, key, cached, request.profile)) return ok(cached.credentials);

    const owner = ownerOf(steps[index] as Step);
    const gone = (how: Gone) => failed((how === 'left' ? cancelled : signedOutMeanwhile)(request.profile));
    // What can be served still is no reason to wait for a person; and a renewal goes on when the caller is content with the old session.
    const by = cached && !renew ? 'renewal' : request.by;
    const waits = cached && !renew ? createAbort().signal : request.signal;
    const joinsRenewal = renewals.has(key);
    const joined = work.join({ key, owner }, waits, gone, (signal) =>
      begin(steps, index, { ...request, by, signal }, cached),
    );
    if (cached && !renew) return orOld(key, joined);
    const result = await joined;
    // The renewal asked nobody, and this request may.
    const again = joinsRenewal && by !== 'renewal' && !result.ok && result.failure.kind !== 'signed-out';
    return again && !request.signal.aborted ? obtain(steps, index, request) : result;
  }

  async function begin(
    steps: Steps,
    index: number,
    request: StepRequest,
    cached: CachedSession | undefined,
  ): Promise<Credentials> {
    const key = cacheKey(steps, index);
    if (request.by === 'renewal') renewals.add(key);
    const before = cached ? undefined : await fromKept(steps, index, request.signal);
    let signedWith: string | undefined;
    const source = async () => {
      const session = await obtain(steps, index - 1, request);
      if (session.ok) signedWith = session.value.accessKeyId;
      return session;
    };
    const made = before ?? (await take(steps, index, request, source));
    renewals.delete(key);
    if (!made.ok && made.failure.kind === 'source-expired' && signedWith !== undefined)
      forgetEnded(steps, index - 1, signedWith);
    // Work that began before a sign-out must not leave credentials behind it.
    if (request.signal.aborted) return failed(cancelled(request.profile));
    if (made.ok) {
      renewalFailedMs.delete(key);
      cache.put(key, ownerOf(steps[index] as Step), made.value);
      void kept.save(steps[index] as Step, key, made.value);
    } else if (cached) renewalFailedMs.set(key, clock.steadyMs());
    return made;
  }

  /** Else every next try would be signed with it again, until its time. */
  function forgetEnded(steps: Steps, index: number, accessKeyId: string): void {
    const step = steps[index] as Step;
    cache.ended(cacheKey(steps, index), accessKeyId);
    if (step.withCode !== undefined) void kept.forget(ownerOf(step));
  }

  /** A session of before the last start, where the person allows that. */
  async function fromKept(steps: Steps, index: number, signal: Signal): Promise<Credentials | undefined> {
    const session = await kept.load(steps[index] as Step, cacheKey(steps, index));
    return session && !signal.aborted ? ok(session) : undefined;
  }

  /** The old session serves until a new one has arrived. */
  async function orOld(key: string, renewal: Promise<Credentials>): Promise<Credentials> {
    let enough = () => {};
    const stop = clock.after(PATIENCE_MS, () => enough());
    const patience = new Promise<undefined>((resolve) => {
      enough = () => resolve(undefined);
    });
    const result = await Promise.race([renewal, patience]);
    stop();
    if (result?.ok) return result;
    const old = cache.get(key);
    return old ? ok(old.credentials) : (result ?? renewal);
  }

  function servesAsItIs(steps: Steps, index: number, key: string, cached: CachedSession, profile: string): boolean {
    const failedMs = renewalFailedMs.get(key);
    const triedLately = failedMs !== undefined && clock.steadyMs() - failedMs < RETRY_AFTER_MS;
    return cache.isFresh(cached) || needsPerson(steps, index, profile) || triedLately;
  }

  /** `true` when renewing this step would ask for a code: then what is there is used to its end. */
  function needsPerson(steps: Steps, index: number, profile: string): boolean {
    const mfaSerial = steps[index]?.withCode;
    if (mfaSerial !== undefined) return mfa.needsPerson({ mfaSerial, profile });
    if (index === 0) return false;
    return !cache.get(cacheKey(steps, index - 1)) && needsPerson(steps, index - 1, profile);
  }

  /**
   * Somebody else already waits for this session. A code that this caller brings
   * is passed on, and this caller told what became of it: it must not wait for a person.
   */
  async function join(steps: Steps, request: StepRequest): Promise<Credentials> {
    const last = steps.length - 1;
    const [first] = steps;
    // A tool's request may be waiting for the sign-in that this one may start.
    const maySignIn = request.by === 'act' || request.by === 'command';
    if (first.action === 'get-role-credentials' && maySignIn && work.has(cacheKey(steps, 0)))
      sso.signIn(first.hop, request);
    const asking = steps.findIndex((step, index) => step.withCode !== undefined && work.has(cacheKey(steps, index)));
    if (asking < 0) return obtain(steps, last, request);
    request.onWaiting?.('code');
    if (request.mfaCode === undefined) return obtain(steps, last, request);
    const offer = mfa.offer(cacheKey(steps, asking), request.mfaCode);
    return withBroughtCode(offer, request.signal, (signal) => obtain(steps, last, { ...request, signal }));
  }

  return {
    get: join,
    needsPerson: (steps: Steps, profile: string) => needsPerson(steps, steps.length - 1, profile),
    peek: (steps: Steps) => cache.get(cacheKey(steps, steps.length - 1)),
    /** The profile's sessions are not served any more; requests under way go on. */
    outdate: (profile: string): void => cache.clear(profile),
    /** Forgets a profile's sessions, or all, and lets nothing under way come back. */
    forget(profile?: string): void {
      work.end(profile);
      cache.clear(profile);
      if (profile === undefined) renewalFailedMs.clear();
    },
  };
}

/** The profile that a step's credentials are of. */
function ownerOf(step: Step): string {
  return step.action === 'get-session-token' ? step.key.profile : step.hop.profile;
}
