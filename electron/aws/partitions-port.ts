import type { AwsSite, Partitions } from '../core/ports.ts';
import { type Partition, partitionById, partitionOfRegion, partitions } from './partitions.ts';
import { regionsOf } from './regions.ts';

/** The table of partitions as core's port. */
export const partitionsPort: Partitions = {
  byId: partitionById,
  ofRegion: partitionOfRegion,
  regions: (id) => (id === undefined ? partitions.flatMap((each) => regionsOf(each.id)) : regionsOf(id)),
  ofHost: awsSite,
};

/**
 * Reads a host name as people paste it. What is in front of a known host must be known, too: a region, an account with
 * the mark of one of several sessions (`111122223333-abcdefgh`), S3's name of old, or on the sign-in host an account.
 * @see https://docs.aws.amazon.com/awsconsolehelpdocs/latest/gsg/multisession.html
 */
function awsSite(hostname: string): AwsSite | undefined {
  for (const partition of partitions) {
    const site =
      siteBelow('console', hostname, partition.consoleHost, partition) ??
      siteBelow('sign-in', hostname, partition.signInHost, partition);
    if (site) return site;
  }
  // One partition's portals stand below another's domain: the longest ending is meant.
  const [portal] = partitions
    .flatMap((partition) => partition.portalHosts.map((ending) => ({ partition, ending })))
    .filter(({ ending }) => hostname.endsWith(`.${ending}`))
    .sort((a, b) => b.ending.length - a.ending.length);
  return portal && { kind: 'access-portal', partition: portal.partition };
}

function siteBelow(
  kind: 'console' | 'sign-in',
  hostname: string,
  host: string,
  partition: Partition,
): AwsSite | undefined {
  if (hostname === host) return { kind, partition };
  if (!hostname.endsWith(`.${host}`)) return undefined;
  const labels = hostname.slice(0, -host.length - 1).split('.');
  const last = labels.at(-1) ?? '';
  const region = partition.regionPattern.test(last) ? { region: last } : {};
  const front = 'region' in region ? labels.slice(0, -1) : labels;
  if (front.length === 0) return { kind, partition, ...region };
  if (front.length > 1) return undefined;
  const [label = ''] = front;
  const accountId = (kind === 'console' ? /^(\d{12})-[a-z0-9]+$/ : /^(\d{12})$/).exec(label)?.[1];
  if (accountId !== undefined) return { kind, partition, accountId, ...region };
  return kind === 'console' && label === 's3' ? { kind, partition, ...region } : undefined;
}
