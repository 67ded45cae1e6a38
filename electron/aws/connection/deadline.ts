const DEFAULT_MS = 20_000;
/** Shorter ones would cut off AWS on a good day, longer ones are no deadline for a person. */
const LEAST_MS = 1_000;
const MOST_MS = 60_000;

/**
 * How long AWS may take for one request, with all its retries, in milliseconds.
 * `ROLECALL_AWS_DEADLINE_MS` sets it between one second and one minute; what is
 * outside of that is ignored.
 */
export function deadlineOf(env: Readonly<Record<string, string | undefined>>): number {
  const text = env.ROLECALL_AWS_DEADLINE_MS ?? '';
  const wished = /^\d{1,6}$/.test(text) ? Number(text) : DEFAULT_MS;
  return wished >= LEAST_MS && wished <= MOST_MS ? wished : DEFAULT_MS;
}
