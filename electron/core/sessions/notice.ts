import { plainName } from '../plain-name.ts';
import type { AwsClock } from '../time/aws-clock.ts';
import type { EndingSession } from './upkeep.ts';

/** Something worth a quiet word to the person, with what a click on it does. */
export interface Notice {
  readonly title: string;
  readonly body: string;
  readonly action: { readonly kind: 'renew'; readonly label: string; readonly profile: string };
}

/** Says in time that a session ends, and what a new one needs. */
export function endingNotice({ profile, expiresAt, failure }: EndingSession, { now }: Pick<AwsClock, 'now'>): Notice {
  const minutes = Math.max(1, Math.round((expiresAt - now()) / 60_000));
  return {
    title: `The session of ${plainName(profile)} ends in ${minutes} minute${minutes === 1 ? '' : 's'}`,
    body: failure ? `It could not be renewed: ${failure.message} Click to try again.` : 'Click to renew it.',
    action: { kind: 'renew', label: 'Renew', profile },
  };
}
