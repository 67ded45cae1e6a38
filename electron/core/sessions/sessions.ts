import type { CatalogStore } from '../catalog.ts';
import type { ExplainFailure } from '../explain/explain.ts';
import type { Lock } from '../lock/lock.ts';
import type { World } from '../ports.ts';
import { type BrokerWorld, createBroker } from './broker.ts';
import { createSessionChoices } from './choices.ts';
import { createFollowRename } from './follow-rename.ts';
import { endingNotice } from './notice.ts';
import type { SessionStates } from './session-states.ts';
import { createAbort } from './shared-work.ts';
import { createSwitching } from './switching.ts';
import { createUpkeep } from './upkeep.ts';

/** Everything about sessions, wired: the broker, the states that follow it, and what keeps sessions in use alive. */
export function createSessions(
  world: World,
  parts: Pick<BrokerWorld, 'mfa' | 'kept' | 'sso' | 'readAccessKey'> & {
    readonly catalog: CatalogStore;
    readonly states: SessionStates;
    readonly explain: ExplainFailure;
    readonly lock: Lock;
  },
) {
  const { awsClock, settings } = world;
  const { catalog, states, explain, lock } = parts;
  const choices = createSessionChoices(settings);
  const broker = createBroker({
    ...world,
    ...parts,
    choices,
    onExpired: (profile, expiresAt) => switching.sessionEnded(profile, expiresAt),
  });
  const renew = (profile: string) =>
    switching.renew(profile, { asker: { through: 'upkeep' }, signal: createAbort().signal }, 'renewal');
  const upkeep = createUpkeep({
    awsClock,
    random: world.random ?? Math.random,
    isActive: (profile) => states.activeProfile() === profile,
    isHeld: lock.isLocked,
    needsPerson: (profile) => {
      const chain = catalog.chain(profile);
      return !chain.ok || broker.needsPerson(profile, chain.value);
    },
    renew,
    noticeMinutes: () => settings.get().preferences.renewalNoticeMinutes,
    announce: (session) => world.notify?.(endingNotice(session, awsClock)) ?? (() => undefined),
  });
  const switching = createSwitching({ ...world, broker, catalog, states, explain, choices, upkeep });
  catalog.onChange(switching.forgetChanged);

  /** Somebody has signed in to where these profiles get their roles, maybe another person than before. */
  function signedInAnew(profiles: readonly string[]): void {
    for (const profile of profiles) broker.outdate(profile);
    for (const profile of profiles) if (states.get(profile).state === 'active') void renew(profile);
  }

  lock.onChange(({ locked }) => {
    if (locked) upkeep.hush();
    else upkeep.resume();
  });
  const followRename = createFollowRename({ broker, catalog, states, switching });
  return { broker, choices, switching, signedInAnew, followRename };
}
