import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { ActionLimits, Limits } from '../protocol/limits.ts';
import { assumeRoleLimits, getFederationTokenLimits, getSessionTokenLimits } from './limits.ts';

const file = new URL('../../../../shared/conformance/models/sts/2011-06-15/service-2.json', import.meta.url).pathname;

interface Shape {
  type: string;
  min?: number;
  max?: number;
  pattern?: string;
  required?: string[];
  members?: Record<string, { shape: string }>;
  member?: { shape: string };
}

describe.skipIf(!existsSync(file))('the table of STS limits', () => {
  const shapes = existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')).shapes as Record<string, Shape>) : {};

  for (const [action, table] of Object.entries({
    AssumeRole: assumeRoleLimits,
    GetSessionToken: getSessionTokenLimits,
    GetFederationToken: getFederationTokenLimits,
  })) {
    it(`says what the API model says of ${action}`, () => {
      const model = members(`${action}Request`);
      // Identity propagation's contexts need an identity provider, which the sandbox does not have.
      delete model.ProvidedContexts;
      expect(table).toEqual(model);
    });
  }

  function members(name: string): Record<string, Limits> {
    const shape = shapes[name];
    return Object.fromEntries(
      Object.entries(shape?.members ?? {}).map(([member, target]) => [
        shape?.required?.includes(member) ? `${member}!` : member,
        limits(target.shape),
      ]),
    );
  }

  function limits(name: string): Limits {
    const { type, min, max, pattern, member } = shapes[name] ?? { type: 'missing' };
    const given = Object.fromEntries(Object.entries({ min, max, pattern }).filter(([, value]) => value !== undefined));
    if (type === 'structure') return { type, members: members(name) satisfies ActionLimits };
    if (type === 'list') return { type, ...given, member: limits(member?.shape ?? '') };
    return { type, ...given } as Limits;
  }
});
