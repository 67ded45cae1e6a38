import type { Session } from './broker.ts';
import type { CachedSession } from './session-cache.ts';
import type { Step, Steps } from './steps.ts';

/** A session as the rest of the program knows it: its credentials, and what they were asked with. */
export function sessionOf(
  { credentials, startedAt }: CachedSession,
  steps: Steps,
  { wishedSeconds, ticket }: { readonly wishedSeconds?: number | undefined; readonly ticket?: string | undefined },
): Session {
  const last = steps.at(-1) as Step;
  const role = last.action === 'assume-role' ? last.hop : undefined;
  const lifeMs = credentials.expiresAt - startedAt;
  const durationSeconds = 'durationSeconds' in last ? last.durationSeconds : Math.round(lifeMs / 1000);
  const wished = wishedSeconds ?? role?.durationSeconds ?? 0;
  return {
    credentials,
    startedAt,
    signedByLongTermKey: last.action === 'assume-role' && last.key !== undefined,
    asked: {
      durationSeconds,
      ...(role && wished > durationSeconds && { wishedSeconds: wished }),
      region: last.action === 'get-role-credentials' ? last.hop.region : last.region,
      roleArn: role?.roleArn,
      roleSessionName: role?.roleSessionName,
      sourceIdentity: role?.sourceIdentity,
      ticket,
    },
  };
}
