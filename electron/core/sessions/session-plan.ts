import type { SessionPlan } from '../calls/sessions.ts';
import type { CatalogStore } from '../catalog.ts';
import type { SettingsStore } from '../ports.ts';
import { ok, type Result } from '../result.ts';
import type { Broker } from './broker.ts';
import type { SessionChoices } from './choices.ts';
import { durationLimit } from './limits.ts';
import { namesTicket } from './name-template.ts';
import { CHAINED_ROLE_SECONDS, type Steps } from './steps.ts';

type Plan = SessionPlan['plans'][number];

/** The two plans of a role, for a person to choose from, and the default per profile. */
export function createSessionPlans(parts: {
  readonly catalog: CatalogStore;
  readonly broker: Broker;
  readonly choices: SessionChoices;
  readonly settings: SettingsStore;
}) {
  const { catalog, broker, choices, settings } = parts;

  function planOf(profile: string): Result<SessionPlan> {
    const chain = catalog.chain(profile);
    if (!chain.ok) return chain;
    const [, ...roles] = chain.value;
    const { sessionNameTemplate } = settings.get().preferences;
    const needsTicket = roles.some((hop) =>
      [
        hop.roleSessionName ?? sessionNameTemplate,
        hop.sourceIdentity,
        ...(hop.tags ?? []).map(({ value }) => value),
      ].some(namesTicket),
    );
    const choice = { ...choices.of(profile), ...(needsTicket && { ticket: choices.of(profile).ticket ?? '-' }) };
    const steps = broker.plan(profile, chain.value, choice);
    if (!steps.ok) return steps;
    const { plan, durationSeconds } = planIn(steps.value);
    return ok({
      profile,
      plans: plansFor(steps.value, plan, roles.length),
      chosen: { plan, durationSeconds },
      saved: choices.saved(profile),
      needsTicket,
      ticket: choices.of(profile).ticket,
    });
  }

  return {
    planOf,
    async setDefault(
      profile: string,
      change: { readonly durationSeconds?: number | null | undefined; readonly ownCode?: boolean | null | undefined },
    ): Promise<Result<SessionPlan>> {
      const known = planOf(profile);
      if (!known.ok) return known;
      const changed = await settings.update((all) => {
        const before = choices.saved(profile);
        const own = {
          durationSeconds:
            change.durationSeconds === null ? undefined : (change.durationSeconds ?? before.durationSeconds),
          ownCode: change.ownCode === null ? undefined : (change.ownCode ?? before.ownCode),
        };
        return { ...all, sessionDefaults: { ...all.sessionDefaults, [profile]: own } };
      });
      return changed.ok ? planOf(profile) : changed;
    },
  };
}

export type SessionPlans = ReturnType<typeof createSessionPlans>;

function planIn(steps: Steps): { plan: Plan['plan']; durationSeconds: number } {
  const at = steps.findIndex(({ withCode }) => withCode !== undefined);
  const plan =
    at < 0 ? 'no-code' : steps[at]?.action === 'get-session-token' && steps.length > 1 ? 'one-code' : 'own-code';
  const last = steps.at(-1);
  return { plan, durationSeconds: last && 'durationSeconds' in last ? last.durationSeconds : CHAINED_ROLE_SECONDS };
}

/** A role that is assumed from another one lasts an hour, whoever pays with a code. */
function plansFor(steps: Steps, chosen: Plan['plan'], roleCount: number): Plan[] {
  if (chosen === 'no-code' || roleCount === 0)
    return [{ plan: chosen, longestSeconds: steps.length === 1 ? durationLimit.max : CHAINED_ROLE_SECONDS }];
  const longestSeconds = roleCount > 1 ? CHAINED_ROLE_SECONDS : durationLimit.max;
  return [
    { plan: 'one-code', longestSeconds: CHAINED_ROLE_SECONDS },
    { plan: 'own-code', longestSeconds },
  ];
}
