import { existsSync, readFileSync } from 'node:fs';
import { partition } from '@aws-sdk/core/client';
import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { partitionById, partitionOfRegion, partitions } from './partitions.ts';

const file = new URL('../../../shared/conformance/models/partitions.json', import.meta.url);

const PartitionsSchema = v.object({
  partitions: v.array(
    v.object({
      id: v.string(),
      regionRegex: v.string(),
      outputs: v.object({ dnsSuffix: v.string(), implicitGlobalRegion: v.string() }),
      regions: v.record(v.string(), v.unknown()),
    }),
  ),
});

describe.skipIf(!existsSync(file))("partitions as in botocore's partitions.json", () => {
  const theirs = existsSync(file) ? v.parse(PartitionsSchema, JSON.parse(readFileSync(file, 'utf8'))).partitions : [];

  it('has the same partitions', () => {
    expect(partitions.map((partition) => partition.id).sort()).toEqual(theirs.map(({ id }) => id).sort());
  });

  for (const { id, regionRegex, outputs, regions } of theirs) {
    it(`${id}: pattern, DNS suffix and every region`, () => {
      const ours = partitionById(id);
      // Their pattern escapes hyphens, which means the same.
      expect(ours?.regionPattern.source).toBe(regionRegex.replaceAll('\\-', '-'));
      expect(ours?.dnsSuffix).toBe(outputs.dnsSuffix);
      expect(ours?.defaultRegion).toBe(outputs.implicitGlobalRegion);
      const real = Object.keys(regions).filter((region) => !region.endsWith('-global'));
      expect(real.map((region) => partitionOfRegion(region)?.id)).toEqual(real.map(() => id));
    });
  }
});

describe("partitions as in the SDK's own table, which resolves the endpoints of requests", () => {
  it.each(partitions.map((ours) => [ours.id, ours] as const))('%s', (id, ours) => {
    const theirs = partition(ours.defaultRegion);
    expect(theirs.name).toBe(id);
    expect(theirs.dnsSuffix).toBe(ours.dnsSuffix);
    expect(theirs).toHaveProperty('implicitGlobalRegion', ours.defaultRegion);
    // A region that neither table lists yet is found by its pattern.
    const coming = ours.defaultRegion.replace(/\d+$/, '9');
    expect(partition(coming).name).toBe(id);
    expect(partitionOfRegion(coming)?.id).toBe(id);
  });
});
