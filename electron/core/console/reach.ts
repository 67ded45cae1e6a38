import type { AwsFilesContent } from '../aws-files.ts';
import type { ProfileRow, Sessions } from '../contract.ts';
import type { Partitions } from '../ports.ts';
import type { ConsolePage } from './console-page.ts';
import { partitionOfRow } from './partition-of-row.ts';

/**
 * The profiles that a page can be opened as, the best first: the role that was named, the active profile, those with a
 * session, the last used, the pinned, then by name. Where nothing says whose account it is, all of the partition.
 */
export function profilesThatReach(
  page: ConsolePage,
  parts: {
    readonly rows: readonly ProfileRow[];
    readonly sessions: Sessions;
    readonly content: AwsFilesContent;
    readonly partitions: Partitions;
  },
): string[] {
  const { rows, sessions, content, partitions } = parts;
  const reaches = (row: ProfileRow) => {
    if (row.failure || (page.roleOnly && row.roleName !== page.roleName)) return false;
    if (page.accountId !== undefined && row.accountId !== page.accountId) return false;
    return (partitionOfRow(row, { content, partitions }) ?? page.partition) === page.partition;
  };
  const { activeProfile, byProfile } = sessions;
  const rank = (row: ProfileRow): readonly number[] => [
    Number(page.roleName !== undefined && row.roleName === page.roleName),
    Number(row.name === activeProfile),
    Number(byProfile[row.name]?.state === 'active'),
    row.rankAt ?? 0,
    Number(row.pinned),
  ];
  return rows
    .filter(reaches)
    .map((row) => ({ name: row.name, rank: rank(row) }))
    .sort((a, b) => {
      const at = a.rank.findIndex((each, index) => each !== b.rank[index]);
      if (at >= 0) return (b.rank[at] ?? 0) - (a.rank[at] ?? 0);
      return a.name < b.name ? -1 : 1;
    })
    .map(({ name }) => name);
}
