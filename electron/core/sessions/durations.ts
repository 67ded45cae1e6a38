import { failure } from '../failure.ts';
import type { Clock, SettingsStore } from '../ports.ts';
import { failed, ok, type Result } from '../result.ts';
import { durationLimit } from './limits.ts';

const parts = /^(?:(\d{1,3})h)?(?:(\d{1,4})m)?(?:(\d{1,6})s)?$/i;

/** Reads `8h`, `90m`, `1h30m` or seconds, within what AWS takes for a role. */
export function parseDuration(text: string): Result<number> {
  const written = /^\d{1,6}$/.test(text.trim()) ? `${text.trim()}s` : text.trim();
  const match = written === '' ? null : parts.exec(written);
  const [, hours = '0', minutes = '0', seconds = '0'] = match ?? [];
  const total = Number(hours) * 3600 + Number(minutes) * 60 + Number(seconds);
  if (match && total >= durationLimit.min && total <= durationLimit.max) return ok(total);
  return failed(
    failure('bad-input', 'That is not a duration that AWS takes.', 'Use one from 15m to 12h, for example 8h or 1h30m.'),
  );
}

/** Every role allows an hour, so that is what is asked for after a refusal. */
const ALWAYS_ALLOWED_SECONDS = 3600;
/** Roles are changed now and then; after this long the person's own wish is tried again. */
const REMEMBERED_MS = 7 * 24 * 3_600_000;

/**
 * What AWS's refusals said of a role's longest session, kept in the settings by
 * role ARN. AWS does not name the maximum, so it lies between what was refused
 * and what was granted.
 */
export function createRoleMaximums({ settings, clock }: { settings: SettingsStore; clock: Clock }) {
  function known(roleArn: string) {
    const all = settings.get().roleMaximums;
    const entry = Object.hasOwn(all, roleArn) ? all[roleArn] : undefined;
    return entry && Math.abs(clock.now() - entry.learnedAt) < REMEMBERED_MS ? entry : undefined;
  }

  return {
    /** The most that is worth asking for when `seconds` are wanted. */
    within(roleArn: string, seconds: number): number {
      const entry = known(roleArn);
      return entry && seconds >= entry.refusedSeconds ? entry.grantedSeconds : seconds;
    },

    /** `false` when nothing shorter is left to ask for. */
    async refused(roleArn: string, seconds: number): Promise<boolean> {
      if (seconds <= ALWAYS_ALLOWED_SECONDS) return false;
      const grantedSeconds = Math.min(known(roleArn)?.grantedSeconds ?? 0, seconds - 1);
      await keep(roleArn, {
        refusedSeconds: seconds,
        grantedSeconds: Math.max(ALWAYS_ALLOWED_SECONDS, grantedSeconds),
        learnedAt: clock.now(),
      });
      return true;
    },

    /** A longer session than was known to be allowed. */
    async granted(roleArn: string, seconds: number): Promise<void> {
      const entry = known(roleArn);
      if (entry && seconds > entry.grantedSeconds)
        await keep(roleArn, {
          ...entry,
          grantedSeconds: seconds,
          refusedSeconds: Math.max(entry.refusedSeconds, seconds + 1),
        });
    },
  };

  async function keep(roleArn: string, entry: ReturnType<typeof settings.get>['roleMaximums'][string]): Promise<void> {
    await settings.update((all) => ({ ...all, roleMaximums: { ...all.roleMaximums, [roleArn]: entry } }));
  }
}

export type RoleMaximums = ReturnType<typeof createRoleMaximums>;
