import type { SettingsStore } from '../ports.ts';
import type { Settings } from '../settings.ts';

/** How a person wants a profile's session. What is missing is the profile's default, else the file's. */
export interface SessionChoice {
  readonly durationSeconds?: number | undefined;
  /** A code of its own, though an hour from the shared session would do. */
  readonly ownCode?: boolean | undefined;
  readonly ticket?: string | undefined;
}

type SessionDefaults = Settings['sessionDefaults'][string];

/**
 * How sessions are wanted. What was chosen with a switch holds for every tool
 * that asks, until the person signs out; a default that is changed holds from
 * the next session on, so that the one in use goes on serving.
 */
export function createSessionChoices(settings: SettingsStore) {
  const chosen = new Map<string, SessionChoice>();
  const inUse = new Map<string, SessionDefaults>();

  function saved(profile: string): SessionDefaults {
    const all = settings.get().sessionDefaults;
    return (Object.hasOwn(all, profile) ? all[profile] : undefined) ?? {};
  }

  const of = (profile: string): SessionChoice => chosen.get(profile) ?? {};

  return {
    of,
    /** The choice so far, with what is chosen anew. */
    with(profile: string, { durationSeconds, ownCode, ticket }: SessionChoice): SessionChoice {
      const before = of(profile);
      return {
        durationSeconds: durationSeconds ?? before.durationSeconds,
        ownCode: ownCode ?? before.ownCode,
        ticket: ticket ?? before.ticket,
      };
    },
    saved,
    /** The profile's default, as it was when its session began. */
    defaultsOf: (profile: string): SessionDefaults => inUse.get(profile) ?? saved(profile),
    /** A session has arrived: what it was asked with holds for it. */
    settle(profile: string, choice: SessionChoice | undefined): void {
      if (choice) chosen.set(profile, choice);
      if (!inUse.has(profile)) inUse.set(profile, saved(profile));
    },
    /** The session has ended. */
    unsettle: (profile: string) => void inUse.delete(profile),
    forget(profile?: string): void {
      for (const map of [chosen, inUse]) {
        if (profile === undefined) map.clear();
        else map.delete(profile);
      }
    },
  };
}

export type SessionChoices = ReturnType<typeof createSessionChoices>;
