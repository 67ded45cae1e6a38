const SECOND_MS = 1000;
const MINUTE_MS = 60 * SECOND_MS;
const HOUR_MS = 60 * MINUTE_MS;

/** Under this a session counts as expiring. */
export const EXPIRING_MS = 5 * MINUTE_MS;

/** A countdown for the eye: `11h 59m` from an hour on, `42:10` below. Rounded up, so that it ends at `0:00` and not before. */
export function timeLeft(leftMs: number): string {
  const left = Math.max(0, Math.ceil(leftMs / SECOND_MS));
  const minutes = Math.floor(left / 60);
  if (minutes >= 60) return `${Math.floor(minutes / 60)}h ${String(minutes % 60).padStart(2, '0')}m`;
  return `${minutes}:${String(left % 60).padStart(2, '0')}`;
}

/** The same in words, which change once a minute: for screen readers. */
export function spokenTimeLeft(leftMs: number): string {
  if (leftMs < MINUTE_MS) return 'less than a minute left';
  const hours = Math.floor(leftMs / HOUR_MS);
  const minutes = Math.floor((leftMs % HOUR_MS) / MINUTE_MS);
  const parts = [hours > 0 && count(hours, 'hour'), minutes > 0 && count(minutes, 'minute')].filter(Boolean);
  return `${parts.join(' ')} left`;
}

/** How long ago something was, for the eye: `just now`, `3 min ago`, `2 h ago`, `4 days ago`. */
export function timeAgo(agoMs: number): string {
  if (agoMs < MINUTE_MS) return 'just now';
  if (agoMs < HOUR_MS) return `${Math.floor(agoMs / MINUTE_MS)} min ago`;
  if (agoMs < 48 * HOUR_MS) return `${Math.floor(agoMs / HOUR_MS)} h ago`;
  return `${Math.floor(agoMs / (24 * HOUR_MS))} days ago`;
}

/** A length of time in the words of a sentence: `7 minutes`, `2 hours`, `3 days`. */
export function minutesOrHours(ms: number): string {
  if (ms < 90 * MINUTE_MS) return count(Math.round(ms / MINUTE_MS), 'minute');
  if (ms < 48 * HOUR_MS) return count(Math.round(ms / HOUR_MS), 'hour');
  return count(Math.round(ms / (24 * HOUR_MS)), 'day');
}

/** A session's length, exactly: `8 h`, `1 h 30 min`, `45 min`. */
export function lengthText(seconds: number): string {
  const [hours, minutes] = [Math.floor(seconds / 3600), Math.round((seconds % 3600) / 60)];
  return [hours > 0 && `${hours} h`, minutes > 0 && `${minutes} min`].filter(Boolean).join(' ');
}

function count(number: number, unit: string): string {
  return `${number} ${unit}${number === 1 ? '' : 's'}`;
}
