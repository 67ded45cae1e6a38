import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { durationLimit, mostTags, type TextLimit, textLimits } from './limits.ts';

const file = new URL('../../../../shared/conformance/models/sts/2011-06-15/service-2.json', import.meta.url).pathname;

interface Shape {
  readonly min?: number;
  readonly max?: number;
  readonly pattern?: string;
}

/** AWS's names of the shapes behind our table. */
const shapeOf = {
  RoleArn: 'arnType',
  RoleSessionName: 'roleSessionNameType',
  ExternalId: 'externalIdType',
  SourceIdentity: 'sourceIdentityType',
  SerialNumber: 'serialNumberType',
  TagKey: 'tagKeyType',
  TagValue: 'tagValueType',
  PolicyArn: 'arnType',
  Policy: 'unrestrictedSessionPolicyDocumentType',
} as const satisfies Record<keyof typeof textLimits, string>;

describe.skipIf(!existsSync(file))('the table of limits', () => {
  const shapes: Record<string, Shape> = existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')).shapes : {};

  it.each(Object.entries(shapeOf))('says what the API model says of %s', (name, shapeName) => {
    const ours: TextLimit = textLimits[name as keyof typeof textLimits];
    const theirs = shapes[shapeName];
    expect(ours.min).toBe(theirs?.min);
    // The model names no length for a policy; the documentation does.
    expect(ours.max).toBe(theirs?.max ?? 2048);
    const pattern = new RegExp(`^${theirs?.pattern}$`, 'u');
    for (let code = 0x20; ours.pattern && code <= 0x3000; code += 1) {
      const letter = String.fromCodePoint(code);
      expect([code, ours.pattern.test(letter)]).toEqual([code, pattern.test(letter)]);
    }
  });

  it('says what it says of durations and tags', () => {
    expect(durationLimit).toEqual({
      min: shapes.roleDurationSecondsType?.min,
      max: shapes.roleDurationSecondsType?.max,
    });
    expect(mostTags).toBe(shapes.tagListType?.max);
  });
});
