import type { Clock } from './ports.ts';

/** A TOTP code is accepted for its 30-second step and the steps beside it; after this long the digits may come again. */
const REMEMBERED_MS = 120_000;

/** Remembers which codes went to AWS, per device. */
export function rememberUsedCodes(clock: Clock) {
  const usedAt = new Map<string, number>();
  const key = (mfaSerial: string, code: string) => JSON.stringify([mfaSerial, code]);

  return {
    has(mfaSerial: string, code: string): boolean {
      const at = usedAt.get(key(mfaSerial, code));
      return at !== undefined && Math.abs(clock.now() - at) < REMEMBERED_MS;
    },
    add(mfaSerial: string, code: string): void {
      for (const [old, at] of usedAt) if (Math.abs(clock.now() - at) >= REMEMBERED_MS) usedAt.delete(old);
      usedAt.set(key(mfaSerial, code), clock.now());
    },
    forget(mfaSerial: string, code: string): void {
      usedAt.delete(key(mfaSerial, code));
    },
  };
}
