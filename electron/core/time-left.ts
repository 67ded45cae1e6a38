const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;

/** From here on a session is about to end, and the tray shows it. */
export const EXPIRING_MS = 5 * MINUTE_MS;

/** Time left in words, in whole minutes: "43 min left". */
export function timeLeft(expiresAt: number, now: number): string {
  const leftMs = expiresAt - now;
  if (leftMs <= 0) return 'expired';
  if (leftMs < MINUTE_MS) return 'under 1 min left';
  const minutes = Math.floor((leftMs % HOUR_MS) / MINUTE_MS);
  const hours = Math.floor(leftMs / HOUR_MS);
  if (hours === 0) return `${minutes} min left`;
  return minutes === 0 ? `${hours} h left` : `${hours} h ${minutes} min left`;
}

/**
 * Milliseconds until `timeLeft` says something else (also when the last five
 * minutes begin); `undefined` when it never will.
 */
export function nextChangeMs(expiresAt: number, now: number): number | undefined {
  const leftMs = expiresAt - now;
  if (leftMs <= 0) return undefined;
  // "5 min left" holds until less than five minutes are left: one millisecond past the whole minute.
  return leftMs < MINUTE_MS ? leftMs : (leftMs % MINUTE_MS) + 1;
}
