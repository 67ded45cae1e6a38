const DAY_MS = 86_400_000;

/** A key's age in days. */
export function keyAge(createdAt: number | undefined, nowMs: number): string {
  if (createdAt === undefined) return 'unknown';
  const days = Math.max(0, Math.floor((nowMs - createdAt) / DAY_MS));
  return days === 1 ? '1 day' : `${days} days`;
}

/** The day of a key's last use and the service; AWS knows of it with some hours' delay. */
export function keyUse(use: { usedAt?: number | undefined; service?: string | undefined }, nowMs: number): string {
  if (use.usedAt === undefined) return 'not known';
  const when = nowMs - use.usedAt < DAY_MS ? 'within a day' : new Date(use.usedAt).toISOString().slice(0, 10);
  return use.service ? `${when} (${use.service})` : when;
}
