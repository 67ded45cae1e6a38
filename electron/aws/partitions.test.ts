import { describe, expect, it } from 'vitest';
import { partitionById, partitionOfRegion, stsHost } from './partitions.ts';

describe('partitionOfRegion', () => {
  it.each([
    ['eu-central-1', 'aws'],
    ['cn-north-1', 'aws-cn'],
    ['us-gov-east-1', 'aws-us-gov'],
    ['eusc-de-east-1', 'aws-eusc'],
    ['us-iso-west-1', 'aws-iso'],
    ['us-isob-east-1', 'aws-iso-b'],
    ['eu-isoe-west-1', 'aws-iso-e'],
    ['us-isof-south-1', 'aws-iso-f'],
  ])('%s is in %s', (region, id) => {
    expect(partitionOfRegion(region)?.id).toBe(id);
  });

  it.each(['', 'mars-east-1', 'us-east-1.evil.example', 'us-east-1\n', 'EU-CENTRAL-1'])('refuses %j', (text) => {
    expect(partitionOfRegion(text)).toBeUndefined();
  });
});

it('knows partitions by id only', () => {
  expect(partitionById('aws-cn')?.signInHost).toBe('signin.amazonaws.cn');
  expect(partitionById('AWS')).toBeUndefined();
});

it("names the regional STS endpoint in the partition's own domain", () => {
  expect(stsHost('cn-north-1')).toBe('sts.cn-north-1.amazonaws.com.cn');
  expect(stsHost('nowhere')).toBeUndefined();
});
