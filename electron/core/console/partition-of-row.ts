import { parseArn } from '../arn.ts';
import type { AwsFilesContent } from '../aws-files.ts';
import type { ProfileRow } from '../contract.ts';
import type { Partitions } from '../ports.ts';
import { settingsOf } from '../profiles/profile-settings.ts';

/** The partition that a profile leads into, as far as the files tell: by its role, its sign-in, its region. */
export function partitionOfRow(
  row: ProfileRow,
  { content, partitions }: { readonly content: AwsFilesContent; readonly partitions: Partitions },
): string | undefined {
  const ofRole = row.roleArn === undefined ? undefined : parseArn(row.roleArn)?.partition;
  if (ofRole !== undefined) return ofRole;
  const session = row.ssoSession === undefined ? undefined : content.ssoSessions.get(row.ssoSession);
  const region = (session && settingsOf(session)('sso_region')) ?? row.region;
  return region === undefined ? undefined : partitions.ofRegion(region)?.id;
}
