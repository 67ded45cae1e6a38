import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import * as v from 'valibot';
import { expect, it } from 'vitest';
import { partitionOfRegion, partitions } from './partitions.ts';
import { regionsOf } from './regions.ts';

const Table = v.object({
  partitions: v.array(
    v.object({ id: v.string(), regions: v.record(v.string(), v.object({ description: v.string() })) }),
  ),
});

it("are all that the SDK's table has, by the same names", async () => {
  const sdk = dirname(createRequire(import.meta.url).resolve('@aws-sdk/core/package.json'));
  const file = join(sdk, 'dist-es/submodules/client/util-endpoints/lib/aws/partitions.js');
  const { partitionsInfo } = await import(pathToFileURL(file).href);
  const theirs = v.parse(Table, partitionsInfo).partitions;
  expect(theirs.map(({ id }) => id).sort()).toEqual(partitions.map(({ id }) => id).sort());
  for (const { id, regions } of theirs) {
    const real = Object.entries(regions).filter(([code]) => !code.endsWith('-global'));
    expect(regionsOf(id)).toEqual(real.map(([code, { description }]) => ({ code, name: description })));
  }
});

it('are in the partition that their code says, and its default region among them', () => {
  for (const { id, defaultRegion } of partitions) {
    const codes = regionsOf(id).map(({ code }) => code);
    expect(codes).toContain(defaultRegion);
    for (const code of codes) expect(partitionOfRegion(code)?.id).toBe(id);
  }
  expect(regionsOf('aws-mars')).toEqual([]);
});
