import type { ActionLimits, Limits } from '../protocol/limits.ts';

/**
 * The limits of STS's parameters, written out so that the sandbox needs no
 * file of AWS's. `limits.conformance.test.ts` compares them with the API model.
 */
const anyText = '[\\u0009\\u000A\\u000D\\u0020-\\u007E\\u0085\\u00A0-\\uD7FF\\uE000-\\uFFFD\\u10000-\\u10FFFF]+';
const arn: Limits = { type: 'string', min: 20, max: 2048, pattern: anyText };
const tagKey: Limits = { type: 'string', min: 1, max: 128, pattern: '[\\p{L}\\p{Z}\\p{N}_.:/=+\\-@]+' };
const tagValue: Limits = { type: 'string', min: 0, max: 256, pattern: '[\\p{L}\\p{Z}\\p{N}_.:/=+\\-@]*' };
const tags: Limits = {
  type: 'list',
  max: 50,
  member: { type: 'structure', members: { 'Key!': tagKey, 'Value!': tagValue } },
};
const policyArns: Limits = { type: 'list', member: { type: 'structure', members: { arn } } };
const policyText = '[\\u0009\\u000A\\u000D\\u0020-\\u00FF]+';
const word = '[\\w+=,.@-]*';
const tokenCode: Limits = { type: 'string', min: 6, max: 6, pattern: '[\\d]*' };
const sessionSeconds: Limits = { type: 'integer', min: 900, max: 129600 };

export const assumeRoleLimits: ActionLimits = {
  'RoleArn!': arn,
  'RoleSessionName!': { type: 'string', min: 2, max: 64, pattern: word },
  PolicyArns: policyArns,
  Policy: { type: 'string', min: 1, pattern: policyText },
  DurationSeconds: { type: 'integer', min: 900, max: 43200 },
  Tags: tags,
  TransitiveTagKeys: { type: 'list', max: 50, member: tagKey },
  ExternalId: { type: 'string', min: 2, max: 1224, pattern: '[\\w+=,.@:\\/-]*' },
  SerialNumber: { type: 'string', min: 9, max: 256, pattern: '[\\w+=/:,.@-]*' },
  TokenCode: tokenCode,
  SourceIdentity: { type: 'string', min: 2, max: 64, pattern: word },
};

export const getSessionTokenLimits: ActionLimits = {
  DurationSeconds: sessionSeconds,
  SerialNumber: { type: 'string', min: 9, max: 256, pattern: '[\\w+=/:,.@-]*' },
  TokenCode: tokenCode,
};

export const getFederationTokenLimits: ActionLimits = {
  'Name!': { type: 'string', min: 2, max: 32, pattern: word },
  Policy: { type: 'string', min: 1, max: 2048, pattern: policyText },
  PolicyArns: policyArns,
  DurationSeconds: sessionSeconds,
  Tags: tags,
};
