import type { TemporaryCredentials } from '../credentials.ts';
import type { Stop } from '../ports.ts';
import type { AwsClock } from '../time/aws-clock.ts';

/** Callers ask again from 15 minutes before expiry (botocore), so anything younger is as good as new. */
const FRESH_MS = 15 * 60_000;
/** A role of 900 s would never be fresh by that rule, so no more than a third of a session's life counts. */
const FRESH_SHARE = 1 / 3;

/** How much of a session's life is left when callers begin to want a newer one, in milliseconds. */
export const spareMs = (lifeMs: number): number => Math.min(FRESH_MS, lifeMs * FRESH_SHARE);

export interface CachedSession {
  /** The profile these credentials are of. */
  readonly owner: string;
  readonly credentials: TemporaryCredentials;
  /** Epoch milliseconds by AWS's clock. */
  readonly startedAt: number;
}

/** Temporary credentials in memory, under a key made of every input. Nothing expired ever leaves it. */
export function createSessionCache({
  awsClock,
  onExpired,
}: {
  awsClock: Pick<AwsClock, 'now' | 'at'>;
  onExpired: (session: CachedSession) => void;
}) {
  const sessions = new Map<string, CachedSession>();
  const timers = new Map<string, Stop>();

  function drop(key: string): void {
    sessions.delete(key);
    timers.get(key)?.();
    timers.delete(key);
  }

  function watchExpiry(key: string, expiresAt: number): void {
    timers.get(key)?.();
    timers.set(
      key,
      awsClock.at(expiresAt, () => {
        const session = sessions.get(key);
        drop(key);
        if (session) onExpired(session);
      }),
    );
  }

  return {
    /** The session if it has not expired. */
    get(key: string): CachedSession | undefined {
      const session = sessions.get(key);
      return session && session.credentials.expiresAt > awsClock.now() ? session : undefined;
    },
    /** `true` while no caller would want a newer one. */
    isFresh({ credentials, startedAt }: CachedSession): boolean {
      return credentials.expiresAt - awsClock.now() > spareMs(credentials.expiresAt - startedAt);
    },
    put(key: string, owner: string, credentials: TemporaryCredentials): CachedSession {
      const session = { owner, credentials, startedAt: awsClock.now() };
      sessions.set(key, session);
      watchExpiry(key, credentials.expiresAt);
      return session;
    },
    /** AWS has ended these credentials before their time. What has come in their place stays. */
    ended(key: string, accessKeyId: string): void {
      const session = sessions.get(key);
      if (session?.credentials.accessKeyId !== accessKeyId) return;
      drop(key);
      onExpired(session);
    },
    /** Forgets the sessions of one profile, whatever they were made from, or all. */
    clear(owner?: string): void {
      for (const [key, session] of [...sessions]) if (owner === undefined || session.owner === owner) drop(key);
    },
    get size() {
      return sessions.size;
    },
  };
}

export type SessionCache = ReturnType<typeof createSessionCache>;
