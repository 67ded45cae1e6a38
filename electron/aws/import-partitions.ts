import type { ImportPartitions } from '../core/import/imported.ts';
import { partitionOfHost } from './console-hosts.ts';
import { partitionOfRegion } from './partitions.ts';

/** What an import has to know of AWS's partitions. */
export const importPartitions: ImportPartitions = {
  ofHost: (hostname) => partitionOfHost(hostname)?.id,
  ofRegion: (region) => partitionOfRegion(region)?.id,
};
